import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CLASS, type ClassCode, REASON } from '../../../src/model/measures.ts';
import { ClassBadge, classCodeOf, classTitle } from '../../../src/ui/ClassBadge.tsx';
import { Clause } from '../../../src/ui/Clause.tsx';
import { ProblemNotice } from '../../../src/ui/Notice.tsx';
import { ProgressLine } from '../../../src/ui/ProgressLine.tsx';
import { RadioList } from '../../../src/ui/RadioList.tsx';
import { TextField } from '../../../src/ui/TextField.tsx';

describe('ClassBadge', () => {
  it('names every class in different words, and marks higher and lower with a symbol', () => {
    const codes = Object.values(CLASS);
    expect(new Set(codes.map((code) => classTitle(code))).size).toBe(codes.length);
    const marked = codes.filter((code) => renderToStaticMarkup(<ClassBadge code={code} />).includes('<svg'));
    expect(marked).toEqual<ClassCode[]>([CLASS.lower, CLASS.higher]);
  });

  it('says why there is no class: withheld, too few, no residents and not covered are told apart', () => {
    const { given, ...without } = REASON;
    const words = Object.values(without).map((reason) => classTitle(CLASS.tooFew, reason));
    expect(new Set(words).size).toBe(words.length);
    expect(renderToStaticMarkup(<ClassBadge code={CLASS.tooFew} reason={REASON.belowThreshold} />)).toContain('Withheld');
    expect(classTitle(CLASS.higher, given)).toBe('Significantly higher');
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

const folded = (folds: 'open' | 'closed') => renderToStaticMarkup(<Clause title="Who" folds={folds} chosen="Female" onClear={() => undefined}>bars</Clause>);

describe('a clause that folds', () => {
  it('says what is chosen while it is folded, and lets it be cleared', () => {
    expect(folded('closed')).not.toContain('bars');
    for (const words of ['aria-expanded="false"', 'Female', 'aria-label="Clear who"']) expect(folded('closed')).toContain(words);
  });

  it('is open unless it is told otherwise, and has no button where it does not fold', () => {
    expect(folded('open')).toMatch(/aria-expanded="true"[\s\S]*bars/);
    expect(boroughs(null)).not.toContain('aria-expanded');
  });
});

describe('RadioList', () => {
  const markup = renderToStaticMarkup(<RadioList label="Benchmark" chosen="b" onChange={() => undefined} options={[{ id: 'a', title: 'A', disabledReason: 'Not held.' }, { id: 'b', title: '<b>B</b>', figure: '2,876' }]} />);

  it('names the group, marks the chosen one, says why one cannot be chosen', () => {
    expect(markup).toMatch(/<legend[^>]*>Benchmark/);
    expect(markup.match(/checked=""/g)).toHaveLength(1);
    expect(markup).toMatch(/disabled="" aria-describedby="[^"]*"/);
    expect(markup).toContain('Not held.');
    expect(markup).not.toContain('<b>');
  });
});

describe('TextField', () => {
  it('ties what is wrong to the field', () => {
    const markup = renderToStaticMarkup(<TextField label="Rate" value="x" onChange={() => undefined} problem="Type a rate." />);
    const id = /aria-describedby="([^"]*)"/.exec(markup)?.[1] ?? 'none';
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toContain(`<p id="${id}" class="field-problem" role="alert">Type a rate.`);
  });
});

describe('states', () => {
  it('a problem says what, where and what to do, and is announced', () => {
    const markup = renderToStaticMarkup(<ProblemNotice problem={{ what: 'Not readable', where: 'areas.fgb', remedy: 'Build it again.' }} onRetry={() => undefined} />);
    expect(markup).toContain('role="alert"');
    for (const text of ['Not readable', 'areas.fgb', 'Build it again.', 'Try again']) expect(markup).toContain(text);
  });

  it('progress is a number where the end is known and none where it is not', () => {
    expect(renderToStaticMarkup(<ProgressLine progress={{ step: 'Reading areas', done: 500_000, total: 2_000_000 }} />)).toContain('value="25"');
    expect(renderToStaticMarkup(<ProgressLine progress={{ step: 'Reading', done: 5, total: 0 }} />)).not.toContain('value=');
  });
});
