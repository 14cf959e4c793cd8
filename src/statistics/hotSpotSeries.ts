import { adjustPValues } from './adjustPValues.ts';
import { emergingHotSpot, type EmergingHotSpot } from './emergingHotSpots.ts';
import { getisOrd } from './getisOrd.ts';
import type { NeighbourLists } from './spatialWeights.ts';

/** Gi* of every area in every step, and which of them are hot (1) or cold (-1) after FDR. */
export interface SteppedHotSpots {
  /** By step, then by area; NaN where there is none. */
  readonly z: readonly Float64Array[];
  readonly states: readonly Int8Array[];
}

/**
 * Gi* step by step, each against the same step's mean over all areas, so that a county-wide rise makes no hot spots; hot and
 * cold by p adjusted over the areas of each step (Benjamini-Hochberg). ESRI's tool differs: its neighbourhoods reach
 * back in time, its default compares with the whole cube and adjusts over it. NaN is no value.
 */
export function steppedHotSpots(valuesByStep: readonly ArrayLike<number>[], lists: NeighbourLists, level = 0.05): SteppedHotSpots {
  const found = valuesByStep.map((values) => getisOrd(values, lists, { style: 'binary', includeSelf: true }));
  return { z: found.map(({ z }) => z), states: found.map(({ z, p }) => hotAndCold(z, p, level)) };
}

/** 1 where an area is hot, -1 where it is cold: p adjusted over all areas by Benjamini-Hochberg is below the level. */
export function hotAndCold(z: ArrayLike<number>, p: ArrayLike<number>, level = 0.05): Int8Array {
  return Int8Array.from(adjustPValues(p, 'BH'), (adjusted, area) => (adjusted < level ? Math.sign(z[area] ?? 0) : 0));
}

/** The category of every area over the steps, as `emergingHotSpot`. */
export function emergingHotSpots({ z, states }: SteppedHotSpots, level = 0.05): EmergingHotSpot[] {
  const areas = z[0]?.length ?? 0;
  return Array.from({ length: areas }, (_, area) => emergingHotSpot({
    z: z.map((values) => values[area] ?? Number.NaN), states: states.map((values) => values[area] ?? 0),
  }, level));
}
