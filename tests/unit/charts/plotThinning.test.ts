import { describe, expect, it } from 'vitest';
import { caterpillarLayout } from '../../../src/charts/caterpillarLayout.ts';
import type { PlotPlace, PlotPoint } from '../../../src/charts/plotPoints.ts';
import { thinnedLimits, thinnedMarks } from '../../../src/charts/plotThinning.ts';
import { CLASS } from '../../../src/model/measures.ts';

const pointAt = (area: number): PlotPoint => ({ area, name: '', value: area, lower: area - 5, upper: area + 5, benchmark: 100, against: '', size: 1, classCode: area % 2 === 0 ? CLASS.higher : CLASS.lower, chosen: true });
const places = (count: number): PlotPlace[] => Array.from({ length: count }, (_, area) => ({ point: pointAt(area), x: 46 + area / 100, y: 200 - area / 200, beyond: false }));

const pixels = (some: readonly PlotPlace[]): Set<string> => new Set(some.map(({ point, x, y }) => `${point.classCode} ${Math.round(x)} ${Math.round(y)}`));

describe('a plot of more areas than pixels', () => {
  it('leaves few areas as they are', () => {
    const few = places(381);
    expect([thinnedMarks(few), thinnedLimits(few)]).toEqual([few, few]);
  });

  it('draws each pixel once for each class, and misses none', () => {
    const many = places(36_000);
    expect(pixels(thinnedMarks(many))).toEqual(pixels(many));
    expect(thinnedMarks(many)).toHaveLength(pixels(many).size);
  });

  it('draws the limits of a pixel from the lowest to the highest, each class by itself', () => {
    const limits = thinnedLimits(places(36_000));
    expect(limits.length).toBeLessThan(800);
    const [first] = limits.filter(({ point, x }) => point.classCode === CLASS.higher && Math.round(x) === 50);
    expect([first?.point.lower, first?.point.upper]).toEqual([350 - 5, 448 + 5]);
  });

  it('still knows every area', () => {
    const { places: all, marks } = caterpillarLayout(Array.from({ length: 36_000 }, (_, area) => pointAt(area)), 100, { width: 340, height: 240, whole: true });
    expect(all).toHaveLength(36_000);
    expect(marks.reduce((length, { path }) => length + path.length, 0)).toBeLessThan(100_000);
  });
});
