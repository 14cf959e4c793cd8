import type { AssessmentFigure } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import { SUPPRESSED } from '../../model/results.ts';
import { sentenceCase } from '../../model/text.ts';
import { column, count, drawn, number, words, type RowDraft } from '../cells.ts';
import { narrowed, type Context } from '../context.ts';
import { makeFigure } from '../figure.ts';
import { protectList } from '../protect.ts';
import { countedSentence, periodSentence, sourceOf } from '../words.ts';
import type { Subject } from './subject.ts';

export interface Year {
  /** First calendar year: 2016 for 2016/17. */
  readonly year: number;
  readonly title: string;
  /** Months of it that are held and chosen. */
  readonly months: readonly string[];
}

/** Years of the months: financial ones (April to March) where the data set begins in April, as hospital data does. */
export function yearsOf(months: readonly string[], financial: boolean): Year[] {
  const years = new Map<number, string[]>();
  for (const month of months) {
    const year = Number(month.slice(0, 4)) - (financial && Number(month.slice(5)) < 4 ? 1 : 0);
    const held = years.get(year);
    if (held) held.push(month);
    else years.set(year, [month]);
  }
  return [...years].map(([year, held]) => ({ year, months: held, title: financial ? `${year}/${String((year + 1) % 100).padStart(2, '0')}` : String(year) }));
}

export function isFinancial(months: readonly string[]): boolean {
  return months[0]?.endsWith('-04') ?? false;
}

/** The title, with the months held where it is not a whole year. */
export function yearTitle({ title, months }: Year): string {
  return months.length === 12 ? title : `${title} (${months.length} of 12 months)`;
}

/** Counts by year. */
export function yearFigure(context: Context, subject: Subject): AssessmentFigure {
  const { source, prefix, what } = subject;
  const found = yearsOf(source.months, source.entry.kind === 'health-counts' && isFinancial(source.entry.months)).map((year) => {
    const [from = '', to = ''] = [year.months[0], year.months.at(-1)];
    return { ...year, own: narrowed(context, source, { period: { from, to } }).evaluation.matching };
  });
  const counts = protectList(found.map(({ own }) => own));
  const years = found.map((year, i): CountedYear => ({ ...year, count: counts[i] ?? SUPPRESSED }));
  const title = `${sentenceCase(what)} by year`;
  const rows: RowDraft[] = [
    ...years.map((year, i) => ({ id: `year-${year.year}`, months: year.months, cells: [words(yearTitle(year)), count(year.count), changeCell(years[i - 1], year)] })),
    { id: 'total', total: true, cells: [words('All years'), count(source.evaluation.matching), words('')] },
  ];
  const whole = years.filter((year) => year.months.length === 12);
  return makeFigure(context, {
    id: `${prefix}-by-year`, title, months: source.months,
    finding: finding(subject, whole),
    method: `${countedSentence(source)} ${periodSentence(source)}`,
    source: sourceOf(source),
    caveat: years.some((year) => year.months.length < 12) ? 'Years of which some months are not held or not chosen are not compared with others.' : null,
    drawing: { kind: 'bars', stacked: false, horizontal: false, unit: source.entry.unit, categories: years.map(yearTitle), series: [{ title: sentenceCase(source.entry.unit), values: years.map((year) => drawn(year.count)) }] },
    tables: [{ id: 'years', title, rows, columns: [column('year', 'Year', 'text'), column('count', sentenceCase(source.entry.unit), 'count'), column('change', 'Change on the year before', 'change')] }],
  });
}

interface CountedYear extends Year { readonly count: number }

function changeCell(before: CountedYear | undefined, year: CountedYear) {
  if (!before || before.year !== year.year - 1 || before.months.length < 12 || year.months.length < 12) return words('');
  if (before.count === SUPPRESSED || year.count === SUPPRESSED || before.count === 0) return words('Not given');
  return number((year.count - before.count) / before.count);
}

function finding({ what, source }: Subject, whole: readonly CountedYear[]): string {
  const [first, last] = [whole[0], whole.at(-1)];
  if (!first || !last || first.count === SUPPRESSED || last.count === SUPPRESSED) return `No whole year’s number of ${what} can be given.`;
  if (first === last) return `${formatFigure(last.count, 'count')} ${source.entry.unit} in ${last.title}.`;
  return `${formatFigure(first.count, 'count')} ${source.entry.unit} in ${first.title}, ${formatFigure(last.count, 'count')} in ${last.title}.`;
}
