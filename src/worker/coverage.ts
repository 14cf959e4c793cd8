import type { AreaTable } from '../model/areas.ts';
import type { DataSetEntry } from '../model/manifest.ts';

/**
 * 1 for every area that a data set covers. A night-time-economy profile covers the hotspots only: an area elsewhere
 * holds no record of it because nobody looked, which is not zero. Every other kind covers the whole county.
 */
export function coveredAreas(entry: Pick<DataSetEntry, 'kind'>, areas: Pick<AreaTable, 'nteHotspot'>): Uint8Array {
  return Uint8Array.from(areas.nteHotspot, (hotspot) => (entry.kind !== 'nte-profile' || hotspot !== '' ? 1 : 0));
}
