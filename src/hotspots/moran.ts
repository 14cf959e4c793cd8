import { MORAN_CLASS, type Correction, type HotspotAnswer } from '../model/hotspots.ts';
import { adjustPValues } from '../statistics/adjustPValues.ts';
import { globalMoran, type MoranReason } from '../statistics/globalMoran.ts';
import { localMoran, moranClusters, type Quadrant } from '../statistics/localMoran.ts';
import type { NeighbourLists } from '../statistics/spatialWeights.ts';
import { LEVEL, type NeighbourChances } from './permutations.ts';

/** Local Moran by area; NaN and `notTested` where there is none. */
export interface LocalMoranColumns {
  readonly index: Float64Array;
  readonly p: Float64Array;
  readonly adjusted: Float64Array;
  /** MORAN_CLASS codes. */
  readonly classes: Uint8Array;
}

const CLASS_OF: Readonly<Record<Quadrant | 'not-significant', number>> = {
  'not-significant': MORAN_CLASS.notSignificant, 'High-High': MORAN_CLASS.highHigh, 'Low-Low': MORAN_CLASS.lowLow, 'High-Low': MORAN_CLASS.highLow, 'Low-High': MORAN_CLASS.lowHigh,
};

/**
 * Anselin's local index with row-standardised weights. An area is more, or less, like its neighbours than by chance where
 * these hold more, or less: so p is that of Gi*, but for an area whose value is the mean itself, which is like nobody.
 */
export function localMoranColumns(values: Float64Array, lists: NeighbourLists, correction: Correction, { pTwoSided }: NeighbourChances): LocalMoranColumns {
  const { index, quadrantsAboutZero, reasons } = localMoran(values, lists, { style: 'row' });
  const p = pTwoSided.map((chance, area) => (reasons[area] === 'at-mean' ? Number.NaN : chance));
  const adjusted = adjustPValues(p, 'BH');
  const clusters = moranClusters(quadrantsAboutZero, correction === 'fdr' ? adjusted : p, LEVEL);
  return { index, p, adjusted, classes: Uint8Array.from(clusters, (cluster) => (cluster === null ? MORAN_CLASS.notTested : CLASS_OF[cluster])) };
}

const WITHOUT: Readonly<Record<MoranReason, string>> = {
  'too-few-areas': 'fewer than 4 areas are tested', constant: 'all values are equal', 'no-neighbours': 'no tested area has a neighbour',
  'no-variance': 'with these neighbours it is the same wherever the values lie',
};

/** Moran's index with row-standardised weights under randomisation, p two-sided; or a note that says why there is none. */
export function globalMoranOf(values: Float64Array, lists: NeighbourLists): { readonly global: HotspotAnswer['global']; readonly notes: readonly string[] } {
  const found = globalMoran(values, lists, { style: 'row' });
  if (found.reason !== null) return { global: null, notes: [`Global Moran’s I is not given: ${WITHOUT[found.reason]}.`] };
  return { global: { moran: found.index, expected: found.expected, z: found.z, p: found.pTwoSided }, notes: [] };
}
