import type { Confidence } from './measures.ts';

/** Share of the areas marked, higher and lower together, that may be marked wrongly on average under 'fdr'. */
export const FALSE_DISCOVERY_RATE = 0.05;

/**
 * Areas of a group that would read "higher" if none differed from the benchmark: of those with a class, the upper tail of
 * the limits, (1 - level) / 2. 121 at 95%: 3. NaN under 'fdr', where the share of wrong ones among those marked is held instead.
 */
export function expectedHigher(classified: number, confidence: Confidence): number {
  return confidence === 'fdr' ? Number.NaN : (classified * (1 - confidence / 100)) / 2;
}
