/** A class against the benchmark, or null where the area had none in that period. */
export type PeriodClass = 'higher' | 'similar' | 'lower' | null;

export interface Persistence {
  /** "Higher in `higher` of the last `known` quarters". */
  readonly higher: number;
  readonly lower: number;
  /** Periods of the window in which the area had a class: the badge's denominator. */
  readonly known: number;
  /** Longest unbroken run of higher periods within the window; a period without a class ends it. */
  readonly longestRun: number;
  /** Higher periods up to the last without a break; 0 where the last one is not higher. */
  readonly currentRun: number;
}

/**
 * How lasting an area's class is, over the last `window` periods of a matrix of classes by period (earliest first),
 * then by area. At 95% an area no different from the benchmark reads higher in about 1 period of 40, so "9 of 12" is no
 * accident and "1 of 12" may well be; with classes from small counts many periods are null, and `known` says so. Throws
 * RangeError for a window that is not a positive whole number of at most the periods there are, and for rows of
 * different lengths.
 */
export function persistence(classesByPeriod: readonly (readonly PeriodClass[])[], window: number): Persistence[] {
  if (!(Number.isInteger(window) && window >= 1 && window <= classesByPeriod.length)) {
    throw new RangeError(`A window of ${window} does not fit ${classesByPeriod.length} periods.`);
  }
  const rows = classesByPeriod.slice(-window);
  const areas = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== areas)) throw new RangeError('The periods do not have the same areas.');
  return Array.from({ length: areas }, (_, area) => {
    const classes = rows.map((row) => row[area] ?? null);
    let run = 0;
    let longestRun = 0;
    for (const one of classes) {
      run = one === 'higher' ? run + 1 : 0;
      longestRun = Math.max(longestRun, run);
    }
    const of = (name: PeriodClass): number => classes.filter((one) => one === name).length;
    return { higher: of('higher'), lower: of('lower'), known: window - of(null), longestRun, currentRun: run };
  });
}
