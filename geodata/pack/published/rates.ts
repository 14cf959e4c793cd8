import { MONTH_TITLES } from '../../../src/model/months.ts';
import type { PublishedValue } from '../../../src/model/published.ts';
import { BOROUGH_NAMES, monthRows, type MonthTable, type PublishedFigures } from '../../demo/publishedFigures.ts';
import { codesOf, type CountyFacts, type Value } from './value.ts';

interface Rates { readonly Bedford: { dsr: number }; readonly 'Central Bedfordshire': { dsr: number }; readonly Luton: { dsr: number }; readonly Bedfordshire: { dsr: number } }

/** Standardised rates of the boroughs and the county, with the limits as printed. */
export function ratesByBorough(prefix: string, value: Value, figures: PublishedFigures, rates: Rates, facts: CountyFacts['dsr']['ae_attendances_after_assault_2016_17_to_2020_21']): PublishedValue[] {
  const rate = (row: string, name: keyof Rates): PublishedValue => {
    const { lower, upper, class: classWords } = facts[name];
    return value(`${prefix}-rates-by-borough/${row}/dsr`, rates[name].dsr, { lower, upper, note: classWords === undefined ? null : `Published as ${classWords}.` });
  };
  return [...codesOf(figures).map(({ name, code }) => rate(code, name)), rate('county', 'Bedfordshire')];
}

/** Rates of both ends of deprivation. */
export function deciles(prefix: string, value: Value, ends: { imd_most_deprived_decile: number; imd_least_deprived_decile: number }): PublishedValue[] {
  return [
    value(`${prefix}-rates-by-imd-decile/decile-1/dsr`, ends.imd_most_deprived_decile, { areas: true }),
    value(`${prefix}-rates-by-imd-decile/decile-10/dsr`, ends.imd_least_deprived_decile, { areas: true }),
  ];
}

/** Counts by month of the year and borough. */
export function months(figure: string, value: Value, figures: PublishedFigures, table: MonthTable): PublishedValue[] {
  return monthRows(table).flatMap((cells, month) => [
    ...codesOf(figures).map(({ code }, i) => value(`${figure}/month-${month + 1}/${code}`, cells[i] ?? NaN)),
    value(`${figure}/month-${month + 1}/total`, table[MONTH_TITLES[month] ?? 'January'][BOROUGH_NAMES.length] ?? NaN),
  ]);
}

