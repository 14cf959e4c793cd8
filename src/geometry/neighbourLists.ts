/**
 * Neighbours of every area: those of area i are `neighbours[offsets[i]]` to `neighbours[offsets[i + 1] - 1]`, as
 * positions, ascending, never the area itself. The shape that src/statistics takes.
 */
export interface NeighbourLists {
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
}

/** Lists from pairs of areas; each pair counts both ways, however often and whichever way round it is given. */
export function listsFromPairs(areas: number, from: readonly number[], to: readonly number[]): NeighbourLists {
  const sets: number[][] = Array.from({ length: areas }, () => []);
  for (let i = 0; i < from.length; i += 1) {
    const a = from[i] ?? -1;
    const b = to[i] ?? -1;
    if (a === b) continue;
    sets[a]?.push(b);
    sets[b]?.push(a);
  }
  return listsFrom(sets.map((list) => [...new Set(list)]));
}

/** From one list of positions by area, in any order. */
export function listsFrom(lists: readonly number[][]): NeighbourLists {
  const offsets = new Int32Array(lists.length + 1);
  lists.forEach((list, area) => { offsets[area + 1] = (offsets[area] ?? 0) + list.length; });
  const neighbours = new Int32Array(offsets.at(-1) ?? 0);
  lists.forEach((list, area) => neighbours.set(list.toSorted((a, b) => a - b), offsets[area] ?? 0));
  return { offsets, neighbours };
}

/** Positions of the areas without neighbours. */
export function isolatedAreas({ offsets }: NeighbourLists): number[] {
  return Array.from({ length: offsets.length - 1 }, (_, area) => area).filter((area) => offsets[area] === offsets[area + 1]);
}

/**
 * Number of each area's connected part, counted from 0 in the areas' order, and how many parts there are. A link one way
 * connects as well as one both ways. Statistics of places compare within parts only as far as neighbours reach.
 */
export function connectedParts({ offsets, neighbours }: NeighbourLists): { parts: Int32Array; count: number } {
  const areas = offsets.length - 1;
  const root = Int32Array.from({ length: areas }, (_, area) => area);
  const find = (area: number): number => {
    let at = area;
    while (root[at] !== at) {
      root[at] = root[root[at] ?? at] ?? at;
      at = root[at] ?? at;
    }
    return at;
  };
  for (let area = 0; area < areas; area += 1) {
    for (let k = offsets[area] ?? 0; k < (offsets[area + 1] ?? 0); k += 1) {
      const [a, b] = [find(area), find(neighbours[k] ?? area)];
      root[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const numbers = new Map<number, number>();
  const parts = Int32Array.from({ length: areas }, (_, area) => {
    const top = find(area);
    const number = numbers.get(top) ?? numbers.size;
    numbers.set(top, number);
    return number;
  });
  return { parts, count: numbers.size };
}

/** Whether every link goes both ways. */
export function isSymmetric({ offsets, neighbours }: NeighbourLists): boolean {
  const pairs = new Set<number>();
  const areas = offsets.length - 1;
  for (let area = 0; area < areas; area += 1) {
    for (let k = offsets[area] ?? 0; k < (offsets[area + 1] ?? 0); k += 1) pairs.add(area * areas + (neighbours[k] ?? 0));
  }
  return [...pairs].every((pair) => pairs.has(pair % areas * areas + Math.floor(pair / areas)));
}
