import type { AreaTable, Places } from '../model/areas.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import type { Hours } from '../model/selection.ts';

/**
 * 1 for every area that a data set covers. A night-time-economy profile covers the hotspots only: an area elsewhere
 * holds no record of it because nobody looked, which is not zero. Every other kind covers the whole county.
 */
export function coveredAreas(entry: Pick<DataSetEntry, 'kind'>, areas: Pick<AreaTable, 'nteHotspot'>): Uint8Array {
  return Uint8Array.from(areas.nteHotspot, (hotspot) => (entry.kind !== 'nte-profile' || hotspot !== '' ? 1 : 0));
}

/**
 * The hours of every day that a data set covers; null = all. A night-time-economy profile covers those its hotspots'
 * profiles name, where they agree: its rates are for these hours only.
 */
export function coveredHours(entry: Pick<DataSetEntry, 'kind'>, places: Places): Hours | null {
  if (entry.kind !== 'nte-profile') return null;
  const windows = places.features.flatMap(({ properties: { profile } }) => (profile?.kind === 'nte' ? [profile.hours] : []));
  const [first] = windows;
  return first && windows.every(([from, to]) => from === first[0] && to === first[1]) ? { from: first[0], to: first[1] } : null;
}
