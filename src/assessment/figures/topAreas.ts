import type { AssessmentFigure } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import { SUPPRESSED } from '../../model/results.ts';
import { sentenceCase } from '../../model/text.ts';
import { column, count, shareWithLimits, words, type RowDraft } from '../cells.ts';
import type { Context } from '../context.ts';
import { makeFigure } from '../figure.ts';
import { countedSentence, periodSentence, plural, sourceOf, wilsonSentence } from '../words.ts';
import type { Subject } from './subject.ts';

const TOP = 10;

/** The ten areas with most, and all that share the tenth place; null where fewer than ten counts may be shown. */
export function topAreasFigure(context: Context, subject: Subject): AssessmentFigure | null {
  const { source, prefix, what } = subject;
  const { areas } = context.pack;
  const { evaluation, entry } = source;
  const ranked = Array.from(evaluation.areas.count, (value, area) => ({ value, area })).filter(({ value }) => value !== SUPPRESSED && value > 0)
    .toSorted((a, b) => b.value - a.value || a.area - b.area);
  const tenth = ranked[TOP - 1]?.value;
  const whole = evaluation.matching;
  if (tenth === undefined || whole === SUPPRESSED) return null;
  const top = ranked.filter(({ value }) => value >= tenth);
  const sum = top.reduce((all, { value }) => all + value, 0);
  const borough = (area: number): string => context.boroughs.find(({ code }) => code === areas.borough[area])?.title ?? '';
  const rows: RowDraft[] = [
    ...top.map(({ value, area }) => ({ id: areas.code[area] ?? '', cells: [words(areas.name[area] ?? ''), words(borough(area)), words(areas.ward[area] ?? ''), count(value), shareWithLimits(value, whole, context.level)] })),
    { id: 'top', total: true, cells: [words(plural(top.length, 'area', 'areas')), words(''), words(''), count(sum), shareWithLimits(sum, whole, context.level)] },
  ];
  const tied = top.filter(({ value }) => value === tenth).length;
  const title = `${sentenceCase(what)}: the areas with most`;
  return makeFigure(context, {
    id: `${prefix}-top-areas`, title, months: source.months,
    finding: `${plural(top.length, 'area holds', 'areas hold')} ${formatFigure(sum / whole, 'share')} of ${formatFigure(whole, 'count')} ${entry.unit}; ${areas.name[top[0]?.area ?? 0] ?? ''} has most (${formatFigure(top[0]?.value ?? 0, 'count')}).`,
    method: `${countedSentence(source)} The ten areas with most${tied > 1 ? `, and all that share the tenth place: ${tied} areas have the same count` : ''}. ${wilsonSentence(context)} ${periodSentence(source)}`,
    source: sourceOf(source),
    caveat: 'Counts, not rates: areas differ in how many people live and pass through there.',
    drawing: { kind: 'bars', stacked: false, horizontal: true, unit: entry.unit, categories: top.map(({ area }) => areas.name[area] ?? ''), series: [{ title: sentenceCase(entry.unit), values: top.map(({ value }) => value) }] },
    tables: [{ id: 'areas', title, rows, columns: [column('area', 'Area', 'text'), column('borough', 'Borough', 'text'), column('ward', 'Ward', 'text'), column('count', sentenceCase(entry.unit), 'count'), column('share', 'Share', 'share')] }],
  });
}
