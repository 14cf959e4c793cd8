import type { Page } from 'playwright-core';
import { COUNTY, NATION } from '../../../src/bench/plan.ts';
import { row, type Row, timesFigures } from '../report/row.ts';

/** Enough records that most areas have a standardised rate, few enough that counting them is the smaller part. */
const SIZES = [[313_000, COUNTY, 1], [1_000_000, NATION, 40]] as const;

/** Rates, limits, classes and adjusted p-values: a whole answer less the counting in it. */
export async function statistics(page: Page, quick: boolean): Promise<Row> {
  const figures: Row['figures'][] = [];
  const notes: string[] = [];
  for (const [rows, areas, budget] of SIZES) {
    const measured = await page.evaluate(([r, a, repeats]) => window.benchPage.statistics(r, a, repeats), [rows, areas, quick ? 10 : 30] as const);
    const title = `${areas.toLocaleString('en-GB')} areas`;
    figures.push(timesFigures(measured.statistics, budget, null).map((figure) => ({ ...figure, title: `${title}, ${figure.title}` })));
    notes.push(`${title}: a whole answer takes ${measured.answer.median.toFixed(2)} ms, counting ${measured.counting.median.toFixed(2)} ms of it; ${measured.withRate.toLocaleString('en-GB')} areas have a standardised rate.`);
  }
  return row('statistics', 'Statistics for 381 and for 35,672 areas (DSR, limits, class, FDR; with the rates of groups of areas)', figures.flat(), { notes: [...notes, 'No peer computes these.'] });
}
