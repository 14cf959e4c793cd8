import type { ClassName, Rate } from './recompute.ts';

/** An area's rate with the limits of a normal quantile; null below 10 events. */
export type LimitsAt = (quantile: number) => Rate | null;

export const QUANTILES = { 95: 1.959963984540054, 99.8: 3.090232306167813 } as const;
const FALSE_DISCOVERIES = 0.05;

/** Class by the area's own limits: one that lies on the benchmark is not beyond it. */
export function classByLimits(rate: Rate | null, benchmark: number | null): ClassName {
  if (rate === null || benchmark === null) return 'Too few to say';
  if (rate.lower > benchmark) return 'Significantly higher';
  return rate.upper < benchmark ? 'Significantly lower' : 'Similar';
}

/**
 * Classes with the false discovery rate held to 5%: each area's p-value is found by trying levels until its limit
 * touches the benchmark (no formula turned round), then Benjamini and Hochberg's step-up rule in its own words: the
 * largest k for which the k-th smallest p is at most k/m of 5%; the k smallest are significant.
 */
export function classesByDiscovery(areas: readonly LimitsAt[], benchmark: number | null): ClassName[] {
  const tested = areas.flatMap((limits, area) => {
    const rate = limits(QUANTILES[95]);
    return rate === null || benchmark === null ? [] : [{ area, higher: rate.value > benchmark, p: pValue(limits, rate.value > benchmark, benchmark) }];
  });
  const ranked = tested.toSorted((a, b) => a.p - b.p);
  const last = ranked.findLastIndex(({ p }, index) => p <= ((index + 1) / ranked.length) * FALSE_DISCOVERIES);
  const significant = new Map(ranked.slice(0, last + 1).map(({ area, higher }) => [area, higher]));
  const known = new Set(tested.map(({ area }) => area));
  return areas.map((_, area) => {
    if (!known.has(area)) return 'Too few to say';
    const higher = significant.get(area);
    return higher === undefined ? 'Similar' : higher ? 'Significantly higher' : 'Significantly lower';
  });
}

/** Two-sided, from the quantile at which the limit on the benchmark's side reaches it. */
function pValue(limits: LimitsAt, higher: boolean, benchmark: number): number {
  let [near, far] = [0, 100];
  for (let step = 0; step < 80; step += 1) {
    const middle = (near + far) / 2;
    const rate = limits(middle);
    const beyond = rate !== null && (higher ? rate.lower > benchmark : rate.upper < benchmark);
    if (beyond) near = middle;
    else far = middle;
  }
  return bothTails(near);
}

/** 2 (1 - Φ(z)), by Simpson's rule over the density; what lies beyond 12 standard deviations is nothing here. */
function bothTails(quantile: number): number {
  const [steps, end] = [2000, 12];
  if (quantile >= end) return 0;
  const width = (end - quantile) / steps;
  let total = density(quantile) + density(end);
  for (let step = 1; step < steps; step += 1) total += density(quantile + step * width) * (step % 2 === 1 ? 4 : 2);
  return (2 * total * width) / 3;
}

/** Of the standard normal distribution. */
function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}
