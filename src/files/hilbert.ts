/** Cells per side of the square that centres are snapped to: 16 bits for each axis. */
const HILBERT_MAX = 2 ** 16 - 1;

export interface Box {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/** A box that contains nothing; extend it with others. */
export function emptyBox(): Box {
  return { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
}

export function extendBox(box: Box, other: Box): void {
  box.minX = Math.min(box.minX, other.minX);
  box.minY = Math.min(box.minY, other.minY);
  box.maxX = Math.max(box.maxX, other.maxX);
  box.maxY = Math.max(box.maxY, other.maxY);
}

/**
 * Distance along the Hilbert curve of order 16 of the cell (x, y), each 0 to 65,535. Curve and orientation are
 * those of FlatGeobuf's reference implementation, so that our files keep the order GDAL would give.
 * Source: D. Hilbert (1891); iterative form of J. Skilling / Wikipedia "Hilbert curve".
 */
export function hilbertDistance(x: number, y: number): number {
  let distance = 0;
  for (let side = 2 ** 15; side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const upper = (y & side) > 0 ? 1 : 0;
    distance += side * side * ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) {
        x = HILBERT_MAX - x;
        y = HILBERT_MAX - y;
      }
      [x, y] = [y, x];
    }
  }
  return distance;
}

/**
 * Order in which boxes are stored: descending Hilbert distance of their centres (as FlatGeobuf's reference
 * implementation sorts), equal distances in input order, so that the same input gives the same bytes.
 */
export function hilbertOrder(boxes: readonly Box[], extent: Box): number[] {
  const width = extent.maxX - extent.minX;
  const height = extent.maxY - extent.minY;
  const distances = boxes.map((box) => {
    const x = width > 0 ? Math.floor((HILBERT_MAX * ((box.minX + box.maxX) / 2 - extent.minX)) / width) : 0;
    const y = height > 0 ? Math.floor((HILBERT_MAX * ((box.minY + box.maxY) / 2 - extent.minY)) / height) : 0;
    return hilbertDistance(x, y);
  });
  return boxes.map((_, i) => i).toSorted((a, b) => (distances[b] ?? 0) - (distances[a] ?? 0) || a - b);
}
