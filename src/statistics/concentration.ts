import { checkAmount } from './rate.ts';

/** `no-areas`, `no-events`: nothing to hold a share of. `no-surface`: all surfaces are 0. */
export type ConcentrationReason = 'no-areas' | 'no-events' | 'no-surface';

export interface FewestAreas {
  /** Areas needed, those with the most events first. */
  readonly areas: number;
  /** The share of all events that they hold: at least the one asked for. */
  readonly held: number;
  /** Positions of the areas that belong to every such choice, most events first. */
  readonly certain: readonly number[];
  /** Positions of areas with equal counts of which `fromTied` (any of them) are needed besides. */
  readonly tied: readonly number[];
  readonly fromTied: number;
  readonly reason: null;
}

/**
 * The fewest areas that hold a share of all events. Where equal counts stand at the cut, the choice among them is
 * arbitrary: they are given apart, never picked silently by position. NaN counts are left out. null without events, with a
 * reason. Throws RangeError for negative counts and a share outside 0 to 1.
 *
 * @example fewestAreas([5, 3, 1, 1], 0.5) // 1 area holds 50%
 */
export function fewestAreas(counts: ArrayLike<number>, share: number): FewestAreas | { readonly areas: null; readonly reason: ConcentrationReason } {
  checkShare(share);
  const ranked = presentAreas(counts).toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const total = ranked.reduce((sum, area) => sum + (counts[area] ?? 0), 0);
  if (ranked.length === 0) return { areas: null, reason: 'no-areas' };
  if (total === 0) return { areas: null, reason: 'no-events' };
  // Half of 10 events is 5, also where 0.5 * 10 is computed with a rounding error.
  const target = share * total * (1 - 1e-12);
  let areas = 0;
  let events = 0;
  for (; events < target; areas += 1) events += counts[ranked[areas] ?? -1] ?? 0;
  const last = counts[ranked[areas - 1] ?? -1];
  const certain = ranked.slice(0, areas).filter((area) => counts[area] !== last);
  const tied = areas === 0 ? [] : ranked.filter((area) => counts[area] === last);
  const needed = areas - certain.length;
  // All of the equal ones are needed: then nothing is arbitrary.
  const all = needed === tied.length;
  return { areas, held: events / total, certain: all ? [...certain, ...tied] : certain, tied: all ? [] : tied, fromTied: all ? 0 : needed, reason: null };
}

/** Cumulative shares from the densest areas down; both start at 0 and end at 1. */
export interface ConcentrationCurve {
  /** Share of the areas, or of their surface. */
  readonly areas: Float64Array;
  readonly events: Float64Array;
  /** Areas without a count or surface. */
  readonly missing: number;
}

/**
 * Concentration curve: the share of events in the areas with the most of them, up to all areas; by number of areas, or,
 * with `surfaces` (km2), from the most events per km2 down by share of surface, so that large rural areas do not pass
 * for concentration. Read off it with `shareHeldBy` and `shareNeededFor`: areas with equal counts (densities) lie on a
 * straight line, so no order among them matters.
 *
 * null with a reason where there is nothing to share. NaN is left out and counted; an area without surface comes first
 * if it has events. Throws RangeError for negative amounts. Source: Weisburd, Criminology 53 (2015), 133-157; Lorenz
 * (1905).
 */
export function concentrationCurve(
  counts: ArrayLike<number>, surfaces?: ArrayLike<number>,
): ConcentrationCurve | { readonly areas: null; readonly reason: ConcentrationReason } {
  if (surfaces !== undefined && surfaces.length !== counts.length) throw new RangeError(`${counts.length} counts and ${surfaces.length} surfaces do not match.`);
  const present = presentAreas(counts).filter((area) => surfaces === undefined || !Number.isNaN(surfaces[area]));
  const surface = (area: number): number => {
    if (surfaces === undefined) return 1;
    checkAmount(surfaces[area], `Area ${area}: the surface`);
    return surfaces[area];
  };
  const density = (area: number): number => (counts[area] === 0 ? 0 : (counts[area] ?? 0) / surface(area));
  const ranked = present.toSorted((a, b) => density(b) - density(a) || (counts[b] ?? 0) - (counts[a] ?? 0));
  const events = ranked.reduce((sum, area) => sum + (counts[area] ?? 0), 0);
  const whole = ranked.reduce((sum, area) => sum + surface(area), 0);
  if (ranked.length === 0) return { areas: null, reason: 'no-areas' };
  if (events === 0) return { areas: null, reason: 'no-events' };
  if (whole === 0) return { areas: null, reason: 'no-surface' };
  return {
    areas: cumulative(ranked.map((area) => surface(area) / whole)), events: cumulative(ranked.map((area) => (counts[area] ?? 0) / events)),
    missing: counts.length - ranked.length,
  };
}

/**
 * "20% of areas hold 46%": the share of events in the given share of areas (or surface), between the curve's points on
 * a straight line.
 */
export function shareHeldBy(curve: ConcentrationCurve, share: number): number {
  return read(curve.areas, curve.events, checkShare(share));
}

/** The share of areas (or surface) that holds the given share of events. */
export function shareNeededFor(curve: ConcentrationCurve, share: number): number {
  return read(curve.events, curve.areas, checkShare(share));
}

/** y at x on a rising curve; where x stays level, at the first of its points. */
function read(x: Float64Array, y: Float64Array, at: number): number {
  const after = x.findIndex((value) => value >= at);
  if (after <= 0) return after === 0 ? y[0] ?? 0 : 1;
  const [x0, x1, y0, y1] = [x[after - 1] ?? 0, x[after] ?? 1, y[after - 1] ?? 0, y[after] ?? 1];
  return y0 + (at - x0) / (x1 - x0) * (y1 - y0);
}

function cumulative(shares: readonly number[]): Float64Array {
  const sums = new Float64Array(shares.length + 1);
  shares.forEach((share, i) => { sums[i + 1] = (sums[i] ?? 0) + share; });
  // The sum of all is 1 but for rounding.
  return sums.map((sum, i) => (i === shares.length ? 1 : Math.min(1, sum)));
}

function presentAreas(counts: ArrayLike<number>): number[] {
  return Array.from(counts).map((_, area) => area).filter((area) => {
    if (Number.isNaN(counts[area])) return false;
    checkAmount(counts[area], `Area ${area}: the count`);
    return true;
  });
}

function checkShare(share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share lies between 0 and 1; it is ${share}.`);
  return share;
}
