import type { Position } from 'geojson';
import type { Box } from '../../map/types.ts';
import type { OpenedPack } from '../../model/pack.ts';

/** Room around an area, so that its neighbours are in sight: a share of its own size. */
const ROOM = 1.2;

/** A box around one area and its neighbours; null where the pack holds no shape for it. */
export function areaBox(pack: OpenedPack, area: number): Box | null {
  const shape = pack.shapes.features.find(({ properties }) => properties.area === area)?.geometry;
  if (shape === undefined) return null;
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
  const corners = rings.flat();
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
