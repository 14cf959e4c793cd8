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
