import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AgeBars } from '../../../src/charts/AgeBars.tsx';
import { bandAt, bandsBetween, bandTitle, choiceOf, spanOfAges, toggledBand } from '../../../src/charts/ageChoice.ts';
import { SUPPRESSED } from '../../../src/model/results.ts';

const ALL = Array.from({ length: 19 }, (_, band) => band);
const ignore = () => undefined;
/** Five bands with counts, one of them withheld; twelve of unknown age. */
const COUNTS = [0, 10, 40, SUPPRESSED, 80, ...Array.from({ length: 14 }, () => 0), 12];

describe('AgeBars', () => {
  const markup = `${renderToStaticMarkup(<AgeBars counts={COUNTS} chosen={[2, 3]} onChange={ignore} unit="victims" />).replaceAll('><', '>\n<')}\n`;
  const options = [...markup.matchAll(/role="option" aria-selected="(true|false)" aria-label="([^"]*)"/g)].map(([, on, words]) => ({ on: on === 'true', words }));

  it('draws five bands as before', async () => {
    await expect(markup).toMatchFileSnapshot('./snapshots/AgeBars.html');
  });

  it('names nineteen choices with their counts; those of unknown age are shown and cannot be chosen', () => {
    expect(options).toHaveLength(19);
    expect(options.filter(({ on }) => on).map(({ words }) => words)).toEqual(['Aged 10 to 14: 40 victims', 'Aged 15 to 19: victims withheld']);
    expect(options.at(-1)?.words).toBe('Aged 90 and over: 0 victims');
    expect(markup).toContain('title="Age not known: 12 victims"');
  });

  it('draws bars in proportion, a frame for what is withheld, nothing for zero', () => {
    expect([...markup.matchAll(/class="chart-bar[^"]*"[^>]*height="(\d+)"/g)].map(([, height]) => Number(height))).toEqual([7, 28, 56, 8]);
    expect([...markup.matchAll(/class="chart-withheld"/g)]).toHaveLength(1);
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('dims what is not chosen, and nothing where no age is', () => {
    expect([...markup.matchAll(/chart-bar-out/g)]).toHaveLength(3);
    expect(renderToStaticMarkup(<AgeBars counts={COUNTS} chosen={null} onChange={ignore} unit="victims" />)).not.toContain('chart-bar-out');
  });

  it('has one stop for the keyboard', () => {
    expect([...markup.matchAll(/tabindex="0"/gi)]).toHaveLength(1);
  });
});

describe('the choice of ages', () => {
  it('adds and takes away a band, sorted; none and all are no choice', () => {
    expect(toggledBand(null, 4)).toEqual([4]);
    expect(toggledBand([4], 2)).toEqual([2, 4]);
    expect(toggledBand([2, 4], 2)).toEqual([4]);
    expect(toggledBand([4], 4)).toBeNull();
    expect(toggledBand(ALL.slice(1), 0)).toBeNull();
    expect(choiceOf([19, 3, 3])).toEqual([3]);
  });

  it('takes a range whichever way it is drawn', () => {
    expect(bandsBetween(2, 4)).toEqual([2, 3, 4]);
    expect(bandsBetween(4, 2)).toEqual([2, 3, 4]);
    expect(bandsBetween(5, 5)).toEqual([5]);
  });

  it('has ends only without gaps', () => {
    expect(spanOfAges(null)).toEqual({ first: 0, last: 18 });
    expect(spanOfAges([2, 3, 4])).toEqual({ first: 2, last: 4 });
    expect(spanOfAges([2, 4])).toBeNull();
  });

  it('finds the band under a point, and the nearest outside the plot', () => {
    expect([bandAt(0, 190), bandAt(9.9, 190), bandAt(10, 190), bandAt(189, 190)]).toEqual([0, 0, 1, 18]);
    expect([bandAt(-5, 190), bandAt(400, 190), bandAt(1, 0)]).toEqual([0, 18, 18]);
  });

  it('names bands by their years', () => {
    expect([bandTitle(0), bandTitle(2), bandTitle(18), bandTitle(19)]).toEqual(['0 to 4', '10 to 14', '90 and over', 'not known']);
  });
});
