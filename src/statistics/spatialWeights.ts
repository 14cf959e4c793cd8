/**
 * Neighbours of every area: those of area i are `neighbours[offsets[i]]` to `neighbours[offsets[i + 1] - 1]`, as
 * positions, ascending, never the area itself. `offsets` has one entry more than there are areas. A relation may
 * be one-sided (nearest neighbours). src/geometry makes them in the same shape.
 */
export interface NeighbourLists {
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
}

/** `binary`: 1 for every neighbour (spdep's style B). `row`: an area's weights add up to 1 (style W). */
export type WeightsStyle = 'binary' | 'row';

export interface WeightsOptions {
  readonly style: WeightsStyle;
  /** The area counts as its own neighbour (Gi*). Default no. */
  readonly includeSelf?: boolean;
}

/** Neighbours with a weight each, in the shape of `NeighbourLists`; the area itself is among them with `includesSelf`. */
export interface SpatialWeights extends NeighbourLists {
  readonly weights: Float64Array;
  readonly style: WeightsStyle;
  readonly includesSelf: boolean;
}

/**
 * Weights of the neighbours. An area without neighbours has none (with `includeSelf` it has itself alone). Throws
 * RangeError for lists that name no area or the area itself. Source: Bivand and Wong, TEST 27 (2018), 716-748.
 */
export function spatialWeights(lists: NeighbourLists, { style, includeSelf = false }: WeightsOptions): SpatialWeights {
  checkLists(lists);
  const { offsets, neighbours } = includeSelf ? withSelf(lists) : lists;
  const weights = new Float64Array(neighbours.length).fill(1);
  if (style === 'row') {
    for (let area = 0; area + 1 < offsets.length; area += 1) {
      const [from, to] = rangeOf(offsets, area);
      weights.fill(1 / (to - from), from, to);
    }
  }
  return { offsets, neighbours, weights, style, includesSelf: includeSelf };
}

/** Number of areas. */
export function areasOf({ offsets }: NeighbourLists): number {
  return offsets.length - 1;
}

/** Positions of the areas without neighbours. */
export function isolates({ offsets }: NeighbourLists): number[] {
  return Array.from({ length: offsets.length - 1 }, (_, area) => area).filter((area) => offsets[area] === offsets[area + 1]);
}

/** From one list of positions by area. */
export function neighbourLists(lists: readonly ArrayLike<number>[]): NeighbourLists {
  const offsets = new Int32Array(lists.length + 1);
  lists.forEach((list, area) => { offsets[area + 1] = (offsets[area] ?? 0) + list.length; });
  const neighbours = new Int32Array(offsets.at(-1) ?? 0);
  lists.forEach((list, area) => neighbours.set(list, offsets[area] ?? 0));
  return { offsets, neighbours };
}

/** One list of positions by area, for the functions that take lists (`localEmpiricalBayes`, `empiricalBayesMoran`). */
export function listsByArea({ offsets, neighbours }: NeighbourLists): Int32Array[] {
  return Array.from({ length: offsets.length - 1 }, (_, area) => neighbours.subarray(offsets[area], offsets[area + 1]));
}

/** Areas that are left out take their links with them; the rest are numbered anew in their order. */
export function keepAreas({ offsets, neighbours }: NeighbourLists, kept: ArrayLike<number>): NeighbourLists {
  const place = new Int32Array(offsets.length - 1).fill(-1);
  for (let i = 0; i < kept.length; i += 1) place[kept[i] ?? -1] = i;
  const next = new Int32Array(kept.length + 1);
  const links: number[] = [];
  for (let i = 0; i < kept.length; i += 1) {
    const [from, to] = rangeOf(offsets, kept[i] ?? -1);
    for (let k = from; k < to; k += 1) {
      const link = place[neighbours[k] ?? -1] ?? -1;
      if (link >= 0) links.push(link);
    }
    next[i + 1] = links.length;
  }
  return { offsets: next, neighbours: Int32Array.from(links) };
}

/** Weighted sum of the neighbours' values, by area; 0 for an area without neighbours. */
export function lagged({ offsets, neighbours, weights }: SpatialWeights, values: Float64Array): Float64Array {
  const lags = new Float64Array(offsets.length - 1);
  for (let area = 0; area < lags.length; area += 1) {
    let total = 0;
    for (let k = offsets[area] ?? 0, end = offsets[area + 1] ?? 0; k < end; k += 1) total += (weights[k] ?? 0) * (values[neighbours[k] ?? -1] ?? Number.NaN);
    lags[area] = total;
  }
  return lags;
}

/** Sum of each area's weights and of their squares. */
export function weightSums({ offsets, weights }: SpatialWeights): { sums: Float64Array; squares: Float64Array } {
  const sums = new Float64Array(offsets.length - 1);
  const squares = new Float64Array(offsets.length - 1);
  for (let area = 0; area < sums.length; area += 1) {
    for (let k = offsets[area] ?? 0, end = offsets[area + 1] ?? 0; k < end; k += 1) {
      const weight = weights[k] ?? 0;
      sums[area] = (sums[area] ?? 0) + weight;
      squares[area] = (squares[area] ?? 0) + weight * weight;
    }
  }
  return { sums, squares };
}

function withSelf({ offsets, neighbours }: NeighbourLists): NeighbourLists {
  const areas = offsets.length - 1;
  const all = new Int32Array(neighbours.length + areas);
  for (let area = 0; area < areas; area += 1) {
    const [from, to] = rangeOf(offsets, area);
    all.set([...neighbours.subarray(from, to), area].toSorted((a, b) => a - b), from + area);
  }
  return { offsets: offsets.map((offset, area) => offset + area), neighbours: all };
}

function rangeOf(offsets: Int32Array, area: number): [number, number] {
  return [offsets[area] ?? 0, offsets[area + 1] ?? 0];
}

function checkLists({ offsets, neighbours }: NeighbourLists): void {
  const areas = offsets.length - 1;
  if (areas < 0 || offsets[0] !== 0 || offsets[areas] !== neighbours.length) throw new RangeError('The offsets do not fit the list of neighbours.');
  for (let area = 0; area < areas; area += 1) {
    const [from, to] = rangeOf(offsets, area);
    if (to < from) throw new RangeError(`The neighbours of area ${area} end before they begin.`);
    for (let k = from; k < to; k += 1) {
      const other = neighbours[k] ?? -1;
      if (other < 0 || other >= areas || other === area) throw new RangeError(`Area ${area} cannot have ${other} for a neighbour.`);
    }
  }
}
