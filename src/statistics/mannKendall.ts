import { bothNormalTails } from './normalTail.ts';
import { normalQuantile } from './normalQuantile.ts';

/** Why there is no test: fewer than 3 values, or (for z and tau) all of them equal. */
export type TrendReason = 'fewer-than-3' | 'constant';

export interface MannKendall {
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  /** Variance of S without a trend, for ties. 0 where all values are equal. */
  readonly variance: number;
  /** Kendall's tau b: -1 falls throughout, 1 rises throughout. */
  readonly tauB: number | null;
  /** Without continuity correction (as ESRI's emerging hot spots). */
  readonly z: number | null;
  readonly p: number | null;
  /** With it: |S| less 1. What R's `mk.test` and `Kendall` give. 0 where S is 0. */
  readonly zCorrected: number | null;
  readonly pCorrected: number | null;
  /** Values that counted, and those set aside because they are missing (NaN). */
  readonly steps: number;
  readonly missing: number;
  readonly reason: TrendReason | null;
}

/**
 * Mann and Kendall's test for a series that rises or falls throughout, whatever its shape. p-values are two-sided.
 * Missing values (NaN) are left out, the rest keep their order. Successive values are taken to be independent: with
 * serial correlation (Gi* over overlapping windows has it) p is too small.
 *
 * The two z differ at few steps: of 1 to 5, p is 0.0167 exactly, 0.0143 without and 0.0275 with the correction: say
 * which is shown. Throws RangeError for infinite values.
 * Source: Mann, Econometrica 13 (1945), 245-259; Kendall, Rank Correlation Methods (1975); R's `trend::mk.test`.
 */
export function mannKendall(series: ArrayLike<number>): MannKendall {
  const { values } = presentSteps(series);
  const n = values.length;
  const missing = series.length - n;
  const nothing = { tauB: null, z: null, p: null, zCorrected: null, pCorrected: null, steps: n, missing };
  if (n < 3) return { s: risesLessFalls(values), variance: 0, ...nothing, reason: 'fewer-than-3' };
  const s = risesLessFalls(values);
  const ties = tieSizes(values);
  if (ties[0] === n) return { s, variance: 0, ...nothing, reason: 'constant' };
  const variance = (varianceTerm(n) - ties.reduce((total, t) => total + varianceTerm(t), 0)) / 18;
  const pairs = n * (n - 1) / 2;
  const tiedPairs = ties.reduce((total, t) => total + t * (t - 1) / 2, 0);
  const z = s / Math.sqrt(variance);
  const zCorrected = Math.sign(s) * Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance);
  return {
    s, variance, tauB: s / (Math.sqrt(pairs) * Math.sqrt(pairs - tiedPairs)), z, p: bothNormalTails(z), zCorrected,
    pCorrected: bothNormalTails(zCorrected), steps: n, missing, reason: null,
  };
}

export interface SenSlope {
  /** Median rise from one step to the next, over all pairs. */
  readonly slope: number;
  /** null where there are too few values for limits at this confidence. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Sen's slope with limits from the variance of Mann and Kendall's S. Steps are those of the series: a missing value
 * (NaN) is left out and its step stays. null below 2 values. Throws RangeError for a confidence outside 0 to 1 and
 * infinite values.
 * Source: Sen, JASA 63 (1968), 1379-1389; R's `trend::sens.slope`.
 */
export function senSlope(series: ArrayLike<number>, confidence: number): SenSlope | null {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`Confidence is a proportion between 0 and 1; it is ${confidence}.`);
  const { values, steps } = presentSteps(series);
  if (values.length < 2) return null;
  const slopes = new Float64Array(values.length * (values.length - 1) / 2);
  let at = 0;
  for (let j = 1; j < values.length; j += 1) {
    for (let i = 0; i < j; i += 1) {
      slopes[at] = ((values[j] ?? 0) - (values[i] ?? 0)) / ((steps[j] ?? 0) - (steps[i] ?? 0));
      at += 1;
    }
  }
  slopes.sort();
  const spread = normalQuantile(1 - (1 - confidence) / 2) * Math.sqrt(mannKendall(series).variance);
  const ranked = (rank: number): number | null => slopes[rank - 1] ?? null;
  return { slope: median(slopes), lower: ranked(roundHalfEven((at - spread) / 2)), upper: ranked(roundHalfEven((at + spread) / 2 + 1)) };
}

function presentSteps(series: ArrayLike<number>): { values: number[]; steps: number[] } {
  const values: number[] = [];
  const steps: number[] = [];
  for (let step = 0; step < series.length; step += 1) {
    const value = series[step] ?? Number.NaN;
    if (Math.abs(value) === Infinity) throw new RangeError(`Step ${step}: the value is not finite.`);
    if (Number.isNaN(value)) continue;
    values.push(value);
    steps.push(step);
  }
  return { values, steps };
}

function risesLessFalls(values: readonly number[]): number {
  let s = 0;
  for (let j = 1; j < values.length; j += 1) {
    for (let i = 0; i < j; i += 1) s += Math.sign((values[j] ?? 0) - (values[i] ?? 0));
  }
  return s;
}

/** What so many values add to 18 times the variance of S, and so many equal ones take off. */
function varianceTerm(count: number): number {
  return count * (count - 1) * (2 * count + 5);
}

/** How many values share each value that occurs more than once. */
function tieSizes(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}

function median(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] ?? Number.NaN : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** As R rounds: halves to the even side. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
