import { adjustPValues } from './adjustPValues.ts';
import { benchmarkClass } from './benchmarkClass.ts';
import { rateRatio, type RatioOptions, type RatioReason } from './rateRatio.ts';

/** One period: events and person-time (or months) by area. */
export interface Period {
  readonly events: ArrayLike<number>;
  readonly personYears: ArrayLike<number>;
}

/** How an area's rate moved: its limits, or its p after FDR, leave out no change at all. */
export type ChangeClass = 'higher' | 'similar' | 'lower';

/** By area; NaN and null where `reasons` says why. */
export interface RateChanges {
  /** Later rate over earlier rate: Infinity where only the later period has events. */
  readonly ratios: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly p: Float64Array;
  /** p adjusted over the areas (Benjamini-Hochberg). */
  readonly adjusted: Float64Array;
  /** By the limits: at 95% about one area in 20 changes by chance. */
  readonly classes: readonly (ChangeClass | null)[];
  /** By the adjusted p: at most 5% of those found are by chance, on average. */
  readonly classesAfterFdr: readonly (ChangeClass | null)[];
  readonly reasons: readonly (RatioReason | 'missing' | null)[];
}

/**
 * Ratio of each area's rate in the later period to that in the earlier, with limits and p as `rateRatio`, classes by
 * both, for one map of change. Regression to the mean: areas picked because they were high tend to fall without any
 * cause; compare all areas, or with the county's own ratio (`overall`: an area's change relative to it, the earlier
 * exposure scaled).
 *
 * Events are taken as independent; repeated victims make true limits wider. NaN is no figure. Throws RangeError as
 * `rateRatio`.
 * Source: as `rateRatio`; Benjamini and Hochberg (1995).
 */
export function rateChanges(
  earlier: Period, later: Period, options: Omit<RatioOptions, 'name'> & { readonly overall?: number; readonly level?: number },
): RateChanges {
  const { overall = 1, level = 0.05, ...ratio } = options;
  if (!(overall > 0 && overall < Infinity)) throw new RangeError(`The overall ratio must be positive; it is ${overall}.`);
  const areas = earlier.events.length;
  for (const column of [earlier.personYears, later.events, later.personYears]) {
    if (column.length !== areas) throw new RangeError(`${areas} areas in one column and ${column.length} in another do not match.`);
  }
  const nan = (): Float64Array => new Float64Array(areas).fill(Number.NaN);
  const columns = { ratios: nan(), lower: nan(), upper: nan(), p: nan() };
  const classes: (ChangeClass | null)[] = [];
  const reasons = Array.from({ length: areas }, (_, area): RatioReason | 'missing' | null => {
    const [x, y, a, b] = [later.events[area], earlier.events[area], later.personYears[area], earlier.personYears[area]].map((value) => value ?? Number.NaN);
    classes.push(null);
    if ([x, y, a, b].some((value) => Number.isNaN(value))) return 'missing';
    const found = rateRatio({ events: x ?? 0, personYears: a ?? 0 }, { events: y ?? 0, personYears: (b ?? 0) / overall }, { ...ratio, name: `Area ${area}` });
    if (found.value === null) return found.reason;
    columns.ratios[area] = found.value * overall;
    columns.lower[area] = found.lower * overall;
    columns.upper[area] = found.upper * overall;
    columns.p[area] = found.p;
    classes[area] = benchmarkClass(found.lower, found.upper, 1);
    return null;
  });
  const adjusted = adjustPValues(columns.p, 'BH');
  const classesAfterFdr = reasons.map((reason, area): ChangeClass | null => {
    if (reason !== null) return null;
    if (!((adjusted[area] ?? 1) < level)) return 'similar';
    return (columns.ratios[area] ?? 1) > overall ? 'higher' : 'lower';
  });
  return { ...columns, adjusted, classes, classesAfterFdr, reasons };
}

/** The ratio of all areas' later rate to their earlier one; null without events or person-time in either period. */
export function overallRatio(earlier: Period, later: Period): number | null {
  const rate = ({ events, personYears }: Period): number => sumOf(events) / sumOf(personYears);
  const ratio = rate(later) / rate(earlier);
  return ratio > 0 && ratio < Infinity ? ratio : null;
}

function sumOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);
}
