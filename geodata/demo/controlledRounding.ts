import type { Random } from './random.ts';
import { columnSums, rowSums } from './table.ts';
import type { Table } from './table.ts';

/** A value this close to a whole number is one: fitted tables carry rounding noise of about 1e-7. */
const WHOLE = 1e-6;
/** Margins further than this from whole numbers are the caller's mistake. */
const WHOLE_MARGIN = 1e-3;

/**
 * Rounds every cell of a table to the whole number below or above it so that all row and column sums stay as
 * they are (they must be whole): controlled rounding, in the unbiased form of Cox (1987), "A constructive
 * procedure for unbiased controlled rounding", JASA 82, 520-524. Fractional cells are walked in closed loops,
 * alternating along rows and columns; on each loop the same amount is added and taken in turn until a cell
 * becomes whole. Throws where a margin is not whole.
 */
export function roundKeepingMargins(table: Table, random: Random): Table {
  requireWhole(rowSums(table), 'row');
  requireWhole(columnSums(table), 'column');
  const values = table.values.map((value) => (Math.abs(value - Math.round(value)) < WHOLE ? Math.round(value) : value));
  const graph = new FractionGraph(values, table.rows, table.columns);
  for (let node = 0; node < table.rows; node += 1) {
    while (graph.edgeAt(node, -1) >= 0) settleOneLoop(graph, values, node, random);
  }
  return { ...table, values: values.map(Math.round) };
}

/** Rounds a list to whole numbers that keep its (whole) sum: those with the largest remainders go up; ties to the first. */
export function roundKeepingSum(values: ArrayLike<number>): number[] {
  const down = Array.from(values, (value) => Math.floor(value + WHOLE * 1e-3));
  const missing = Math.round(Array.from(values).reduce((a, b) => a + b, 0)) - down.reduce((a, b) => a + b, 0);
  const order = down.map((whole, i) => ({ i, rest: (values[i] ?? 0) - whole })).toSorted((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, missing)) down[i] = (down[i] ?? 0) + 1;
  return down;
}

/** Shares a whole total among weights, as whole numbers. */
export function shareOut(total: number, weights: ArrayLike<number>): number[] {
  const all = Array.from(weights).reduce((a, b) => a + b, 0);
  return roundKeepingSum(Array.from(weights, (weight) => (total * weight) / all));
}

/** Rows and columns as nodes, fractional cells as edges between them. */
class FractionGraph {
  private readonly edges: number[][];

  constructor(private readonly values: Float64Array, private readonly rows: number, private readonly columns: number) {
    this.edges = Array.from({ length: rows + columns }, () => []);
    values.forEach((value, cell) => {
      if (Number.isInteger(value)) return;
      this.edges[Math.floor(cell / columns)]?.push(cell);
      this.edges[rows + (cell % columns)]?.push(cell);
    });
  }

  /** A fractional cell of a row or column other than `not`; -1 when there is none left. */
  edgeAt(node: number, not: number): number {
    const list = this.edges[node] ?? [];
    while (list.length > 0 && Number.isInteger(this.values[list.at(-1) ?? 0] ?? 0)) list.pop();
    const last = list.at(-1) ?? -1;
    if (last !== not) return last;
    for (let i = list.length - 2; i >= 0; i -= 1) {
      const cell = list[i] ?? -1;
      if (!Number.isInteger(this.values[cell] ?? 0)) return cell;
    }
    return -1;
  }

  otherEnd(cell: number, node: number): number {
    const row = Math.floor(cell / this.columns);
    return node === row ? this.rows + (cell % this.columns) : row;
  }
}

function settleOneLoop(graph: FractionGraph, values: Float64Array, start: number, random: Random): void {
  const path: number[] = [];
  const seenAt = new Map<number, number>();
  let node = start;
  let cell = -1;
  while (!seenAt.has(node)) {
    seenAt.set(node, path.length);
    const next = graph.edgeAt(node, cell);
    if (next < 0) {
      // A lone fraction in a row or column with a whole sum is rounding noise.
      const only = cell < 0 ? graph.edgeAt(node, -1) : cell;
      values[only] = Math.round(values[only] ?? 0);
      return;
    }
    cell = next;
    path.push(cell);
    node = graph.otherEnd(cell, node);
  }
  moveAround(values, path.slice(seenAt.get(node)), random);
}

function moveAround(values: Float64Array, loop: readonly number[], random: Random): void {
  let up = 1;
  let down = 1;
  loop.forEach((cell, i) => {
    const value = values[cell] ?? 0;
    const toCeiling = Math.ceil(value) - value;
    const toFloor = value - Math.floor(value);
    up = Math.min(up, i % 2 === 0 ? toCeiling : toFloor);
    down = Math.min(down, i % 2 === 0 ? toFloor : toCeiling);
  });
  // Up with the probability that leaves every cell's expectation where it was.
  const step = random.next() * (up + down) < down ? up : -down;
  loop.forEach((cell, i) => {
    const value = (values[cell] ?? 0) + (i % 2 === 0 ? step : -step);
    values[cell] = Math.abs(value - Math.round(value)) < WHOLE ? Math.round(value) : value;
  });
}

function requireWhole(sums: Float64Array, what: string): void {
  const bad = sums.findIndex((value) => Math.abs(value - Math.round(value)) > WHOLE_MARGIN);
  if (bad >= 0) throw new Error(`Controlled rounding: ${what} ${bad} sums to ${sums[bad]}, which is not a whole number.`);
}
