/** The numerals 1 to 5 as strokes: the map has no fonts to draw marks with, and needs no more of them. */
type Point = readonly [number, number];

/** Lines of each numeral in a box of width and height 1, y downwards. */
const STROKES: Readonly<Record<1 | 2 | 3 | 4 | 5, readonly (readonly Point[])[]>> = {
  1: [[[0.36, 0.32], [0.54, 0.18], [0.54, 0.82]]],
  2: [[[0.32, 0.31], [0.37, 0.22], [0.49, 0.18], [0.62, 0.22], [0.67, 0.33], [0.62, 0.46], [0.32, 0.82], [0.69, 0.82]]],
  3: [[[0.33, 0.22], [0.48, 0.18], [0.62, 0.22], [0.66, 0.33], [0.6, 0.44], [0.46, 0.48], [0.62, 0.53], [0.68, 0.66], [0.62, 0.78], [0.48, 0.82], [0.31, 0.77]]],
  4: [[[0.57, 0.82], [0.57, 0.18], [0.28, 0.63], [0.72, 0.63]]],
  5: [[[0.65, 0.18], [0.37, 0.18], [0.34, 0.46], [0.5, 0.42], [0.64, 0.5], [0.68, 0.63], [0.62, 0.77], [0.48, 0.82], [0.31, 0.77]]],
};

/** How far a point is from the numeral's nearest stroke, in the unit of the box. */
export function strokeDistance(number: 1 | 2 | 3 | 4 | 5, x: number, y: number): number {
  const distances = STROKES[number].flatMap((line) => line.slice(1).map((end, index) => segmentDistance(line[index] ?? end, end, x, y)));
  return Math.min(...distances);
}

function segmentDistance([x1, y1]: Point, [x2, y2]: Point, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
