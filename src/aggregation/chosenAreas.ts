import type { AreaTable } from '../model/areas.ts';
import type { Selection } from '../model/selection.ts';
import { contains } from '../geometry/containment.ts';
import { AREA_PLACE_KINDS, type AreaPlaceKind, type PlaceIndex } from '../tables/placeIndex.ts';

/** Bits for the "where" clauses an area fails; a drawn shape and a list of areas are clauses without a chart. */
const FAILS_PLACE: Readonly<Record<AreaPlaceKind | 'drawn' | 'areas', number>> = { borough: 1, hub: 2, ward: 4, nteHotspot: 8, drawn: 16, areas: 32 };

export interface ChosenAreas {
  /** 1 for areas that every "where" clause chooses. */
  readonly inPlace: Uint8Array;
  readonly failsPlace: Uint8Array;
}

/**
 * Which areas the "where" clauses choose: any of the places within a kind, all kinds together. A drawn shape chooses
 * the areas whose inside point lies in it; fewer than three corners enclose nothing. Codes that are not of an area
 * choose nothing.
 */
export function chosenAreas(selection: Selection, areas: AreaTable, index: PlaceIndex): ChosenAreas {
  const failsPlace = new Uint8Array(areas.code.length);
  const wanted = { borough: selection.boroughs, hub: selection.hubs, ward: selection.wards, nteHotspot: selection.nteHotspots };
  for (const kind of AREA_PLACE_KINDS) {
    const ids = wanted[kind];
    if (ids === null) continue;
    const { ids: places, ofArea } = index[kind];
    const wantedIds = new Set(ids);
    const chosen = Uint8Array.from(places, (id) => (wantedIds.has(id) ? 1 : 0));
    const bit = FAILS_PLACE[kind];
    for (let area = 0; area < failsPlace.length; area += 1) if (chosen[ofArea[area]!] !== 1) failsPlace[area]! |= bit;
  }
  if (selection.drawn !== null) markOutside(selection.drawn, areas, failsPlace);
  if (selection.areas !== null) markUnlisted(new Set(selection.areas), areas, failsPlace);
  const inPlace = new Uint8Array(failsPlace.length);
  for (let area = 0; area < inPlace.length; area += 1) inPlace[area] = failsPlace[area] === 0 ? 1 : 0;
  return { inPlace, failsPlace };
}

function markOutside(ring: readonly (readonly [number, number])[], areas: AreaTable, failsPlace: Uint8Array): void {
  const [first] = ring;
  const shape = first && ring.length >= 3 ? { type: 'Polygon' as const, coordinates: [[...ring, first].map(([x, y]) => [x, y])] } : null;
  const [west, east] = [Math.min(...ring.map(([x]) => x)), Math.max(...ring.map(([x]) => x))];
  const [south, north] = [Math.min(...ring.map(([, y]) => y)), Math.max(...ring.map(([, y]) => y))];
  for (let area = 0; area < failsPlace.length; area += 1) {
    const [x, y] = [areas.longitude[area]!, areas.latitude[area]!];
    // Most areas of a country lie outside the shape's box, which is told without walking round the shape.
    const inside = shape !== null && x >= west && x <= east && y >= south && y <= north && contains(shape, x, y);
    if (!inside) failsPlace[area]! |= FAILS_PLACE.drawn;
  }
}

function markUnlisted(codes: ReadonlySet<string>, areas: AreaTable, failsPlace: Uint8Array): void {
  areas.code.forEach((code, area) => {
    if (!codes.has(code)) failsPlace[area]! |= FAILS_PLACE.areas;
  });
}

/** Sums per place of one kind over the areas that every clause but that kind chooses; 0 for the other places. */
export function countsByPlace(kind: AreaPlaceKind, index: PlaceIndex, { failsPlace }: ChosenAreas, counts: ArrayLike<number>): Uint32Array {
  const { ids, ofArea } = index[kind];
  const sums = new Uint32Array(ids.length);
  const others = ~FAILS_PLACE[kind];
  for (let area = 0; area < ofArea.length; area += 1) {
    const place = ofArea[area]!;
    if (place >= 0 && (failsPlace[area]! & others) === 0) sums[place]! += counts[area]!;
  }
  return sums;
}

/** The areas that countsByPlace adds up for each place of one kind. */
export function areasByPlace(kind: AreaPlaceKind, index: PlaceIndex, { failsPlace }: ChosenAreas): readonly (readonly number[])[] {
  const { ids, ofArea } = index[kind];
  const members: number[][] = ids.map(() => []);
  ofArea.forEach((place, area) => {
    if (place >= 0 && (failsPlace[area]! & ~FAILS_PLACE[kind]) === 0) members[place]!.push(area);
  });
  return members;
}
