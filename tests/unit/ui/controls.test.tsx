import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CLASS, type ClassCode } from '../../../src/model/measures.ts';
import { ClassBadge, classCodeOf, classTitle } from '../../../src/ui/ClassBadge.tsx';
import { Clause } from '../../../src/ui/Clause.tsx';
import { ProblemNotice } from '../../../src/ui/Notice.tsx';
import { ProgressLine } from '../../../src/ui/ProgressLine.tsx';

describe('ClassBadge', () => {
  it('names every class in different words, and marks higher and lower with a symbol', () => {
    const codes = Object.values(CLASS);
    expect(new Set(codes.map(classTitle)).size).toBe(codes.length);
    const marked = codes.filter((code) => renderToStaticMarkup(<ClassBadge code={code} />).includes('<svg'));
    expect(marked).toEqual<ClassCode[]>([CLASS.lower, CLASS.higher]);
  });

  it('reads an unknown code as not given', () => {
    expect([classCodeOf(undefined), classCodeOf(99), classCodeOf(CLASS.higher)]).toEqual([CLASS.noData, CLASS.noData, CLASS.higher]);
  });
});

const boroughs = (chosen: string | null) => renderToStaticMarkup(<Clause title="Borough" chosen={chosen} onClear={() => undefined}>x</Clause>);

describe('Clause', () => {
  it('offers to clear only what is chosen', () => {
    expect(boroughs(null)).not.toContain('Clear');
    expect(boroughs('1 chosen')).toContain('aria-label="Clear borough"');
  });

  it('says why it cannot be used', () => {
    expect(renderToStaticMarkup(<Clause title="Hours" disabledReason="No hours here.">x</Clause>)).toContain('No hours here.');
  });
});

describe('states', () => {
  it('a problem says what, where and what to do, and is announced', () => {
    const markup = renderToStaticMarkup(<ProblemNotice problem={{ what: 'Not readable', where: 'areas.fgb', remedy: 'Build it again.' }} onRetry={() => undefined} />);
    expect(markup).toContain('role="alert"');
    for (const text of ['Not readable', 'areas.fgb', 'Build it again.', 'Try again']) expect(markup).toContain(text);
  });

  it('progress is a number where the end is known and none where it is not', () => {
    expect(renderToStaticMarkup(<ProgressLine progress={{ step: 'Reading areas', done: 500_000, total: 2_000_000 }} />)).toContain('aria-valuenow="25"');
    expect(renderToStaticMarkup(<ProgressLine progress={{ step: 'Reading', done: 5, total: 0 }} />)).not.toContain('aria-valuenow');
  });
});
