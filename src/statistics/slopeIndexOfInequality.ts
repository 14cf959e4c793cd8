import { isAmount } from './rate.ts';

/** Groups as in deciles of deprivation; fewer or more are no gradient to fit (PHE: 5 to 100). */
const GROUPS = { least: 5, most: 100 } as const;

export interface DeprivationGroups {
  /** Order of the groups, 1 = most deprived; by position where left out. Groups may come in any order. */
  readonly quantiles?: ArrayLike<number>;
  readonly populations: ArrayLike<number>;
  /** A rate or another measure of each group; proportions as shares from 0 to 1. */
  readonly values: ArrayLike<number>;
}

export interface InequalityOptions {
  /** Fit on the log scale (rates) or the logit scale (proportions), and turn the ends back. Default: as they are. */
  readonly transform?: 'log' | 'logit';
  /** What the index is multiplied by; a negative one turns the ends round and inverts the relative index. Default 1. */
  readonly multiplier?: number;
}

/** `too-few-groups`: under 5 (or over 100). `not-positive`: a group's value has no logarithm or logit. */
export type InequalityReason = 'too-few-groups' | 'not-positive';

export type InequalityResult =
  | { slope: number; relative: number | null; intercept: number; reason: null }
  | { slope: null; relative: null; intercept: null; reason: InequalityReason };

/**
 * Slope index of inequality: how much a measure changes from the most deprived end of the population to the least
 * deprived, by a regression of the groups' values on the middle of their cumulative population share, weighted by
 * that share. The relative index is the fitted value at the least deprived end over that at the most deprived
 * (under 1 where the deprived have more); null where that end is fitted at 0. The intercept is the fitted value at
 * the most deprived end, multiplied by |multiplier| only with a transformation, as the reference does.
 *
 * Point values without limits: PHE's limits are simulated. Throws RangeError that names the group for missing or
 * infinite values, populations that are not positive, proportions outside 0 to 1 and repeated quantiles, for lists
 * of different lengths and for a multiplier of 0.
 * Source: Regidor, J. Epidemiol. Community Health 58 (2004), 900-903; PHEindicatormethods `phe_sii`.
 */
export function slopeIndexOfInequality(groups: DeprivationGroups, options: InequalityOptions = {}): InequalityResult {
  const { transform, multiplier = 1 } = options;
  if (multiplier === 0 || !Number.isFinite(multiplier)) throw new RangeError(`The multiplier must not be 0 or infinite; it is ${multiplier}.`);
  const rows = sortedGroups(groups, transform);
  if (rows.length < GROUPS.least || rows.length > GROUPS.most) return none('too-few-groups');
  const { to, back } = SCALES[transform ?? 'none'];
  if (rows.some(({ value }) => !Number.isFinite(to(value)))) return none('not-positive');
  const fit = weightedLine(rows.map(({ population, value }) => ({ population, value: to(value) })));
  const [most, least] = [back(fit.intercept), back(fit.intercept + fit.slope)];
  const relative = multiplier < 0 ? most / least : least / most;
  return {
    slope: (transform ? least - most : fit.slope) * multiplier,
    relative: Number.isFinite(relative) ? relative : null,
    intercept: transform ? most * Math.abs(multiplier) : most,
    reason: null,
  };
}

const SCALES = {
  none: { to: (value: number) => value, back: (value: number) => value },
  log: { to: Math.log, back: Math.exp },
  logit: { to: (value: number) => Math.log(value / (1 - value)), back: (value: number) => 1 / (1 + Math.exp(-value)) },
} as const;

interface Group {
  readonly quantile: number;
  readonly population: number;
  readonly value: number;
}

function sortedGroups({ quantiles, populations, values }: DeprivationGroups, transform: InequalityOptions['transform']): Group[] {
  if (populations.length !== values.length || (quantiles && quantiles.length !== values.length)) {
    throw new RangeError(`${values.length} values, ${populations.length} populations and ${quantiles?.length ?? values.length} quantiles do not match.`);
  }
  const rows = Array.from(values, (value, i) => ({ quantile: quantiles?.[i] ?? i + 1, population: populations[i] ?? Number.NaN, value }));
  const seen = new Set<number>();
  for (const { quantile, population, value } of rows) {
    if (!Number.isFinite(quantile) || seen.has(quantile)) throw new RangeError(`Quantile ${quantile} is missing or occurs twice.`);
    if (!isAmount(population) || population === 0) throw new RangeError(`Quantile ${quantile}: the population is not positive (${population}).`);
    if (!Number.isFinite(value)) throw new RangeError(`Quantile ${quantile}: the value is missing or not a number.`);
    if (transform === 'logit' && !(value >= 0 && value <= 1)) {
      throw new RangeError(`Quantile ${quantile}: a proportion lies between 0 and 1; it is ${value}.`);
    }
    seen.add(quantile);
  }
  return rows.toSorted((a, b) => a.quantile - b.quantile);
}

/** Least squares of the values on the middle of each group's cumulative share, weighted by the share. */
function weightedLine(rows: readonly { population: number; value: number }[]): { slope: number; intercept: number } {
  const all = rows.reduce((sum, { population }) => sum + population, 0);
  let before = 0;
  const points = rows.map(({ population, value }) => {
    const point = { weight: population / all, rank: (before + population / 2) / all, value };
    before += population;
    return point;
  });
  const mean = (of: (point: (typeof points)[number]) => number): number => points.reduce((sum, point) => sum + point.weight * of(point), 0);
  const [rank, value] = [mean((point) => point.rank), mean((point) => point.value)];
  const slope = mean((point) => (point.rank - rank) * (point.value - value)) / mean((point) => (point.rank - rank) ** 2);
  return { slope, intercept: value - slope * rank };
}

function none(reason: InequalityReason): InequalityResult {
  return { slope: null, relative: null, intercept: null, reason };
}
