import type { AssessmentFigure } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import { REASON } from '../../model/measures.ts';
import type { RateSummary } from '../../model/results.ts';
import { sentenceCase } from '../../model/text.ts';
import { column, count, number, rate, words, type RowDraft } from '../cells.ts';
import type { Context } from '../context.ts';
import { makeFigure } from '../figure.ts';
import { inputsOf, possessive, sentences, sourceOf } from '../words.ts';
import { rateFigureIds, rateKindOf, summaryOf } from './rateKind.ts';
import { rateMethod } from './rateMethod.ts';
import type { Subject } from './subject.ts';

const DECILES = 10;
/** A relative index above this comes from a line whose lower end is near zero. */
const STEEP = 20;

/** Rates by England's deprivation decile, with the slope and relative index of inequality; none without deprivation. */
export function decileRates(context: Context, subject: Subject): AssessmentFigure[] {
  const { evaluation, months, entry } = subject.source;
  const { detail } = evaluation;
  if (!detail || context.pack.areas.imdDecile.every(Number.isNaN)) return [];
  const kind = rateKindOf(subject);
  const ids = rateFigureIds(subject, kind);
  const summaries = Array.from({ length: DECILES }, (_, i) => summaryOf(detail.byDecile[i], kind));
  const rows = summaries.map((summary, i): RowDraft => ({
    id: `decile-${i + 1}`,
    cells: [words(decileTitle(i + 1)), count(context.pack.areas.imdDecile.filter((own) => own === i + 1).length), count(detail.byDecile[i]?.count), ...(kind === 'dsr' ? [count(summary?.events)] : []), rate(summary)],
  }));
  const inequality = detail.inequality[kind];
  const ratio = ratioOf(summaries);
  return [makeFigure(context, {
    id: ids.decile, title: ids.titles[2], months,
    finding: finding(context, subject, summaries, ratio),
    method: `${rateMethod(context, subject, kind === 'dsr')} Deciles are England’s (${context.pack.manifest.imd.title}), 1 = most deprived. Slope index: the line through the deciles’ rates, weighted by population, from the least to the most deprived end; relative index: the ratio of its two ends.`,
    source: sentences(sourceOf(subject.source), inputsOf(context.pack.manifest, /deprivation|population|residents/i)),
    caveat: `Deprivation is that of the area, not of the people involved.${inequality && (inequality.relative > STEEP || inequality.relative < 0) ? ' The line’s least deprived end lies near or below zero, so the relative index says little here: read the slope and the deciles.' : ''}`,
    drawing: {
      kind: 'intervals', unit: 'per 100,000 residents a year', categories: summaries.map((_, i) => decileTitle(i + 1)),
      values: summaries.map((each) => each?.value ?? Number.NaN), lower: summaries.map((each) => each?.lower ?? Number.NaN), upper: summaries.map((each) => each?.upper ?? Number.NaN),
      benchmark: evaluation.county[kind]?.reason === REASON.given ? { title: context.county, value: evaluation.county[kind].value } : null,
    },
    tables: [
      {
        id: 'deciles', title: ids.titles[2], rows,
        columns: [
          column('decile', 'Deprivation decile', 'text'), column('areas', 'Areas', 'count'), column('count', entry.rowsAreVictims ? 'Offences' : sentenceCase(entry.unit), 'count'),
          ...(kind === 'dsr' ? [column('events', entry.kind === 'health-counts' ? 'Of known age' : 'Victims of known age', 'count')] : []),
          column(kind, kind === 'dsr' ? 'DSR per 100,000' : 'Crude rate per 100,000', 'rate'),
        ],
      },
      {
        id: 'inequality', title: 'Inequality between the deciles',
        columns: [column('measure', 'Measure', 'text'), column('slope', 'Slope index, per 100,000', 'rate'), column('relative', 'Relative index', 'ratio'), column('ratio', 'Most over least deprived decile', 'ratio')],
        rows: [{ id: 'inequality', cells: [words('All deciles'), ...[inequality?.slope, inequality?.relative, ratio].map((value) => number(value, 'Not given'))] }],
      },
    ],
  })];
}

function decileTitle(decile: number): string {
  if (decile === 1) return '1 (most deprived)';
  return decile === DECILES ? `${DECILES} (least deprived)` : String(decile);
}

function ratioOf(summaries: readonly (RateSummary | null)[]): number | null {
  const [first, last] = [summaries[0], summaries.at(-1)];
  return first && last && first.reason === REASON.given && last.reason === REASON.given && last.value > 0 ? first.value / last.value : null;
}

function finding(context: Context, { what }: Subject, summaries: readonly (RateSummary | null)[], ratio: number | null): string {
  const [first, last] = [summaries[0], summaries.at(-1)];
  if (ratio === null || !first || !last) return `The rate of ${what} is withheld or cannot be given for the areas of ${context.county} in England’s most or least deprived tenth, so the two are not compared.`;
  return `The rate of ${what} is ${formatFigure(first.value, 'rate')} per 100,000 in ${possessive(context.county)} areas that are in England’s most deprived tenth and ${formatFigure(last.value, 'rate')} in those in the least deprived: a ratio of ${formatFigure(ratio, 'ratio')}.`;
}
