import { describe, expect, it } from 'vitest';
import { compareTrial, type DailyCount } from '../../../src/patrol/trial/compare.ts';
import { designRows, drawTreatment, type DesignRequest, type TrialDesign } from '../../../src/patrol/trial/design.ts';
import { nextDate } from './checkPlan.ts';

const request = (changes: Partial<DesignRequest> = {}): DesignRequest => ({
  hotspots: Array.from({ length: 21 }, (_, i) => `H${i}`), from: '2025-03-03', days: 63, oneIn: 3, runDays: 1, seed: 5, ...changes,
});

function perDay(design: TrialDesign): Set<number> {
  return new Set(designRows(design).map(({ treated }) => treated.length));
}

/** Treatment days of a hotspot by weekday. */
function byWeekday({ treated }: TrialDesign, hotspot: number, first = 0): number[] {
  return Array.from({ length: 7 }, (_, weekday) => treated[hotspot]!.filter((on, day) => on && (day + first) % 7 === weekday).length);
}

describe('the draw of treatment days', () => {
  it.each([[2, 1, 28], [3, 1, 63], [3, 3, 63], [2, 7, 28]])('one in %s for %s days in a row over %s days: every hotspot has the same number of treatment days on every weekday', (oneIn, runDays, days) => {
    const design = drawTreatment(request({ oneIn, runDays, days }));
    for (let hotspot = 0; hotspot < 21; hotspot += 1) expect(byWeekday(design, hotspot)).toEqual(Array.from({ length: 7 }, () => days / 7 / oneIn));
  });

  it('treats 7 of 21 every day, and 10 or 11 of 21 where half are', () => {
    expect(perDay(drawTreatment(request()))).toEqual(new Set([7]));
    expect(perDay(drawTreatment(request({ oneIn: 2, days: 56 })))).toEqual(new Set([10, 11]));
  });

  it('holds a draw for three days in a row', () => {
    const { treated } = drawTreatment(request({ runDays: 3 }));
    for (const own of treated) for (let day = 0; day < 63; day += 3) expect(new Set(own.slice(day, day + 3)).size).toBe(1);
  });

  it('is off by at most one in each weekday where the days do not fill their blocks', () => {
    const design = drawTreatment(request({ days: 40 }));
    for (let hotspot = 0; hotspot < 21; hotspot += 1) {
      const counts = byWeekday(design, hotspot);
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...counts)).toBeLessThanOrEqual(2);
    }
  });

  it('is the same for the same seed, another for another, and as likely for every hotspot', () => {
    expect(drawTreatment(request())).toEqual(drawTreatment(request()));
    expect(drawTreatment(request({ seed: 6 })).treated).not.toEqual(drawTreatment(request()).treated);
    const counts = Array.from({ length: 21 }, () => 0);
    for (let seed = 0; seed < 600; seed += 1) drawTreatment(request({ days: 1, seed })).treated.forEach(([first], hotspot) => {
      if (first) counts[hotspot] = counts[hotspot]! + 1;
    });
    // 200 expected of 600, standard deviation 11.5.
    expect(Math.min(...counts)).toBeGreaterThan(200 - 46);
    expect(Math.max(...counts)).toBeLessThan(200 + 46);
  });

  it('refuses dates and numbers that make no trial', () => {
    expect(() => drawTreatment(request({ from: 'Monday' }))).toThrow('date');
    expect(() => drawTreatment(request({ oneIn: 1 }))).toThrow('from 2');
    expect(() => drawTreatment(request({ runDays: 0 }))).toThrow('from 1');
  });
});

describe('the comparison', () => {
  const design = drawTreatment(request());
  const counts = (of: (treated: boolean, hotspot: number, day: number) => number): DailyCount[] => design.treated.flatMap((own, hotspot) => own.map((on, day) => ({ hotspot: `H${hotspot}`, date: nextDate('2025-03-03', day), count: of(on, hotspot, day) })));
  const options = { permutations: 999, seed: 1, confidence: 0.95 };

  it('gives means, difference and ratio as they are, and an effect without noise exactly', () => {
    const found = compareTrial(design, counts((treated) => (treated ? 1 : 3)), options);
    expect(found.treatment).toEqual({ days: 441, events: 441, mean: 1 });
    expect(found.control).toEqual({ days: 882, events: 2646, mean: 3 });
    expect(found.difference).toMatchObject({ value: -2 });
    expect(found.difference.lower).toBeCloseTo(-2, 10);
    expect(found.difference.upper).toBeCloseTo(-2, 10);
    expect(found.ratio?.value).toBeCloseTo(1 / 3, 12);
    expect(found.ratio?.upper).toBeCloseTo(1 / 3, 10);
    expect(found.p).toBe(1 / 1000);
  });

  it('finds a p of 1 where nothing differs', () => {
    expect(compareTrial(design, counts(() => 2), options).p).toBe(1);
  });

  it('rejects a constant effect exactly where its limits leave it out', () => {
    const noise = counts((treated, hotspot, day) => (treated ? 0 : 1) + ((hotspot * 7 + day * 13 + hotspot * day) % 5));
    const { difference } = compareTrial(design, noise, options);
    const shifted = (by: number): number => compareTrial(design, noise.map((row, i) => ({ ...row, count: row.count + 100 - (design.treated.flat()[i] ? by : 0) })), options).p;
    expect(shifted(difference.lower - 0.02)).toBeLessThan(0.06);
    expect(shifted(difference.upper + 0.02)).toBeLessThan(0.06);
    expect(shifted(difference.value)).toBe(1);
    expect(shifted((difference.lower + difference.value) / 2)).toBeGreaterThan(0.1);
  });

  it('loses no row: each is used or counted under its reason, and days without a row are not zero', () => {
    const rows = counts(() => 1).slice(0, 100);
    const found = compareTrial(design, [...rows, rows[0]!, { ...rows[0]!, hotspot: 'X' }, { ...rows[0]!, date: '2026-01-01' }, { ...rows[0]!, date: 'x' }, { ...rows[0]!, count: -1 }, { ...rows[0]!, count: Number.NaN }], options);
    expect(found.rows).toEqual({ given: 106, unknownHotspot: 1, badDate: 1, outsideTrial: 1, badCount: 2, twice: 1, daysWithout: 21 * 63 - 100 });
    expect(found.treatment.days + found.control.days).toBe(100);
  });

  it('says why where there is nothing to compare', () => {
    expect(() => compareTrial(design, [], options)).toThrow('no counts for treatment days. Rows: 0 given, 0 used.');
    expect(() => compareTrial(design, [{ hotspot: 'X', date: 'x', count: 1 }], options)).toThrow('1 given, 0 used; set aside 1 of hotspots that are not in the trial.');
    expect(compareTrial(design, counts((treated) => (treated ? 0 : 1)), options).ratio).toBeNull();
    expect(() => compareTrial(design, counts(() => 1), { ...options, confidence: 95 })).toThrow('between 0 and 1');
  });
});
