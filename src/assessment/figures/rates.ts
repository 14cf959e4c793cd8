import { REASON } from '../../model/measures.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import type { RateSummary } from '../../model/results.ts';
import { sentenceCase } from '../../model/text.ts';
import { column, count, rate, words, type RowDraft } from '../cells.ts';
import type { Context } from '../context.ts';
import { makeFigure, type Part } from '../figure.ts';
import { inputsOf, joined, possessive, sentences, sourceOf } from '../words.ts';
import { areaClasses } from './areaClasses.ts';
import { decileRates } from './decileRates.ts';
import { classCell, classOf, missingRates, rateFigureIds, rateKindOf, summaryOf } from './rateKind.ts';
import { rateMethod } from './rateMethod.ts';
import type { Subject } from './subject.ts';

/** Rates by borough, the class map of the areas, and rates by deprivation decile. */
export function rateFigures(context: Context, subject: Subject): Part {
  const { entry } = subject.source;
  const figures = [boroughRates(context, subject), areaClasses(context, subject), ...decileRates(context, subject)];
  if (rateKindOf(subject) === 'dsr') return { figures, missing: [] };
  const who = entry.kind === 'health-counts' ? 'patients' : 'victims';
  return { figures, missing: missingRates(subject, `“${entry.title}” does not hold the age of ${who}, which a standardised rate needs. Crude rates are given instead.`) };
}

function boroughRates(context: Context, subject: Subject) {
  const { evaluation, entry, months } = subject.source;
  const kind = rateKindOf(subject);
  const ids = rateFigureIds(subject, kind);
  const county = summaryOf(evaluation.county, kind);
  const groups = [
    ...context.boroughs.map(({ code, title }) => ({ id: code, title, total: false, group: evaluation.boroughs[code] })),
    { id: 'county', title: context.county, total: true, group: evaluation.county },
  ];
  const rows: RowDraft[] = groups.map(({ id, title, total, group }) => {
    const summary = summaryOf(group, kind);
    return { id, total, cells: [words(title), count(group?.count), ...(kind === 'dsr' ? [count(summary?.events)] : []), rate(summary), total ? words('') : classCell(summary, county)] };
  });
  const summaries = groups.filter(({ total }) => !total).map(({ group }) => summaryOf(group, kind));
  return makeFigure(context, {
    id: ids.borough, title: ids.titles[0], months,
    finding: boroughFinding(context, subject, summaries, county),
    method: `${rateMethod(context, subject, kind === 'dsr')} Boroughs: higher or lower where their limits lie wholly above or below ${possessive(context.county)} value.`,
    source: sentences(sourceOf(subject.source), inputsOf(context.pack.manifest, /population|residents/i)),
    caveat: 'Violence repeats on the same people, so events are not independent and the true limits are wider.',
    drawing: {
      kind: 'intervals', unit: 'per 100,000 residents a year', categories: context.boroughs.map(({ title }) => title),
      values: summaries.map((each) => each?.value ?? Number.NaN), lower: summaries.map((each) => each?.lower ?? Number.NaN), upper: summaries.map((each) => each?.upper ?? Number.NaN),
      benchmark: county && county.reason === REASON.given ? { title: context.county, value: county.value } : null,
    },
    tables: [{
      id: 'boroughs', title: ids.titles[0], rows,
      columns: [
        column('place', 'Area', 'text'), column('count', entry.rowsAreVictims ? 'Offences' : sentenceCase(entry.unit), 'count'),
        ...(kind === 'dsr' ? [column('events', entry.kind === 'health-counts' ? 'Of known age' : 'Victims of known age', 'count')] : []),
        column(kind, kind === 'dsr' ? 'DSR per 100,000' : 'Crude rate per 100,000', 'rate'), column('class', `Compared with ${context.county}`, 'text'),
      ],
    }],
  });
}

const CLASS_WORDS = { higher: 'significantly higher', lower: 'significantly lower', similar: 'similar' } as const;

function boroughFinding(context: Context, { what }: Subject, summaries: readonly (RateSummary | null)[], county: RateSummary | null): string {
  if (!county || county.reason !== REASON.given) return `${possessive(context.county)} rate of ${what} cannot be given.`;
  const given = context.boroughs.flatMap(({ title }, i) => {
    const summary = summaries[i];
    return summary && summary.reason === REASON.given ? [{ title, summary }] : [];
  }).toSorted((a, b) => b.summary.value - a.summary.value);
  const parts = given.map(({ title, summary }) => `${title} ${formatFigure(summary.value, 'rate')} (${CLASS_WORDS[classOf(summary, county) ?? 'similar']})`);
  const own = `${possessive(context.county)} rate of ${what} is ${formatFigure(county.value, 'rate')} per 100,000 residents a year`;
  return parts.length > 1 ? `${own}; ${joined(parts)}.` : `${own}.`;
}

