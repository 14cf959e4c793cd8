import type { MultiPolygon, Point, Polygon, Position } from 'geojson';

/**
 * Where to write a place's name: the middle of the widest stretch inside the largest part, among a few lines
 * of equal latitude. Inside the shape by construction, holes included. Points are their own label point.
 *
 * @returns [longitude, latitude]; null for a shape without area
 */
export function labelPoint(geometry: Polygon | MultiPolygon | Point): readonly [number, number] | null {
  if (geometry.type === 'Point') return pair(geometry.coordinates);
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const largest = parts.toSorted((a, b) => ringArea(b[0] ?? []) - ringArea(a[0] ?? []))[0];
  const outer = largest?.[0];
  if (!largest || !outer || ringArea(outer) === 0) return null;
  const latitudes = outer.map((position) => position[1] ?? 0);
  const south = latitudes.reduce((a, b) => Math.min(a, b));
  const north = latitudes.reduce((a, b) => Math.max(a, b));
  let best: { readonly middle: readonly [number, number]; readonly worth: number } | null = null;
  for (const share of [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7]) {
    const latitude = south + (north - south) * share;
    const stretch = widestStretch(largest, latitude);
    if (!stretch) continue;
    // A line near the middle wins over a slightly wider one near the edge.
    const worth = (stretch[1] - stretch[0]) * (1 - Math.abs(share - 0.5));
    if (!best || worth > best.worth) best = { middle: [(stretch[0] + stretch[1]) / 2, latitude], worth };
  }
  return best?.middle ?? null;
}

function widestStretch(rings: readonly (readonly Position[])[], latitude: number): readonly [number, number] | null {
  const crossings = rings.flatMap((ring) => crossingsOf(ring, latitude)).toSorted((a, b) => a - b);
  let widest: readonly [number, number] | null = null;
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const from = crossings[index] ?? 0;
    const to = crossings[index + 1] ?? 0;
    if (!widest || to - from > widest[1] - widest[0]) widest = [from, to];
  }
  return widest;
}

function crossingsOf(ring: readonly Position[], latitude: number): number[] {
  const crossings: number[] = [];
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [x1, y1] = pair(ring[index]);
    const [x2, y2] = pair(ring[index + 1]);
    if (y1 > latitude !== y2 > latitude) crossings.push(x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1));
  }
  return crossings;
}

/** Square degrees, positive: only compared. */
function ringArea(ring: readonly Position[]): number {
  let twice = 0;
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [x1, y1] = pair(ring[index]);
    const [x2, y2] = pair(ring[index + 1]);
    twice += x1 * y2 - x2 * y1;
  }
  return Math.abs(twice) / 2;
}

function pair(position: Position | undefined): readonly [number, number] {
  return [position?.[0] ?? 0, position?.[1] ?? 0];
}
