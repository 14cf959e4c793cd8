import { checkAmount } from './rate.ts';

/** How much is chosen: so many areas, or a share of all surface (0 to 1). */
export type Choice = { readonly areas: number } | { readonly surfaceShare: number };

/**
 * Chooses the areas with the highest scores: by area, the share of it that is chosen, 0 to 1. At the cut, areas with
 * equal scores are chosen in equal part, and with a share of surface the last area in part: what a random choice among
 * them would hold on average, so that no method gains by the order in which areas are listed. Areas without a score
 * (NaN) are never chosen.
 *
 * Throws RangeError for a number of areas that is not whole or a share that is not between 0 and 1.
 */
export function chooseAreas(scores: ArrayLike<number>, surfaces: ArrayLike<number>, choice: Choice): Float64Array {
  const size = sizes(surfaces, scores.length, choice);
  const chosen = new Float64Array(scores.length);
  const ranked = Array.from(scores).map((_, area) => area).filter((area) => !Number.isNaN(scores[area]))
    .toSorted((a, b) => ((scores[a] ?? 0) === (scores[b] ?? 0) ? a - b : (scores[b] ?? 0) > (scores[a] ?? 0) ? 1 : -1));
  let left = 'areas' in choice ? choice.areas : choice.surfaceShare * size.reduce((sum, value) => sum + value, 0);
  for (let from = 0; from < ranked.length && left > 0;) {
    let to = from;
    let group = 0;
    for (; to < ranked.length && scores[ranked[to] ?? -1] === scores[ranked[from] ?? -1]; to += 1) group += size[ranked[to] ?? -1] ?? 0;
    const share = group <= left ? 1 : left / group;
    for (const area of ranked.slice(from, to)) chosen[area] = share;
    left -= group;
    from = to;
  }
  return chosen;
}

/**
 * `no-events`: nothing happened in the period, nothing could be captured. `no-surface`: nothing was chosen, or surfaces
 * are 0.
 */
export type AccuracyReason = 'no-events' | 'no-surface';

export interface Accuracy {
  /** Events in the chosen areas, and all events. */
  readonly captured: number;
  readonly events: number;
  /** Share of events that the chosen areas held (hit rate). */
  readonly capture: number;
  /** Share of all surface that was chosen. */
  readonly surfaceShare: number;
  /** Prediction accuracy index: capture over share of surface. 1 is what chance gives. */
  readonly pai: number;
  /** Prediction efficiency index: PAI over the best possible PAI for as much surface, 0 to 1. */
  readonly pei: number;
  readonly reason: null;
}

export type AccuracyResult = Accuracy | { readonly capture: null; readonly reason: AccuracyReason };

/**
 * How well a choice of areas held the events of a period, which must not be the one that the choice was made from.
 * Events in areas without surface cannot be. The best possible choice takes the areas with the most events per km2
 * until as much surface is used, the last one in part.
 *
 * Throws RangeError for negative or missing events and surfaces. Source: Chainey, Tompson and Uhlig, Security Journal
 * 21 (2008), 4-28 (PAI); Hunt, Do Crime Hot Spots Move? (2016) (PEI).
 */
export function predictionAccuracy(chosen: ArrayLike<number>, events: ArrayLike<number>, surfaces: ArrayLike<number>): AccuracyResult {
  if (chosen.length !== events.length || surfaces.length !== events.length) throw new RangeError('Choice, events and surfaces do not have the same areas.');
  const totals = { events: 0, captured: 0, surface: 0, used: 0 };
  for (let area = 0; area < events.length; area += 1) {
    checkAmount(events[area], `Area ${area}: the number of events`);
    checkAmount(surfaces[area], `Area ${area}: the surface`);
    totals.events += events[area] ?? 0;
    totals.captured += (chosen[area] ?? 0) * (events[area] ?? 0);
    totals.surface += surfaces[area] ?? 0;
    totals.used += (chosen[area] ?? 0) * (surfaces[area] ?? 0);
  }
  if (totals.events === 0) return { capture: null, reason: 'no-events' };
  if (totals.used === 0) return { capture: null, reason: 'no-surface' };
  const capture = totals.captured / totals.events;
  const surfaceShare = totals.used / totals.surface;
  const best = mostEventsOn(totals.used, events, surfaces);
  return { captured: totals.captured, events: totals.events, capture, surfaceShare, pai: capture / surfaceShare, pei: Math.min(1, totals.captured / best), reason: null };
}

/** The most events that so much surface can hold. */
function mostEventsOn(surface: number, events: ArrayLike<number>, surfaces: ArrayLike<number>): number {
  const density = (area: number): number => (events[area] === 0 ? 0 : (events[area] ?? 0) / (surfaces[area] ?? 0));
  const ranked = Array.from(events).map((_, area) => area).toSorted((a, b) => density(b) - density(a) || (events[b] ?? 0) - (events[a] ?? 0));
  let left = surface;
  let most = 0;
  for (const area of ranked) {
    const size = surfaces[area] ?? 0;
    if (size >= left) return most + (size === 0 ? 0 : left / size) * (events[area] ?? 0);
    most += events[area] ?? 0;
    left -= size;
  }
  return most;
}

function sizes(surfaces: ArrayLike<number>, areas: number, choice: Choice): Float64Array {
  if (surfaces.length !== areas) throw new RangeError(`${areas} scores and ${surfaces.length} surfaces do not match.`);
  if ('areas' in choice) {
    if (!(Number.isInteger(choice.areas) && choice.areas >= 0)) throw new RangeError(`A number of areas is whole; it is ${choice.areas}.`);
    return new Float64Array(areas).fill(1);
  }
  if (!(choice.surfaceShare >= 0 && choice.surfaceShare <= 1)) throw new RangeError(`A share lies between 0 and 1; it is ${choice.surfaceShare}.`);
  return Float64Array.from(surfaces);
}
