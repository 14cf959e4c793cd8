import { describe, expect, it } from 'vitest';
import { compareTrial, type DailyCount, type TrialComparison } from '../../src/patrol/trial/compare.ts';
import { drawTreatment } from '../../src/patrol/trial/design.ts';
import { dateOfDay, dayNumber } from '../../src/patrol/londonTime.ts';
import { poisson, seeded } from './random.ts';

const TRIALS = 500;
const FIRST = dayNumber('2025-03-03')!;

/** Trials of 12 hotspots over six weeks, busy and quiet ones, weekends busier, with a relative effect and a draw of their own. */
function trials(effect: number, runDays: number): TrialComparison[] {
  const random = seeded(90 + runDays);
  const hotspots = Array.from({ length: 12 }, (_, i) => `H${i}`);
  return Array.from({ length: TRIALS }, (_, trial) => {
    const design = drawTreatment({ hotspots, from: '2025-03-03', days: 42, oneIn: 3, runDays, seed: trial });
    const counts = design.treated.flatMap((own, hotspot) => own.map((treated, day): DailyCount => ({
      hotspot: hotspots[hotspot]!, date: dateOfDay(FIRST + day), count: poisson((0.3 + hotspot / 6) * (day % 7 > 3 ? 1.6 : 1) * (treated ? effect : 1), random),
    })));
    return compareTrial(design, counts, { permutations: 199, seed: trial, confidence: 0.95 });
  });
}

const share = (list: readonly TrialComparison[], holds: (one: TrialComparison) => boolean): number => list.filter(holds).length / list.length;
/** Three standard errors of a share of 5% in so many trials. */
const SLACK = 3 * Math.sqrt(0.05 * 0.95 / TRIALS);

describe('comparison of treatment and control days, seeded simulation', () => {
  it.each([1, 3])('no effect, draws for %d days: p is below 5% in 5% of trials, below 20% in 20%, and the limits cover it in 95%', (runDays) => {
    const found = trials(1, runDays);
    expect(Math.abs(share(found, ({ p }) => p <= 0.05) - 0.05)).toBeLessThan(SLACK);
    expect(Math.abs(share(found, ({ p }) => p <= 0.2) - 0.2)).toBeLessThan(2 * SLACK);
    expect(Math.abs(share(found, ({ difference }) => difference.lower <= 0 && difference.upper >= 0) - 0.95)).toBeLessThan(SLACK);
    expect(Math.abs(share(found, ({ ratio }) => ratio !== null && ratio.lower <= 1 && ratio.upper >= 1) - 0.95)).toBeLessThan(SLACK);
  });

  it('40% fewer: the ratio’s limits cover 0.6 in about 95% of trials and most trials find it', () => {
    const found = trials(0.6, 1);
    // Poisson counts are no constant effect, so the coverage is not exact here.
    expect(Math.abs(share(found, ({ ratio }) => ratio !== null && ratio.lower <= 0.6 && ratio.upper >= 0.6) - 0.95)).toBeLessThan(1.5 * SLACK);
    expect(share(found, ({ p }) => p <= 0.05)).toBeGreaterThan(0.8);
  });
});
