import type { AssessmentFigure } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import { MONTH_TITLES, monthOfYear, parseMonth } from '../../model/months.ts';
import { SUPPRESSED } from '../../model/results.ts';
import { sentenceCase } from '../../model/text.ts';
import { column, count, drawn, number, share, sumOf, WITHHELD, words, type CellDraft, type RowDraft } from '../cells.ts';
import { narrowed, type Context } from '../context.ts';
import { makeFigure } from '../figure.ts';
import { protectRows } from '../protect.ts';
import { countedSentence, joined, periodSentence, sourceOf } from '../words.ts';
import type { Subject } from './subject.ts';

/** Counts by month of the year and borough. */
export function monthFigure(context: Context, subject: Subject): AssessmentFigure {
  const { source, prefix, what } = subject;
  const byBorough = context.boroughs.map(({ code }) => narrowed(context, source, { boroughs: [code] }).evaluation.byMonthOfYear);
  const all = source.evaluation.byMonthOfYear;
  const byMonth = protectRows(MONTH_TITLES.map((_, month) => byBorough.map((counts) => counts[month] ?? 0)));
  const boroughs = context.boroughs.map((_, i) => byMonth.map((row) => row[i] ?? 0));
  const held = MONTH_TITLES.map((_, month) => source.months.filter((text) => monthOfYear(parseMonth(text) ?? 0) === month + 1).length);
  const uneven = new Set(held).size > 1;
  const means = MONTH_TITLES.map((_, month) => (all[month] === SUPPRESSED || held[month] === 0 ? Number.NaN : (all[month] ?? 0) / (held[month] ?? 1)));
  const cells = (month: number): CellDraft[] => held[month] === 0
    ? Array.from({ length: boroughs.length + (uneven ? 3 : 2) }, () => words('Not held'))
    : [...boroughs.map((counts) => count(counts[month])), count(all[month]), share(all[month] ?? 0, source.evaluation.matching), ...(uneven ? [all[month] === SUPPRESSED ? words(WITHHELD) : number(means[month])] : [])];
  const rows: RowDraft[] = [
    ...MONTH_TITLES.map((title, month) => ({ id: `month-${month + 1}`, cells: [words(title), ...cells(month)] })),
    { id: 'total', total: true, cells: [words('All months'), ...boroughs.map((counts) => count(sumOf(counts))), count(source.evaluation.matching), words(''), ...(uneven ? [words('')] : [])] },
  ];
  return makeFigure(context, {
    id: `${prefix}-by-month`, title: `${sentenceCase(what)} by month and borough`, months: source.months,
    finding: finding(subject, all, uneven ? means : null),
    method: `${countedSentence(source)} Months of all years together. ${periodSentence(source)}`,
    source: sourceOf(source),
    caveat: uneven ? `Not every month is held equally often (${joined(MONTH_TITLES.map((title, month) => `${title.slice(0, 3)} ${held[month]}`))}): compare months by their average.` : null,
    drawing: {
      kind: 'bars', stacked: true, horizontal: false, unit: source.entry.unit, categories: [...MONTH_TITLES],
      // Stacks with parts withheld would look like less: then the county alone.
      series: (byMonth.flat().includes(SUPPRESSED) ? [{ title: context.county, counts: Array.from(all) }] : context.boroughs.map(({ title }, i) => ({ title, counts: boroughs[i] ?? [] })))
        .map(({ title, counts }) => ({ title, values: MONTH_TITLES.map((_, month) => (held[month] === 0 ? Number.NaN : drawn(counts[month]))) })),
    },
    tables: [{
      id: 'months', title: `${sentenceCase(what)} by month and borough`, rows,
      columns: [column('month', 'Month', 'text'), ...context.boroughs.map(({ code, title }) => column(code, title, 'count')), column('total', context.county, 'count'), column('share', 'Share', 'share'), ...(uneven ? [column('mean', 'Average of the months held', 'rate')] : [])],
    }],
  });
}

/** The months with most, by all that are held and shown. */
export function busiest(counts: ArrayLike<number>, most: number): number[] {
  return Array.from(counts, (value, position) => ({ value, position })).filter(({ value }) => value !== SUPPRESSED && value > 0)
    .toSorted((a, b) => b.value - a.value || a.position - b.position).slice(0, most).map(({ position }) => position);
}

/** By the average of the months held, where some calendar months are held more often than others. */
function finding({ what, source }: Subject, all: Uint32Array, means: readonly number[] | null): string {
  const top = busiest(means ?? all, 3);
  if (top.length === 0) return `No month’s number of ${what} can be given.`;
  const part = top.map((month) => `${MONTH_TITLES[month] ?? ''} (${means ? formatFigure(means[month] ?? 0, 'rate') : formatFigure(all[month] ?? 0, 'count')})`);
  return means ? `By the average of the months held, ${joined(part)} have most ${source.entry.unit}.` : `The months with most ${source.entry.unit} are ${joined(part)}.`;
}
