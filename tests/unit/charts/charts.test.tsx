import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { IntervalBar } from '../../../src/charts/IntervalBar.tsx';
import { MonthBars } from '../../../src/charts/MonthBars.tsx';
import { MonthOfYearBars } from '../../../src/charts/MonthOfYearBars.tsx';
import { TypeBars } from '../../../src/charts/TypeBars.tsx';
import { WeekdayHourGrid } from '../../../src/charts/WeekdayHourGrid.tsx';
import { CLASS } from '../../../src/model/measures.ts';
import { SUPPRESSED } from '../../../src/model/results.ts';
import { MIDNIGHT_SLOT } from '../../../src/model/vocabulary.ts';

/** Markup with a line for each element, so that a changed snapshot reads well. */
function render(chart: ReactElement): string {
  return `${renderToStaticMarkup(chart).replaceAll('><', '>\n<')}\n`;
}
const ignore = () => undefined;
const NUMBERS = /(NaN|Infinity|undefined|null)/;
const count = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].length;

/** Five rows: three months with counts, one withheld, one zero; two months between are missing. */
const FIVE_MONTHS = { months: ['2021-11', '2021-12', '2022-01', '2022-04', '2022-05'], counts: [40, 80, 20, SUPPRESSED, 0] };

describe('MonthBars', () => {
  const markup = render(<MonthBars {...FIVE_MONTHS} period={{ from: '2021-12', to: '2022-04' }} onChange={ignore} unit="offences" />);

  it('draws five months as before', async () => {
    await expect(markup).toMatchFileSnapshot('./snapshots/MonthBars.html');
  });

  it('draws a bar for each count, a tick for each missing month, a mark for what is withheld', () => {
    expect([count(markup, /class="chart-bar/g), count(markup, /class="chart-missing"/g), count(markup, /class="chart-withheld"/g), count(markup, /chart-bar-out/g)]).toEqual([3, 2, 1, 1]);
    expect(markup).toContain('2 months not published');
    expect(markup).not.toMatch(NUMBERS);
  });

  it('has two sliders that say their month, and a table with every month', () => {
    expect(markup).toMatch(/type="range"[^>]*aria-label="First month"[^>]*aria-valuetext="Dec 2021"/);
    expect(markup).toMatch(/type="range"[^>]*aria-label="Last month"[^>]*aria-valuetext="Apr 2022"/);
    expect([...markup.matchAll(/<th scope="row">([^<]*)<\/th>\n<td>([^<]*)<\/td>/g)].map(([, month, text]) => [month, text])).toEqual([
      ['Nov 2021', '40'], ['Dec 2021', '80'], ['Jan 2022', '20'], ['Feb 2022', 'not published'], ['Mar 2022', 'not published'], ['Apr 2022', 'withheld'], ['May 2022', '0'],
    ]);
  });

  it('never draws a count above zero as nothing, nor a withheld one as a bar', () => {
    const tiny = render(<MonthBars months={['2022-01', '2022-02']} counts={[1, 100_000]} period={null} onChange={ignore} unit="offences" />);
    expect(tiny).toMatch(/class="chart-bar"[^>]*height="1"/);
  });

  it('stands without months', () => {
    expect(render(<MonthBars months={[]} counts={[]} period={null} onChange={ignore} unit="offences" />)).toContain('no months');
  });

  it('keeps 120 months inside its width, in whole pixels', () => {
    const months = Array.from({ length: 120 }, (_, index) => `${2014 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`);
    const long = render(<MonthBars months={months} counts={months.map((_, index) => index + 1)} period={null} onChange={ignore} unit="offences" />);
    const bars = [...long.matchAll(/class="chart-bar" x="(\d+)" y="\d+" width="(\d+)" height="(\d+)"/g)].map(([, x, width]) => [Number(x), Number(width)] as const);
    expect(bars).toHaveLength(120);
    expect(bars.every(([x, width]) => width >= 1 && x + width <= 280)).toBe(true);
  });
});

describe('MonthOfYearBars', () => {
  const markup = render(<MonthOfYearBars counts={[5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, SUPPRESSED]} chosen={[1, 2]} onChange={ignore} />);

  it('draws five months as before', async () => {
    await expect(markup).toMatchFileSnapshot('./snapshots/MonthOfYearBars.html');
  });

  it('has twelve named toggles with their counts', () => {
    expect([count(markup, /<button/g), count(markup, /aria-pressed="true"/g)]).toEqual([12, 2]);
    expect(markup).toContain('aria-label="January: 5 offences"');
    expect(markup).toContain('aria-label="December: offences withheld"');
  });
});

/** Five hours with counts, and a pile at exactly 00:00 on Monday. */
function fiveHours(): Uint32Array {
  const counts = new Uint32Array(175);
  [10, 20, 30, 40, 50].forEach((value, index) => { counts[index + 1] = value; });
  counts[MIDNIGHT_SLOT] = 50;
  return counts;
}

describe('WeekdayHourGrid', () => {
  const markup = render(<WeekdayHourGrid counts={fiveHours()} days={[4, 5]} hours={{ from: 19, to: 7 }} onChange={ignore} disabledReason={null} />);

  it('draws five hours as before', async () => {
    await expect(markup).toMatchFileSnapshot('./snapshots/WeekdayHourGrid.html');
  });

  it('draws 168 cells, the five counts in five steps, midnight as a mark and a sentence', () => {
    const steps = [...markup.matchAll(/grid-cell grid-step-(\d)/g)].map(([, step]) => step);
    expect([steps.length, steps.filter((step) => step !== '0')]).toEqual([168, ['1', '2', '3', '4', '5']]);
    expect(count(markup, /class="grid-midnight"/g)).toBe(1);
    expect(markup).toContain('25% in the whole week have the time 00:00');
  });

  it('dims what is not chosen: all but 24 hours', () => {
    expect([count(markup, /grid-cell-out/g), count(markup, /grid-outline/g)]).toEqual([144, 1]);
  });

  it('has a table in blocks of hours', () => {
    expect(markup).toMatch(/<th scope="row">Monday<\/th>\n<td>50<\/td>\n<td>60<\/td>\n<td>90<\/td>\n<td>0<\/td>/);
  });

  it('is empty and inert with a reason', () => {
    const off = render(<WeekdayHourGrid counts={null} days={null} hours={null} onChange={ignore} disabledReason="No hours here." />);
    expect(off).toContain('aria-label="Offences by weekday and hour. No hours here."');
    expect([count(off, /grid-step-0/g), count(off, /<title>/g), count(off, /<table/g)]).toEqual([168, 0, 0]);
  });
});

describe('TypeBars', () => {
  const items = [
    { id: 'a', title: 'Violence with injury', count: 200, chosen: true }, { id: 'b', title: 'Rape', count: 50, chosen: false, note: 'a note' }, { id: 'c', title: 'Homicide', count: 0, chosen: false },
    { id: 'd', title: 'Other', count: SUPPRESSED, chosen: false }, { id: 'e', title: '<script>alert(1)</script>', count: 1, chosen: false },
  ];
  const markup = render(<TypeBars items={items} onToggle={ignore} label="Offence subgroups" />);

  it('draws five types as before', async () => {
    await expect(markup).toMatchFileSnapshot('./snapshots/TypeBars.html');
  });

  it('draws bars in proportion, none for zero and for what is withheld', () => {
    expect([...markup.matchAll(/class="chart-bar" width="([\d.]+)%"/g)].map(([, width]) => Number(width))).toEqual([100, 25, 0.5]);
    expect(markup).toContain('withheld');
    expect(markup).not.toContain('<script>');
  });

  it('has a named list of five checkboxes, the chosen one checked', () => {
    expect([count(markup, /type="checkbox"/g), count(markup, /checked=""/g)]).toEqual([5, 1]);
    expect(markup).toContain('<ul class="type-bars" aria-label="Offence subgroups">');
  });
});

describe('IntervalBar', () => {
  const rows = [
    { value: 5000, lower: 4800, upper: 5200, classCode: CLASS.higher }, { value: 2900, lower: 2500, upper: 3300, classCode: CLASS.similar }, { value: 1000, lower: 900, upper: 1100, classCode: CLASS.lower },
    { value: Number.NaN, lower: Number.NaN, upper: Number.NaN, classCode: CLASS.tooFew }, { value: 9000, lower: 100, upper: 90_000, classCode: CLASS.similar },
  ];
  const bars = rows.map((row) => render(<IntervalBar key={row.value} {...row} benchmark={2876} domain={[0, 10_000]} />));

  it('draws five rows as before', async () => {
    await expect(bars.join('')).toMatchFileSnapshot('./snapshots/IntervalBar.html');
  });

  it('says value, limits and class, or that there is no rate', () => {
    expect(bars.map((markup) => /aria-label="([^"]*)"/.exec(markup)?.[1])).toEqual([
      '5,000, limits 4,800 to 5,200, significantly higher than 2,876', '2,900, limits 2,500 to 3,300, similar to 2,876', '1,000, limits 900 to 1,100, significantly lower than 2,876',
      'No rate given', '9,000, limits 100 to 90,000, similar to 2,876',
    ]);
  });

  it('draws no value without a rate, and never leaves its box', () => {
    expect(count(bars[3] ?? '', /interval-(value|limits)/g)).toBe(0);
    expect(bars.join('')).not.toMatch(NUMBERS);
    const xs = [...bars.join('').matchAll(/ (?:x1|x2|cx)="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(Math.min(...xs) >= 0 && Math.max(...xs) <= 96).toBe(true);
  });

  it('stands on an axis without length and without a benchmark', () => {
    expect(render(<IntervalBar value={5} lower={5} upper={5} benchmark={Number.NaN} domain={[5, 5]} classCode={CLASS.noData} label={null} />)).not.toMatch(NUMBERS);
  });
});
