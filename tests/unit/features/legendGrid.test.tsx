import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LegendGrid } from '../../../src/features/explore/stage/LegendGrid.tsx';
import type { Legend, LegendItem } from '../../../src/map/layers/areaPaint.ts';

const item = (id: string, count: number, hidden = false): LegendItem => ({ id, label: `Label of ${id}`, count, colour: 'no-data', symbol: null, pattern: null, kind: 'class', hidden });
const grid = { rows: ['Most deprived', 'Least deprived'], columns: ['Lower', 'Higher'], items: [[0, 1], [2, 3]] };
const legend: Legend = { title: 'T', subtitle: 'S', items: [item('a', 1), item('b', 1234), item('c', 0, true), item('d', 2)], grid, source: '', caveat: '' };

describe('the legend of two variables', () => {
  const markup = renderToStaticMarkup(<LegendGrid legend={legend} grid={grid} inWords onToggle={() => undefined} />);

  it('is a table of toggles, each with its words and number of areas', () => {
    expect(markup.match(/<th scope="row">[^<]*/g)).toHaveLength(2);
    expect([...markup.matchAll(/aria-pressed="(true|false)"/g)].map(([, on]) => on)).toEqual(['true', 'true', 'false', 'true']);
    const text = markup.replaceAll(/<svg[\s\S]*?<\/svg>/g, '').replaceAll(/<[^>]*>/g, '');
    expect(text).toContain('Label of b 1,234 areas');
    expect(text).toContain('Label of a 1 area');
  });

  it('puts two corners in words', () => {
    expect(markup).toContain('Top right: label of b. Bottom left: label of c.');
    expect(markup).not.toContain('legend-corners visually-hidden');
    expect(renderToStaticMarkup(<LegendGrid legend={legend} grid={grid} inWords={false} onToggle={() => undefined} />)).toContain('legend-corners visually-hidden');
  });

  it('leaves a cell empty whose class is not there', () => {
    const short = { ...grid, items: [[0, 9], [2, 3]] };
    expect(renderToStaticMarkup(<LegendGrid legend={legend} grid={short} inWords onToggle={() => undefined} />).match(/<button/g)).toHaveLength(3);
  });
});

describe('its keyboard', () => {
  it('has one stop for Tab', () => {
    const markup = renderToStaticMarkup(<LegendGrid legend={legend} grid={grid} inWords onToggle={() => undefined} />);
    expect([...markup.matchAll(/tabindex="(-?\d)"/gi)].map(([, index]) => index)).toEqual(['0', '-1', '-1', '-1']);
  });
});
