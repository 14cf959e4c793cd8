/** A place on a grid: 0, 0 is the centre of its first cell, 1 the distance to the next. */
export type GridPlace = readonly [column: number, row: number];

/**
 * Lines along which a grid has one value, by marching squares with linear interpolation between the centres of cells; at
 * a saddle the mean of the four decides. A line comes back to its first place or ends where a cell has no value (NaN),
 * so that nothing is drawn where nothing is known.
 *
 * @param values x fastest; cells of exactly the level count as above it
 */
export function contourLines(values: ArrayLike<number>, columns: number, level: number): GridPlace[][] {
  return joined(pairsOf(values, columns, level)).map((line) => line.map((edge) => placeOn(edge, values, columns, level)));
}

/**
 * What is joined in each square of four cells, as numbers of the edges crossed: twice the number of the edge's first
 * cell, and one more where it runs north.
 */
function pairsOf(values: ArrayLike<number>, columns: number, level: number): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  const rows = columns > 0 ? Math.floor(values.length / columns) : 0;
  for (let row = 0; row + 1 < rows; row += 1) {
    for (let column = 0; column + 1 < columns; column += 1) {
      const at = row * columns + column;
      const [sw, se, ne, nw] = [values[at]!, values[at + 1]!, values[at + columns + 1]!, values[at + columns]!];
      const high = (sw >= level ? 1 : 0) + (se >= level ? 1 : 0) + (ne >= level ? 1 : 0) + (nw >= level ? 1 : 0);
      const sum = sw + se + ne + nw;
      if (high === 0 || high === 4 || Number.isNaN(sum)) continue;
      const [south, east, north, west] = [2 * at, 2 * (at + 1) + 1, 2 * (at + columns), 2 * at + 1];
      const crossed: number[] = [];
      if (sw >= level !== se >= level) crossed.push(south);
      if (se >= level !== ne >= level) crossed.push(east);
      if (nw >= level !== ne >= level) crossed.push(north);
      if (sw >= level !== nw >= level) crossed.push(west);
      if (crossed.length === 2) pairs.push([crossed[0]!, crossed[1]!]);
      else if ((sw >= level) === (sum / 4 >= level)) pairs.push([south, east], [north, west]);
      else pairs.push([south, west], [east, north]);
    }
  }
  return pairs;
}

/** Pairs with an end in common as lines; each end is in one pair or two. */
function joined(pairs: readonly (readonly [number, number])[]): number[][] {
  const others = new Map<number, number[]>();
  const add = (from: number, to: number): void => {
    const known = others.get(from);
    if (known === undefined) others.set(from, [to]);
    else known.push(to);
  };
  for (const [one, other] of pairs) {
    add(one, other);
    add(other, one);
  }
  const left = new Set(others.keys());
  const follow = (start: number): number[] => {
    const line = [start];
    left.delete(start);
    for (;;) {
      const next = others.get(line.at(-1) ?? start)?.find((edge) => left.has(edge));
      if (next === undefined) break;
      line.push(next);
      left.delete(next);
    }
    // Closed where the last is joined to the first by a pair of its own.
    return line.length > 2 && others.get(line.at(-1) ?? start)?.includes(start) === true ? [...line, start] : line;
  };
  const open = [...others].filter(([, to]) => to.length === 1).map(([edge]) => edge);
  return [...open, ...others.keys()].flatMap((start) => (left.has(start) ? [follow(start)] : []));
}

function placeOn(edge: number, values: ArrayLike<number>, columns: number, level: number): GridPlace {
  const cell = edge >> 1;
  const north = edge % 2 === 1;
  const [from, to] = [values[cell]!, values[cell + (north ? columns : 1)]!];
  const share = (level - from) / (to - from);
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  return north ? [column, row + share] : [column + share, row];
}
