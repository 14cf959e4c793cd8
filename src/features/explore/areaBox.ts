import type { Position } from 'geojson';
import type { Box } from '../../map/types.ts';
import type { OpenedPack } from '../../model/pack.ts';

/** Room around an area, so that its neighbours are in sight: a share of its own size. */
const ROOM = 1.2;

/** A box around one area and its neighbours; null where the pack holds no shape for it. */
export function areaBox(pack: OpenedPack, area: number): Box | null {
  const shape = pack.shapes.features.find(({ properties }) => properties.area === area)?.geometry;
  return shape === undefined ? null : boxAround(shape.type === 'Polygon' ? shape.coordinates.flat() : shape.coordinates.flat(2));
}

/** A box around a place and its surroundings; null where the pack holds no outline for it. */
export function placeBox(pack: OpenedPack, placeId: string): Box | null {
  const shape = pack.places.features.find(({ properties }) => properties.id === placeId)?.geometry;
  if (shape === undefined || shape.type === 'Point') return null;
  return boxAround(shape.type === 'Polygon' ? shape.coordinates.flat() : shape.coordinates.flat(2));
}

/** CSS pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Makes a box longer to the east and south, so that what it holds is centred in the part of the map that a card at its right or bottom leaves free. */
export function besideCard([west, south, east, north]: Box, map: Size, covered: { readonly right: number; readonly bottom: number }): Box {
  // A degree of longitude is shorter than one of latitude by this much.
  const narrower = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const perDegree = Math.min((map.width - covered.right) / (east - west), ((map.height - covered.bottom) * narrower) / (north - south));
  if (!(perDegree > 0) || !Number.isFinite(perDegree)) return [west, south, east, north];
  return [west, south - (covered.bottom * narrower) / perDegree, east + covered.right / perDegree, north];
}

/** True where a point lies within the box of any area of the pack: near enough to one to be at it. */
export function areaAt(pack: OpenedPack, { longitude, latitude }: { readonly longitude: number; readonly latitude: number }): boolean {
  return pack.shapes.features.some(({ geometry }) => {
    const corners = geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
    const [[west, east], [south, north]] = [ends(corners, 0), ends(corners, 1)];
    return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  });
}

function boxAround(corners: readonly Position[]): Box {
  const [west, east] = ends(corners, 0);
  const [south, north] = ends(corners, 1);
  const [wide, high] = [(east - west) * ROOM, (north - south) * ROOM];
  return [west - wide, south - high, east + wide, north + high];
}

function ends(corners: readonly Position[], axis: 0 | 1): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const corner of corners) {
    const value = corner[axis] ?? Number.NaN;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
