/** Milliseconds of repeated work: the middle, and what 95 of 100 stay below. */
export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly repeats: number;
}

/**
 * The smallest value that at least `share` of the values do not exceed (nearest rank); NaN of nothing.
 *
 * @param share above 0, at most 1
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function timesOf(values: readonly number[]): Times {
  return { median: percentile(values, 0.5), p95: percentile(values, 0.95), repeats: values.length };
}

/** Milliseconds that work takes. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Three figures: "0.251", "17.3", "1,240"; "too short" for 0, which is what a rounded clock says; "-" for none. */
export function milliseconds(value: number): string {
  if (Number.isNaN(value)) return '-';
  if (value === 0) return 'too short';
  if (value >= 100) return Math.round(value).toLocaleString('en-GB');
  return value.toLocaleString('en-GB', { maximumFractionDigits: value >= 10 ? 1 : value >= 1 ? 2 : 3, minimumFractionDigits: value >= 10 ? 1 : 2 });
}
