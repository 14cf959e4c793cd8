import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { BarsFigure, type BarsDrawing } from '../../../src/charts/figures/BarsFigure.tsx';
import { HeatFigure, type HeatDrawing } from '../../../src/charts/figures/HeatFigure.tsx';
import { inkOn, luminance, onSeries, SERIES_COLOURS } from '../../../src/charts/figures/ink.ts';
import { IntervalsFigure, type IntervalsDrawing } from '../../../src/charts/figures/IntervalsFigure.tsx';
import { LinesFigure, type LinesDrawing } from '../../../src/charts/figures/LinesFigure.tsx';
import type { FigureBasics } from '../../../src/charts/figures/props.ts';
import { LorenzFigure, type LorenzDrawing } from '../../../src/charts/figures/LorenzFigure.tsx';
import { PyramidFigure, type PyramidDrawing } from '../../../src/charts/figures/PyramidFigure.tsx';
import { labelLines, textWidth, valueText, wrapText } from '../../../src/charts/figures/text.ts';

const SHADES = ['#DBE8F3', '#A6C8E3', '#639CCB', '#2D6BA5', '#12436D'];
const basics = (change: Partial<FigureBasics> = {}): FigureBasics => ({ id: 'a-figure', title: 'Title <1>', finding: 'Luton & Bedford differ.', width: 640, caption: null, ...change });
const render = (element: ReactElement): string => renderToStaticMarkup(element);
const lines = (markup: string): string => `${markup.replaceAll('><', '>\n<')}\n`;
const count = (markup: string, pattern: RegExp): number => [...markup.matchAll(pattern)].length;

const bars: BarsDrawing = { kind: 'bars', categories: ['Bedford', 'Luton'], series: [{ title: '2022', values: [30, 0] }, { title: '2023', values: [10, Number.NaN] }], stacked: false, horizontal: true, unit: 'offences' };
const intervals: IntervalsDrawing = { kind: 'intervals', categories: ['1', '2', '3'], values: [50, 20, Number.NaN], lower: [40, 10, Number.NaN], upper: [60, 40, Number.NaN], benchmark: { title: 'County', value: 30 }, unit: 'per 100,000' };
const curves: LinesDrawing = { kind: 'lines', categories: ['2019', '2020', '2021', '2022', '2023'], series: [{ title: 'A', values: [1, 2, Number.NaN, 4, 5] }, { title: 'B', values: [5, 5, 5, 5, 5] }], unit: 'offences' };
const heat: HeatDrawing = { kind: 'heat', rows: ['Mon', 'Tue'], columns: ['00', '12'], values: [[0, 10], [Number.NaN, 5]], unit: 'offences' };
const pyramid: PyramidDrawing = { kind: 'pyramid', categories: ['0-4', '5-9'], left: { title: 'Female', values: [4, Number.NaN] }, right: { title: 'Male', values: [8, 0] }, unit: 'victims' };

const lorenz: LorenzDrawing = { areas: [0, 0.5, 1], events: [0, 0.8, 1], mark: { areas: 0.5, events: 0.8, title: '1 area: 80%' }, unit: 'offences' };

const FIGURES: readonly (readonly [string, (change?: Partial<FigureBasics>) => ReactElement])[] = [
  ['LyingBars', (change) => <BarsFigure basics={basics(change)} drawing={bars} />],
  ['StackedBars', (change) => <BarsFigure basics={basics(change)} drawing={{ ...bars, stacked: true }} />],
  ['StandingBars', (change) => <BarsFigure basics={basics(change)} drawing={{ ...bars, horizontal: false }} />],
  ['Intervals', (change) => <IntervalsFigure basics={basics(change)} drawing={intervals} />],
  ['Lorenz', (change) => <LorenzFigure basics={basics(change)} drawing={lorenz} />],
  ['Lines', (change) => <LinesFigure basics={basics(change)} drawing={curves} />],
  ['Heat', (change) => <HeatFigure basics={basics(change)} drawing={heat} shades={SHADES} />],
  ['Pyramid', (change) => <PyramidFigure basics={basics(change)} drawing={pyramid} />],
];

describe.each(FIGURES)('%s', (name, figure) => {
  it('draws the same few values as before', async () => {
    await expect(lines(render(figure()))).toMatchFileSnapshot(`./snapshots/figures/${name}.svg`);
  });

  it('stands alone: no classes, styles or references outside, named and described, text escaped', () => {
    const markup = render(figure());
    expect(markup).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img" aria-labelledby="a-figure-title" aria-describedby="a-figure-desc"/);
    expect(markup).not.toMatch(/ (class|style|href|on\w+)=/);
    expect(markup).toContain('<title id="a-figure-title">Title &lt;1&gt;</title><desc id="a-figure-desc">Luton &amp; Bedford differ.</desc>');
  });

  it.each([280, 340, 720])('has nothing that is no number, and nothing outside a sheet of %i', (width) => {
    const markup = render(figure({ width }));
    expect(markup).not.toMatch(/NaN|Infinity|undefined|null/);
    const height = Number(/ height="([\d.]+)"/.exec(markup)?.[1]);
    expect(positions(markup, 'x', 'cx').every((x) => x >= 0 && x <= width)).toBe(true);
    expect(positions(markup, 'y', 'cy').every((y) => y >= 0 && y <= height)).toBe(true);
  });

  it('carries its caption inside when it leaves the page', () => {
    const plain = Number(/ height="([\d.]+)"/.exec(render(figure()))?.[1]);
    const captioned = render(figure({ caption: { heading: 'Figure 1: a title', notes: ['Demonstration data', 'Source: made up'] } }));
    expect(captioned).toContain('>Figure 1: a title</text>');
    expect(captioned).toContain('>Demonstration data</text>');
    expect(Number(/ height="([\d.]+)"/.exec(captioned)?.[1])).toBeGreaterThan(plain + 60);
  });
});

/** Places of elements that are not inside a moved group. */
function positions(markup: string, ...names: readonly string[]): number[] {
  const still = markup.replaceAll(/<g transform="translate\((?!0 0\))[^"]*">.*?<\/g>/g, '');
  return names.flatMap((name) => [...still.matchAll(new RegExp(` ${name}="(-?[\\d.]+)"`, 'g'))].map(([, value]) => Number(value)));
}

describe('bars', () => {
  it('are in proportion, none for zero, and say what is not given', () => {
    const markup = render(<BarsFigure basics={basics()} drawing={bars} />);
    const widths = [...markup.matchAll(/<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(2);
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(3, 2);
    expect([count(markup, />not given</g), count(markup, />0</g) >= 2]).toEqual([1, true]);
  });

  it('do not pass off a total that lacks a part as complete', () => {
    const markup = render(<BarsFigure basics={basics()} drawing={{ ...bars, series: [{ title: 'A', values: [30, 12] }, { title: 'B', values: [10, Number.NaN] }], stacked: true }} />);
    expect(markup).toContain('>40</text>');
    expect(markup).toContain('>12 and more</text>');
  });

  it('lie where names would not be read under standing ones', () => {
    const names = ['Violence against the person without injury', 'Stalking, harassment and communications', 'Rape', 'Other sexual offences', 'Homicide'];
    const drawing: BarsDrawing = { ...bars, horizontal: false, categories: names, series: [{ title: 'All', values: [1, 2, 3, 4, 5] }] };
    expect(render(<BarsFigure basics={basics({ width: 340 })} drawing={drawing} />)).toContain('>Violence against</text>');
    expect(render(<BarsFigure basics={basics({ width: 340 })} drawing={{ ...drawing, categories: ['1', '2', '3', '4', '5'] }} />)).toMatch(/y="[\d.]+" text-anchor="middle"/);
  });

  it('stand without values', () => {
    expect(render(<BarsFigure basics={basics()} drawing={{ ...bars, categories: [], series: [] }} />)).not.toMatch(/NaN|Infinity/);
    expect(render(<BarsFigure basics={basics()} drawing={{ ...bars, horizontal: false, series: [{ title: 'A', values: [Number.NaN, Number.NaN] }] }} />)).not.toMatch(/NaN|Infinity/);
  });
});

describe('intervals', () => {
  const markup = render(<IntervalsFigure basics={basics()} drawing={intervals} />);

  it('fill the point where the limits leave the benchmark out, leave it open where they hold it', () => {
    expect([...markup.matchAll(/<circle[^>]* fill="([^"]*)"/g)].map(([, fill]) => fill)).toEqual(['#12436D', '#FFFFFF']);
  });

  it('name the benchmark with its value and say where there is none to compare', () => {
    expect(markup).toContain('>County: 30</text>');
    expect(count(markup, />not given</g)).toBe(1);
    expect(render(<IntervalsFigure basics={basics()} drawing={{ ...intervals, benchmark: null }} />)).not.toContain('stroke-dasharray');
  });
});

describe('lines', () => {
  it('break where a value is missing, and tell series apart by dashes and names too', () => {
    const markup = render(<LinesFigure basics={basics()} drawing={curves} />);
    const paths = [...markup.matchAll(/<path d="([^"]*)" fill="none" stroke="#[0-9A-F]{6}" stroke-width="2.2"[^>]*>/g)];
    expect(paths.map(([, d]) => count(d ?? '', /M/g))).toEqual([2, 1]);
    expect(paths.map(([path]) => /stroke-dasharray="([^"]*)"/.exec(path)?.[1])).toEqual([undefined, '7 3']);
    expect([count(markup, />A<\/text>/g), count(markup, />B<\/text>/g)]).toEqual([1, 1]);
  });
});

describe('heat', () => {
  it('shades in equal steps, writes the values, crosses out what is missing', () => {
    const markup = render(<HeatFigure basics={basics()} drawing={heat} shades={SHADES} />);
    const cells = [...markup.matchAll(/height="28" fill="(#[0-9A-F]{6})" stroke="#FFFFFF"/g)].map(([, fill]) => fill);
    expect(cells).toEqual([SHADES[0], SHADES[4], '#FFFFFF', SHADES[2]]);
    expect([count(markup, />5<\/text>/g), count(markup, / stroke="#5C6A76"/g)]).toEqual([1, 1]);
  });
});

describe('pyramid', () => {
  it('has both sides on one scale, the youngest at the bottom', () => {
    const markup = render(<PyramidFigure basics={basics()} drawing={pyramid} />);
    const drawn = [...markup.matchAll(/<rect x="[\d.]+" y="([\d.]+)" width="([\d.]+)" height="14" fill="([^"]*)"/g)].map(([, y, width, fill]) => ({ y: Number(y), width: Number(width), fill }));
    expect(drawn.map(({ fill }) => fill)).toEqual(['#12436D', '#28A197']);
    expect((drawn[1]?.width ?? 0) / (drawn[0]?.width ?? 1)).toBeCloseTo(2, 2);
    expect(markup.indexOf('>5-9<')).toBeGreaterThan(markup.indexOf('>0-4<'));
    expect(Number(/y="([\d.]+)" text-anchor="middle" font-size="11">0-4</.exec(markup)?.[1])).toBeGreaterThan(Number(/y="([\d.]+)" text-anchor="middle" font-size="11">5-9</.exec(markup)?.[1]));
  });
});

describe('words', () => {
  it('prints values as a reader expects', () => {
    expect([valueText(2876.4, 'rate'), valueText(12.34, ''), valueText(0.127, 'share'), valueText(46, '%'), valueText(0, ''), valueText(0.034, '%'), valueText(Number.NaN, 'share')]).toEqual(['2,876', '12.3', '12.7%', '46%', '0', '0.03%', '–']);
  });

  it('breaks lines between words only, and shortens labels after two lines', () => {
    expect(wrapText('one two three', textWidth('one two', 12) + 1, 12)).toEqual(['one two', 'three']);
    expect(wrapText('unbreakable', 5, 12)).toEqual(['unbreakable']);
    expect(labelLines('one two three', 10, 12)).toEqual(['one', 'two…']);
  });
});

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('colours', () => {
  it('of neighbouring series are 3:1 apart, for the first five', () => {
    expect([0, 1, 2, 3].filter((index) => contrast(SERIES_COLOURS[index] ?? '', SERIES_COLOURS[index + 1] ?? '') < 3)).toEqual([]);
  });

  it('of words on them are 4.5:1', () => {
    expect(SERIES_COLOURS.filter((colour, index) => contrast(colour, onSeries(index)) < 4.5)).toEqual([]);
    expect(SHADES.filter((shade) => contrast(shade, inkOn(shade)) < 4.5)).toEqual([]);
  });
});
