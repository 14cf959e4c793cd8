/** Limits closer to the benchmark than this, relatively, are on it: the difference is rounding. */
export const ROUNDING = 1e-12;

/**
 * An area against the benchmark's value: `higher` when its lower limit is above, `lower` when its upper limit is
 * below, else `similar`; a limit exactly on the benchmark (but for rounding, 1e-12) is similar. It is the area's interval against a value,
 * not an overlap of two intervals. All three in the same unit; infinite limits are allowed. Throws RangeError
 * for NaN and for a lower limit above the upper one: withheld rates have no class, ask for their reason first.
 * Source: OHID Fingertips technical guidance.
 */
export function benchmarkClass(lower: number, upper: number, benchmark: number): 'lower' | 'similar' | 'higher' {
  if (!(lower <= upper) || Number.isNaN(benchmark)) {
    throw new RangeError(`No class for limits ${lower} to ${upper} against ${benchmark}.`);
  }
  const slack = ROUNDING * Math.abs(benchmark);
  if (lower - benchmark > slack) return 'higher';
  return benchmark - upper > slack ? 'lower' : 'similar';
}

export type FiveWayClass = 'lower-99.8' | 'lower-95' | 'similar' | 'higher-95' | 'higher-99.8';

/**
 * The five-way class from the 95% and the 99.8% limits: the stricter level names the class where both agree.
 * Throws as `benchmarkClass` does.
 */
export function fiveWayBenchmarkClass(
  limits95: { readonly lower: number; readonly upper: number },
  limits998: { readonly lower: number; readonly upper: number },
  benchmark: number,
): FiveWayClass {
  const strict = benchmarkClass(limits998.lower, limits998.upper, benchmark);
  if (strict !== 'similar') return `${strict}-99.8`;
  const usual = benchmarkClass(limits95.lower, limits95.upper, benchmark);
  return usual === 'similar' ? usual : `${usual}-95`;
}
