import type { Geometry, Polygon, Position } from 'geojson';

/** Seeded numbers from 0 to 1 (mulberry32), so that generated shapes are the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A small square with its south-west corner there. */
export function square(west: number, south: number, size = 0.01): Polygon {
  return { type: 'Polygon', coordinates: [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]] };
}

/** Squares scattered over Bedfordshire's box. */
export function scatteredSquares(count: number, seed = 1): Polygon[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => square(-0.7 + random() * 0.55, 51.8 + random() * 0.5, 0.001 + random() * 0.02));
}

/** Bounding box computed apart from src/files. */
export function boxOf(geometry: Geometry): number[] {
  const flat: Position[] = [];
  const collect = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') flat.push(value.map(Number));
    else value.forEach(collect);
  };
  collect('coordinates' in geometry ? geometry.coordinates : []);
  const xs = flat.map(([x]) => x ?? NaN);
  const ys = flat.map(([, y]) => y ?? NaN);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
