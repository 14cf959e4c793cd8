import type { AreaTable, Places } from '../model/areas.ts';

/** The kinds of place that areas belong to; `drawn` areas are not places. */
export const AREA_PLACE_KINDS = ['borough', 'hub', 'ward', 'nteHotspot'] as const;
export type AreaPlaceKind = (typeof AREA_PLACE_KINDS)[number];

/** The places of one kind, and the place each area lies in. */
export interface PlaceGroup {
  /** Ids in ascending order. */
  readonly ids: readonly string[];
  /** Position in `ids` by area number; -1 where the area lies in no place of this kind. */
  readonly ofArea: Int32Array;
}

export type PlaceIndex = Readonly<Record<AreaPlaceKind, PlaceGroup>>;

const KIND_IN_PLACES = { borough: 'borough', hub: 'hub', ward: 'ward', nteHotspot: 'nte-hotspot' } as const;

/**
 * Groups areas by borough, ward (by `wardId`), hub and NTE hotspot. Places without any area (an airport hub,
 * say) are listed when `places` is given, so that they read 0 rather than being absent.
 */
export function placeIndex(areas: AreaTable, places: Places | null): PlaceIndex {
  const group = (kind: AreaPlaceKind, column: readonly string[]): PlaceGroup => {
    const listed = places?.features.map((f) => f.properties).filter((p) => p.kind === KIND_IN_PLACES[kind]).map((p) => p.id) ?? [];
    const ids = [...new Set([...column.filter((id) => id !== ''), ...listed])].toSorted();
    const position = new Map(ids.map((id, i) => [id, i]));
    return { ids, ofArea: Int32Array.from(column, (id) => position.get(id) ?? -1) };
  };
  return {
    borough: group('borough', areas.borough),
    hub: group('hub', areas.hub),
    ward: group('ward', areas.wardId),
    nteHotspot: group('nteHotspot', areas.nteHotspot),
  };
}
