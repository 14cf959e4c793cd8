import { CLASS, REASON, type RateKind } from '../../model/measures.ts';
import type { GroupSummary, RateSummary } from '../../model/results.ts';
import { benchmarkClass } from '../../statistics/benchmarkClass.ts';
import { words, type CellDraft } from '../cells.ts';
import type { Missing } from '../figure.ts';
import { capital, type Subject } from './subject.ts';

/** Standardised where the data set carries age, otherwise crude. */
export function rateKindOf({ source }: Subject): RateKind {
  return source.evaluation.county.dsr === null ? 'rate' : 'dsr';
}

export function summaryOf(group: GroupSummary | undefined, kind: RateKind): RateSummary | null {
  return group?.[kind] ?? null;
}

/** Words for each CLASS code, in the order of the 'benchmark' colours. */
export const CLASS_ROWS = [
  { code: CLASS.lower, id: 'lower', title: 'Significantly lower' },
  { code: CLASS.similar, id: 'similar', title: 'Similar' },
  { code: CLASS.higher, id: 'higher', title: 'Significantly higher' },
  { code: CLASS.tooFew, id: 'too-few', title: 'Too few to say' },
  { code: CLASS.noData, id: 'no-data', title: 'No data' },
] as const;

/** A group's class against the county's value by its own limits; null where either rate is not given. */
export function classOf(summary: RateSummary | null, county: RateSummary | null): 'lower' | 'similar' | 'higher' | null {
  if (!summary || !county || summary.reason !== REASON.given || county.reason !== REASON.given) return null;
  return benchmarkClass(summary.lower, summary.upper, county.value);
}

export function classCell(summary: RateSummary | null, county: RateSummary | null): CellDraft {
  const found = classOf(summary, county);
  return words(CLASS_ROWS.find(({ id }) => id === found)?.title ?? 'No class');
}

/** Ids and titles of the three rate figures of a subject. */
export function rateFigureIds({ prefix, what }: Pick<Subject, 'prefix' | 'what'>, kind: RateKind): { readonly borough: string; readonly area: string; readonly decile: string; readonly titles: readonly [string, string, string] } {
  const stem = kind === 'dsr' ? `${prefix}-rates` : `${prefix}-crude-rates`;
  const rates = kind === 'dsr' ? 'directly age-standardised rates' : 'crude rates';
  return {
    borough: `${stem}-by-borough`, area: `${stem}-by-area`, decile: `${stem}-by-imd-decile`,
    titles: [`${capital(what)}: ${rates} by borough`, `${capital(what)}: areas against the county by their ${rates}`, `${capital(what)}: ${rates} by deprivation decile`],
  };
}

/** The standardised figures, as missing, where a data set carries no age. */
export function missingRates(subject: Pick<Subject, 'prefix' | 'what'>, reason: string): Missing[] {
  const { borough, area, decile, titles } = rateFigureIds(subject, 'dsr');
  return [borough, area, decile].map((id, i) => ({ id, title: titles[i] ?? '', reason }));
}
