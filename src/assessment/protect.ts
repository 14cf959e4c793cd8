import { SUPPRESSED } from '../model/results.ts';

/**
 * Withholds what would give a withheld count away by subtraction from a total that is shown. The engine guards the
 * counts of one answer; a table put together from several answers (one for each borough, one for each year) needs this.
 */

/** In a list whose total is shown, one withheld count would be the total less the others: the next smallest goes with it. */
export function protectList(counts: readonly number[]): number[] {
  const hidden = counts.filter((count) => count === SUPPRESSED).length;
  if (hidden !== 1) return [...counts];
  const shown = counts.filter((count) => count !== SUPPRESSED && count > 0);
  const next = counts.indexOf(Math.min(...shown));
  return counts.map((count, i) => (i === next ? SUPPRESSED : count));
}

/**
 * In a table whose row and column totals are shown: a row with one withheld cell is withheld whole, and never just
 * one row. Hidden cells then form full rows over two rows or more, so that no sum fixes any of them; a table of one
 * column shows its total in each row and is not helped by this.
 *
 * @param rows counts by row and column, all of the same length.
 */
export function protectRows(rows: readonly (readonly number[])[]): number[][] {
  const hidden = rows.map((row) => row.includes(SUPPRESSED));
  if (hidden.filter(Boolean).length === 1) {
    const sizes = rows.map((row, i) => (hidden[i] ? Infinity : row.reduce((sum, count) => sum + count, 0))).map((size) => (size === 0 ? Infinity : size));
    const next = sizes.indexOf(Math.min(...sizes));
    if (sizes[next] !== Infinity) hidden[next] = true;
  }
  return rows.map((row, i) => (hidden[i] ? row.map(() => SUPPRESSED) : [...row]));
}
