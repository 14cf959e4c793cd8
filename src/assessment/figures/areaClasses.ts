import type { AssessmentFigure } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import { REASON } from '../../model/measures.ts';
import { column, count, number, share, words, type RowDraft } from '../cells.ts';
import type { Context } from '../context.ts';
import { makeFigure } from '../figure.ts';
import { classSentence, mapInputsOf, plural, possessive, sentences, sourceOf } from '../words.ts';
import { areaClassIds, CLASS_ROWS, rateFigureIds, rateKindOf, summaryOf } from './rateKind.ts';
import { rateMethod } from './rateMethod.ts';
import type { Subject } from './subject.ts';

/** Every area's class against the county: the map, and how many areas of each borough are in each class. */
export function areaClasses(context: Context, subject: Subject): AssessmentFigure {
  const { entry, evaluation, months } = subject.source;
  const kind = rateKindOf(subject);
  const ids = rateFigureIds(subject, kind);
  const classes = areaClassIds(evaluation, kind);
  const chance = evaluation.expectedHigherByChance[kind];
  const counted = (id: string, borough: string | null): number =>
    classes.reduce((sum, own, area) => sum + (own === id && (borough === null || context.pack.areas.borough[area] === borough) ? 1 : 0), 0);
  const all = classes.length;
  const rows: RowDraft[] = [
    ...CLASS_ROWS.filter(({ id }) => id !== 'withheld' || entry.disclosureThreshold > 1).map(({ id, title }) => ({
      id, cells: [words(title), ...context.boroughs.map(({ code }) => count(counted(id, code))), count(counted(id, null)), share(counted(id, null), all)],
    })),
    { id: 'total', total: true, cells: [words('All areas'), ...context.boroughs.map(({ code: borough }) => count(context.pack.areas.borough.filter((own) => own === borough).length)), count(all), words('')] },
    { id: 'chance', cells: [words('Higher by chance alone, expected'), ...context.boroughs.map(() => words('')), Number.isNaN(chance) ? words('Held to 5% of those marked') : number(chance), words('')] },
  ];
  return makeFigure(context, {
    id: ids.area, title: ids.titles[1], months,
    finding: finding(context, subject, { higher: counted('higher', null), similar: counted('similar', null), lower: counted('lower', null) }, chance),
    method: `${rateMethod(context, subject, kind === 'dsr')} ${classSentence(context)}`,
    source: sentences(sourceOf(subject.source), mapInputsOf(context.pack.manifest, /population|residents/i)),
    caveat: 'Residents are the wrong denominator for town centres at night. Areas are units of convenience: other boundaries would give other classes, and what holds for an area need not hold for the people in it.',
    drawing: {
      kind: 'map', scheme: 'benchmark', title: `Compared with ${context.county}`, labels: CLASS_ROWS.map(({ title }) => title),
      classes: Uint8Array.from(classes, (id) => CLASS_ROWS.findIndex((row) => row.id === id)),
    },
    tables: [{
      id: 'classes', title: 'Areas by class and borough', rows,
      columns: [column('class', `Compared with ${context.county}`, 'text'), ...context.boroughs.map(({ code, title }) => column(code, title, 'count')), column('total', context.county, 'count'), column('share', 'Share of areas', 'share')],
    }],
  });
}

function finding(context: Context, subject: Subject, { higher, similar, lower }: Readonly<Record<'higher' | 'similar' | 'lower', number>>, chance: number): string {
  const county = summaryOf(subject.source.evaluation.county, rateKindOf(subject));
  const areas = context.pack.areas.code.length;
  const than = county && county.reason === REASON.given ? ` than ${possessive(context.county)} ${formatFigure(county.value, 'rate')} per 100,000` : '';
  const expected = Number.isNaN(chance) ? '' : `; by chance alone about ${formatFigure(chance, 'count')} would read higher`;
  const left = areas - higher - similar - lower;
  const uncompared = left === 0 ? '' : ` ${formatFigure(left, 'count')} could not be compared: too few events, or withheld.`;
  return `${formatFigure(higher, 'count')} of ${plural(areas, 'area', 'areas')} have a significantly higher rate${than}, ${lower === 0 ? 'none' : formatFigure(lower, 'count')} a significantly lower one${expected}.${uncompared}`;
}
