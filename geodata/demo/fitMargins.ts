import { columnSums, rowSums, sum } from './table.ts';
import type { Table } from './table.ts';

/** Sums may differ by this share of the grand total before the fit counts as failed. */
const TOLERANCE = 1e-10;
const MOST_ROUNDS = 5000;

/**
 * Iterative proportional fitting (Deming and Stephan 1940): scales the rows and columns of a table of
 * non-negative weights in turn until its sums are the wanted ones; keeps the seed's odds ratios and its zeros.
 *
 * Throws, naming the reason, where no table can have these sums: totals that differ, a row or column of
 * zeros that should hold something, or zeros that leave no way (no convergence).
 */
export function fitMargins(seed: Table, rowTargets: ArrayLike<number>, columnTargets: ArrayLike<number>): Table {
  const total = sum(rowTargets);
  if (Math.abs(total - sum(columnTargets)) > TOLERANCE * Math.max(1, total)) {
    throw new Error(`Fitting margins: the rows sum to ${total}, the columns to ${sum(columnTargets)}. They must agree.`);
  }
  const table: Table = { ...seed, values: seed.values.slice() };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    scale(table, columnSums(table), columnTargets, 'column');
    scale(table, rowSums(table), rowTargets, 'row');
    if (worstGap(columnSums(table), columnTargets) <= TOLERANCE * Math.max(1, total)) return table;
  }
  throw new Error(`Fitting margins: not converged after ${MOST_ROUNDS} rounds; a column is still ${worstGap(columnSums(table), columnTargets)} away. The zeros of the seed may leave no table with these sums.`);
}

function scale(table: Table, sums: Float64Array, targets: ArrayLike<number>, what: 'row' | 'column'): void {
  const factors = sums.map((have, i) => {
    const want = targets[i] ?? 0;
    if (have === 0 && want > 0) throw new Error(`Fitting margins: ${what} ${i} should sum to ${want} but its seed holds zeros only.`);
    return have === 0 ? 0 : want / have;
  });
  for (let row = 0; row < table.rows; row += 1) {
    for (let column = 0; column < table.columns; column += 1) {
      const i = row * table.columns + column;
      table.values[i] = (table.values[i] ?? 0) * (factors[what === 'row' ? row : column] ?? 0);
    }
  }
}

function worstGap(sums: Float64Array, targets: ArrayLike<number>): number {
  return sums.reduce((worst, have, i) => Math.max(worst, Math.abs(have - (targets[i] ?? 0))), 0);
}
