import type { AssessmentFigure } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import { sentenceCase } from '../../model/text.ts';
import { column, count, shareWithLimits, sumOf, words, type RowDraft } from '../cells.ts';
import type { Context } from '../context.ts';
import { makeFigure } from '../figure.ts';
import { countedSentence, inputsOf, periodSentence, sentences, sourceOf, wilsonSentence } from '../words.ts';
import type { Subject } from './subject.ts';

/** England's deprivation quintiles in words, most deprived first. */
export const QUINTILE_TITLES = ['1 (most deprived)', '2', '3', '4', '5 (least deprived)'] as const;

/** Counts by deprivation quintile of the area, with the two most deprived together; null without deprivation. */
export function deprivationShareFigure(context: Context, subject: Subject): AssessmentFigure | null {
  const { source, prefix, what } = subject;
  const { detail, matching } = source.evaluation;
  if (!detail || context.pack.areas.imdDecile.every(Number.isNaN)) return null;
  const counts = QUINTILE_TITLES.map((_, i) => sumOf([detail.byDecile[2 * i]?.count ?? 0, detail.byDecile[2 * i + 1]?.count ?? 0]));
  const poorest = sumOf(counts.slice(0, 2));
  const cells = counts.map((value) => shareWithLimits(value, matching, context.level));
  const poorestShare = shareWithLimits(poorest, matching, context.level);
  const rows: RowDraft[] = [
    ...QUINTILE_TITLES.map((title, i) => ({ id: `quintile-${i + 1}`, cells: [words(title), count(counts[i]), cells[i] ?? words('')] })),
    { id: 'two-most-deprived', cells: [words('1 and 2 together'), count(poorest), poorestShare] },
    { id: 'total', total: true, cells: [words('All areas'), count(matching), words('')] },
  ];
  const title = `${sentenceCase(what)} by deprivation quintile`;
  return makeFigure(context, {
    id: `${prefix}-by-imd-quintile`, title, months: source.months,
    finding: poorestShare.value === null ? `Shares of ${what} by deprivation cannot be given.` : `${formatFigure(poorestShare.value, 'share')} of ${source.entry.unit} are in areas that belong to England’s two most deprived fifths.`,
    method: `${countedSentence(source)} Quintiles are England’s (${context.pack.manifest.imd.title}). ${wilsonSentence(context)} ${periodSentence(source)}`,
    source: sentences(sourceOf(source), inputsOf(context.pack.manifest, /deprivation/i)),
    drawing: {
      kind: 'intervals', unit: 'share', benchmark: null, categories: [...QUINTILE_TITLES],
      values: cells.map((cell) => cell.value ?? Number.NaN), lower: cells.map((cell) => cell.lower ?? Number.NaN), upper: cells.map((cell) => cell.upper ?? Number.NaN),
    },
    tables: [{ id: 'quintiles', title, rows, columns: [column('quintile', 'Deprivation quintile', 'text'), column('count', sentenceCase(source.entry.unit), 'count'), column('share', 'Share', 'share')] }],
  });
}
