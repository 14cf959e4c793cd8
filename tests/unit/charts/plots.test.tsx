import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CaterpillarPlot } from '../../../src/charts/CaterpillarPlot.tsx';
import { caterpillarLayout, nearestByX } from '../../../src/charts/caterpillarLayout.ts';
import { FunnelPlot } from '../../../src/charts/FunnelPlot.tsx';
import { funnelLayout, nearestPlace } from '../../../src/charts/funnelLayout.ts';
import { rateAxisEnd, sizeAxis } from '../../../src/charts/plotAxis.ts';
import type { PlotPoint } from '../../../src/charts/plotPoints.ts';
import { CLASS } from '../../../src/model/measures.ts';
import type { FunnelLimits } from '../../../src/model/results.ts';

const { lower, similar, higher, noData } = CLASS;
function point(area: number, value: number, change: Partial<PlotPoint> = {}): PlotPoint {
  return { area, name: `Luton 00${area}A`, value, lower: value * 0.8, upper: value * 1.25, benchmark: 100, against: '', size: 5000 + area * 1000, classCode: similar, chosen: true, ...change };
}
/** Areas 0 to 4, not in the order of their values. */
const FIVE: readonly PlotPoint[] = [point(0, 100), point(1, 40, { classCode: lower }), point(2, 220, { classCode: higher }), point(3, 90, { chosen: false }), point(4, 110)];
const SIZE = { width: 340, height: 240, whole: false };
const links = {
  hovered: null, selected: [2], current: 2, describe: (area: number) => `area ${area} in words`, onHover: () => undefined, onSelect: () => undefined,
};
const curve = (share: number) => Float64Array.from([4000, 6000, 8000, 10_000], (size) => 100 + (share * 3000) / Math.sqrt(size));
const FUNNEL: FunnelLimits = { benchmark: 100, size: Float64Array.of(4000, 6000, 8000, 10_000), lower95: curve(-1), upper95: curve(1), lower998: curve(-1.6), upper998: curve(1.6) };
const NUMBERS = /(NaN|Infinity|undefined|null)/;
const lines = (markup: string) => `${markup.replaceAll('><', '>\n<')}\n`;

describe('CaterpillarPlot', () => {
  const markup = lines(renderToStaticMarkup(<CaterpillarPlot points={FIVE} benchmark={{ title: 'Bedfordshire', value: 100 }} axisTitle="DSR per 100,000 residents a year" whole={false} {...links} />));

  it('draws five areas as before', async () => {
    await expect(markup).toMatchFileSnapshot('./snapshots/CaterpillarPlot.html');
  });

  it('names the rate and the benchmark, and says the current area in words', () => {
    expect(markup).not.toMatch(NUMBERS);
    expect(markup).toContain('>DSR per 100,000 residents a year</text>');
    expect(markup).toContain('>Bedfordshire 100</text>');
    expect(markup).toMatch(/type="range"[^>]*min="1" max="5" step="1" aria-valuetext="area 2 in words" value="5"/);
  });

  it('tells classes by shape as well as by colour, and pales what is outside the chosen places', () => {
    expect([...markup.matchAll(/class="plot-mark (plot-\w+)( plot-pale)?"/g)].map(([, shape, pale]) => `${shape}${pale ?? ''}`)).toEqual(['plot-similar plot-pale', 'plot-similar', 'plot-lower', 'plot-higher', 'plot-higher']);
  });

  it('is a picture without areas', () => {
    const empty = renderToStaticMarkup(<CaterpillarPlot points={[]} benchmark={{ title: 'Bedfordshire', value: Number.NaN }} axisTitle="DSR" whole={false} {...links} selected={[]} current={null} />);
    expect(empty).not.toMatch(NUMBERS);
    expect(empty).not.toContain('type="range"');
  });
});

describe('caterpillarLayout', () => {
  const layout = caterpillarLayout(FIVE, 100, SIZE);

  it('orders areas by value at even steps, higher values further up', () => {
    expect(layout.places.map(({ point: { area } }) => area)).toEqual([1, 3, 0, 4, 2]);
    const xs = layout.places.map(({ x }) => x);
    expect(xs.slice(1).map((x, index) => Math.round(x - xs[index]!))).toEqual(Array.from({ length: 4 }, () => Math.round((layout.box.right - layout.box.left) / 5)));
    expect(layout.places.map(({ y }) => y)).toEqual(layout.places.map(({ y }) => y).toSorted((a, b) => b - a));
  });

  it('finds the nearest area by x alone, and the ends beyond the ends', () => {
    const xs = layout.places.map(({ x }) => x);
    expect(xs.map((x) => nearestByX(layout.places, x + 3))).toEqual([0, 1, 2, 3, 4]);
    expect([nearestByX(layout.places, -50), nearestByX(layout.places, 9999), nearestByX([], 5), nearestByX(layout.places.slice(0, 1), 200)]).toEqual([0, 4, null, 0]);
  });

  it('puts far outliers past the end of the axis, unless the whole of it is asked for', () => {
    const town = [...Array.from({ length: 60 }, (_, area) => point(area, 100 + area)), point(60, 20_000, { classCode: higher })];
    const cut = caterpillarLayout(town, 100, SIZE);
    expect([cut.beyond, cut.places.at(-1)?.beyond, cut.axis.end < 250]).toEqual([1, true, true]);
    expect(cut.places.at(-1)!.y).toBeLessThan(cut.box.top);
    const whole = caterpillarLayout(town, 100, { ...SIZE, whole: true });
    expect([whole.beyond, whole.axis.end]).toEqual([0, 25_000]);
  });

  it('groups areas that have benchmarks of their own, lowest benchmark first, each named with its line', () => {
    const own = FIVE.map((one) => ({ ...one, ...(one.area < 3 ? { benchmark: 120, against: 'Luton' } : { benchmark: 90, against: 'Central Bedfordshire' }) }));
    const { places, groups, axis, box } = caterpillarLayout(own, Number.NaN, SIZE);
    expect(places.map(({ point: { area } }) => area)).toEqual([3, 4, 1, 0, 2]);
    expect(groups.map(({ name, value }) => [name, value])).toEqual([[['Central', 'Bedfordshire'], 90], [['Luton'], 120]]);
    expect([groups[0]!.left, groups[0]!.right === groups[1]!.left, groups[1]!.right]).toEqual([box.left, true, box.right]);
    expect(groups[1]!.left).toBeGreaterThan(places[1]!.x);
    expect(groups[1]!.left).toBeLessThan(places[2]!.x);
    expect(groups.map(({ y }) => y)).toEqual([90, 120].map((value) => Math.round(axis.at(value)) + 0.5));
  });

  it('draws no line for a group without a benchmark, no name without room, and no groups under one benchmark or none', () => {
    const own = FIVE.map((one) => ({ ...one, benchmark: one.area === 0 ? Number.NaN : 90, against: one.area === 0 ? 'Bedfordshire-under-Nothing-at-all' : 'Luton' }));
    const { groups } = caterpillarLayout(own, Number.NaN, SIZE);
    expect(groups.map(({ name, y }) => [name, Number.isFinite(y)])).toEqual([[['Luton'], true], [[], false]]);
    expect([layout.groups, caterpillarLayout(own, 100, SIZE).groups, caterpillarLayout(FIVE, Number.NaN, SIZE).groups]).toEqual([[], [], []]);
    const markup = renderToStaticMarkup(<CaterpillarPlot points={own} benchmark={{ title: '', value: Number.NaN }} axisTitle="DSR" whole={false} {...links} />);
    expect(markup).not.toMatch(/NaN|Infinity/);
    expect(markup).toContain('>Luton</text>');
    expect(markup).toContain('Areas by borough and rate, lowest first');
  });

  it('ends a negative lower limit at nothing', () => {
    const [only] = caterpillarLayout([point(0, 10, { lower: -5, upper: 40 })], 20, SIZE).limits;
    expect(only?.path).toBe(`M188 ${caterpillarLayout([], 20, SIZE).box.bottom}V34`);
  });

  it('holds thousands of areas in a handful of paths', () => {
    const many = Array.from({ length: 7000 }, (_, area) => point(area, 50 + ((area * 7919) % 400), { classCode: [noData, lower, similar, higher][area % 4]!, chosen: area % 3 > 0 }));
    const { limits, marks, places } = caterpillarLayout(many, 100, SIZE);
    expect([places.length, limits.length, marks.length]).toEqual([7000, 8, 8]);
    expect(marks.reduce((sum, { path }) => sum + (path.match(/M/g)?.length ?? 0), 0)).toBe(7000);
  });
});

describe('FunnelPlot', () => {
  const markup = lines(renderToStaticMarkup(<FunnelPlot points={FIVE} limits={FUNNEL} benchmarkTitle="Bedfordshire" axisTitle="DSR per 100,000 residents a year" sizeTitle="Effective person-years" whole={false} {...links} />));

  it('draws five areas as before', async () => {
    await expect(markup).toMatchFileSnapshot('./snapshots/FunnelPlot.html');
  });

  it('has four curves, both axes named, and walks from the smallest', () => {
    expect(markup).not.toMatch(NUMBERS);
    expect([markup.match(/plot-curve-95"/g)?.length, markup.match(/plot-curve-998"/g)?.length]).toEqual([2, 2]);
    expect(markup).toContain('>Effective person-years</text>');
    expect(markup).toMatch(/aria-valuetext="area 2 in words" value="3"/);
  });
});

describe('funnelLayout', () => {
  it('finds the nearest area in both directions', () => {
    const { places } = funnelLayout(FIVE, FUNNEL, SIZE);
    expect(places.map(({ x, y }) => nearestPlace(places, x + 2, y - 2))).toEqual([0, 1, 2, 3, 4]);
    expect(nearestPlace([], 1, 1)).toBeNull();
  });

  it('takes a logarithmic axis where sizes differ much, and leaves out areas without a size', () => {
    const sizes = funnelLayout([point(0, 50, { size: 500 }), point(1, 60, { size: 50_000 }), point(2, 70, { size: Number.NaN })], FUNNEL, SIZE);
    expect([sizes.sizes.logarithmic, sizes.places.length, funnelLayout(FIVE, FUNNEL, SIZE).sizes.logarithmic]).toEqual([true, 2, false]);
    expect(sizes.sizes.ticks.map(({ text }) => text)).toEqual(['1,000', '10,000']);
  });
});

describe('axes', () => {
  it('end past the benchmark, and never have no width', () => {
    expect(rateAxisEnd([10, 20], 100, false)).toBe(125);
    expect(rateAxisEnd([10, 200], 100, false)).toBe(200);
    expect(rateAxisEnd([], Number.NaN, false)).toBe(1);
    expect(sizeAxis([], 40, 300).ticks).toEqual([]);
    const one = sizeAxis([1500], 40, 300);
    expect(one.at(1500)).toBe(170);
  });
});
