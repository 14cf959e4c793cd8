import { roundKeepingMargins, roundKeepingSum } from './controlledRounding.ts';
import { fitMargins } from './fitMargins.ts';
import type { Random } from './random.ts';
import { makeTable } from './table.ts';
import type { Table } from './table.ts';

/**
 * Whole numbers of events by area (rows) and age band (columns) with given sums, near to what ages and risks
 * suggest, with some scatter so that areas differ as real ones do.
 *
 * @param tilt further factor for an area and band (town centres draw the young); 1 where none
 */
export function areaAges(
  totals: readonly number[], byAge: readonly number[], expected: (row: number, band: number) => number, scatter: number, random: Random,
): Table {
  const seed = makeTable(totals.length, byAge.length, (row, band) => expected(row, band) * Math.exp(scatter * random.normal()) + 1e-9);
  const wholeAges = roundKeepingSum(byAge);
  return roundKeepingMargins(fitMargins(seed, totals, wholeAges), random);
}
