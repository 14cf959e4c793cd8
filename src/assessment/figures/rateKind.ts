import { CLASS, REASON, type RateKind } from '../../model/measures.ts';
import { SUPPRESSED, type Evaluation, type GroupSummary, type RateSummary } from '../../model/results.ts';
import { sentenceCase } from '../../model/text.ts';
import { benchmarkClass } from '../../statistics/benchmarkClass.ts';
import { words, type CellDraft } from '../cells.ts';
import type { Missing } from '../figure.ts';
import type { Subject } from './subject.ts';

/** Standardised where the data set carries age, otherwise crude. */
export function rateKindOf({ source }: Subject): RateKind {
  return source.evaluation.county.dsr === null ? 'rate' : 'dsr';
}

export function summaryOf(group: GroupSummary | undefined, kind: RateKind): RateSummary | null {
  return group?.[kind] ?? null;
}

/** Classes of areas against the county, in the order of the 'benchmark' colours. */
export const CLASS_ROWS = [
  { id: 'lower', title: 'Significantly lower' },
  { id: 'similar', title: 'Similar' },
  { id: 'higher', title: 'Significantly higher' },
  { id: 'too-few', title: 'Too few to say' },
  { id: 'withheld', title: 'Withheld' },
  { id: 'no-data', title: 'No data' },
] as const;
type ClassId = (typeof CLASS_ROWS)[number]['id'];

const IDS: Readonly<Record<number, ClassId>> = { [CLASS.lower]: 'lower', [CLASS.similar]: 'similar', [CLASS.higher]: 'higher', [CLASS.tooFew]: 'too-few' };

/** Every area's class by name. What is withheld is told from what is too few by its reason: the engine classes both alike. */
export function areaClassIds({ areas }: Pick<Evaluation, 'areas'>, kind: RateKind): ClassId[] {
  const [classes, reasons] = kind === 'dsr' ? [areas.dsrClass, areas.dsrReason] : [areas.rateClass, areas.rateReason];
  return Array.from(classes, (code, area) => (reasons[area] === REASON.belowThreshold || areas.count[area] === SUPPRESSED ? 'withheld' : IDS[code] ?? 'no-data'));
}

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
    titles: [`${sentenceCase(what)}: ${rates} by borough`, `${sentenceCase(what)}: ${rates} by area, compared with the county`, `${sentenceCase(what)}: ${rates} by deprivation decile`],
  };
}

/** The standardised figures, as missing, where a data set carries no age. */
export function missingRates(subject: Pick<Subject, 'prefix' | 'what'>, reason: string): Missing[] {
  const { borough, area, decile, titles } = rateFigureIds(subject, 'dsr');
  return [borough, area, decile].map((id, i) => ({ id, title: titles[i] ?? '', reason }));
}
