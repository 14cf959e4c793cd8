import type { AssessmentFigure } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import { SUPPRESSED } from '../../model/results.ts';
import { HOUR_SLOTS, MIDNIGHT_SLOT, WEEKDAYS } from '../../model/vocabulary.ts';
import { sentenceCase } from '../../model/text.ts';
import { column, count, drawn, share, sumOf, words, type RowDraft } from '../cells.ts';
import { narrowed, nowhereOf, type Context } from '../context.ts';
import { makeFigure } from '../figure.ts';
import { protectRows } from '../protect.ts';
import { countedSentence, periodSentence, sourceOf } from '../words.ts';
import type { Subject } from './subject.ts';

/** Hours per group, as needs assessments print them. */
const GROUP = 4;
const GROUPS = Array.from({ length: 24 / GROUP }, (_, i) => i * GROUP);

/** Counts by weekday and four-hour group, with the share stored at exactly 00:00. */
export function weekdayHourFigure(context: Context, subject: Subject): AssessmentFigure {
  const { source, prefix, what } = subject;
  const { evaluation } = source;
  const placed = evaluation.matching;
  const nowhere = nowhereOf(source);
  const grid = protectRows(groupCounts(context, subject, nowhere > 0));
  const days = WEEKDAYS.map((_, day) => sumOf(grid.map((row) => row[day] ?? 0)));
  const total = sumOf(days);
  const rows: RowDraft[] = [
    ...GROUPS.map((from, i) => {
      const row = grid[i] ?? [];
      return { id: `hours-${from}`, cells: [words(groupTitle(from)), ...row.map(count), count(sumOf(row)), share(sumOf(row), total)] };
    }),
    { id: 'total', total: true, cells: [words('All hours'), ...days.map(count), count(total), words('')] },
  ];
  const midnight = WEEKDAYS.map((_, day) => evaluation.byWeekdayHour?.[day * HOUR_SLOTS + MIDNIGHT_SLOT] ?? 0);
  const title = `${sentenceCase(what)} by weekday and hour`;
  return makeFigure(context, {
    id: `${prefix}-by-weekday-hour`, title, months: source.months,
    finding: finding(subject, grid, total, placed),
    method: `${countedSentence(source)} Hours as recorded, in groups of ${GROUP}; 00:00 belongs to the day it starts. ${periodSentence(source)}`,
    source: sourceOf(source),
    caveat: [
      midnightCaveat(evaluation.atMidnight, placed),
      nowhere > 0 ? `With ${formatFigure(nowhere, 'count')} ${source.entry.unit} that have no area of the county; other figures leave these out.` : null,
    ].filter((part) => part !== null).join(' ') || null,
    drawing: { kind: 'heat', unit: source.entry.unit, rows: GROUPS.map(groupTitle), columns: WEEKDAYS.map((day) => day.title), values: grid.map((row) => row.map(drawn)) },
    tables: [
      {
        id: 'hours', title, rows,
        columns: [column('hours', 'Hours', 'text'), ...WEEKDAYS.map((day) => column(day.id, day.title, 'count')), column('total', 'All days', 'count'), column('share', 'Share', 'share')],
      },
      {
        id: 'midnight', title: 'Stored at exactly 00:00, in areas of the county',
        columns: [column('time', 'Time', 'text'), ...WEEKDAYS.map((day) => column(`${day.id}-midnight`, day.title, 'count')), column('count', 'All days', 'count'), column('share-of-placed', 'Share of those placed', 'share')],
        rows: [{ id: 'midnight', cells: [words('Exactly 00:00'), ...midnight.map(count), count(evaluation.atMidnight), share(evaluation.atMidnight, placed)] }],
      },
    ],
  });
}

/** Offences by group (rows) and weekday. Those without an area are added where they can be: they have hours too. */
function groupCounts(context: Context, { source }: Subject, withNowhere: boolean): number[][] {
  const slots = source.evaluation.byWeekdayHour;
  return GROUPS.map((from) => WEEKDAYS.map((_, day) => {
    const hours = Array.from({ length: GROUP }, (__, i) => slots?.[day * HOUR_SLOTS + from + i] ?? 0);
    const own = sumOf([...hours, ...(from === 0 ? [slots?.[day * HOUR_SLOTS + MIDNIGHT_SLOT] ?? 0] : [])]);
    if (!withNowhere) return own;
    return sumOf([own, nowhereOf(narrowed(context, source, { days: [day], hours: { from, to: from + GROUP } }))]);
  }));
}

function clock(hour: number, minutes: string): string {
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** "00:00 to 03:59". */
function groupTitle(from: number): string {
  return `${clock(from, '00')} to ${clock(from + GROUP - 1, '59')}`;
}

function midnightCaveat(atMidnight: number, placed: number): string | null {
  if (atMidnight === SUPPRESSED || placed === SUPPRESSED || placed === 0 || atMidnight === 0) return null;
  return `${formatFigure(atMidnight / placed, 'share')} are stored at exactly 00:00, which usually means that the time is not known: the night hours hold fewer than they seem to.`;
}

function finding({ source, what }: Subject, grid: readonly (readonly number[])[], total: number, placed: number): string {
  const groups = GROUPS.map((from, i) => ({ from, sum: sumOf(grid[i] ?? []) })).filter(({ sum }) => sum !== SUPPRESSED).toSorted((a, b) => b.sum - a.sum);
  const [top] = groups;
  const { atMidnight } = source.evaluation;
  if (!top || total === SUPPRESSED || total === 0) return `The hours of ${what} cannot be given.`;
  const midnight = atMidnight !== SUPPRESSED && placed !== SUPPRESSED && placed > 0 && atMidnight > 0 ? `; ${formatFigure(atMidnight / placed, 'share')} of those placed are stored at exactly 00:00` : '';
  return `${formatFigure(top.sum / total, 'share')} of ${source.entry.unit} are recorded from ${groupTitle(top.from)}${midnight}.`;
}
