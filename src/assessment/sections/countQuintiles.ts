import type { AssessmentFigure } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import { SUPPRESSED } from '../../model/results.ts';
import { column, count, number, share, sumOf, words, type RowDraft } from '../cells.ts';
import { readSource, type Context, type Source } from '../context.ts';
import { VIOLENCE, violenceOf } from '../dataSets.ts';
import { makeFigure } from '../figure.ts';
import { countedSentence, joined, mapInputsOf, periodSentence, plural, sentences, sourceOf } from '../words.ts';
import { accountFor, given, type SectionDraft } from './section.ts';
import { wardRows } from './wardRows.ts';

const TITLE = 'Quintiles of areas by count of violence and sexual offences';
const TOP = 5;
const LABELS = ['1 (fewest)', '2', '3', '4', '5 (most)', 'None recorded', 'Withheld', 'No data'] as const;

/** Position among the labels: none recorded and withheld have quintiles too, but are other things to look at. */
function classOf(quintile: number, own: number): number {
  if (own === SUPPRESSED) return LABELS.indexOf('Withheld');
  if (quintile === 0) return LABELS.indexOf('No data');
  return own === 0 ? LABELS.indexOf('None recorded') : quintile - 1;
}

/** Where most violence is recorded: count quintiles by area, and the wards of the highest. Street-level crime first, as published. */
export function countQuintileSection(context: Context, street: DataSetEntry | null, police: DataSetEntry | null): SectionDraft {
  const entry = [street, police].find((each) => each?.kinds.some(({ type }) => type === VIOLENCE)) ?? null;
  const part = entry ? given(quintileFigure(context, readSource(context, entry, violenceOf(entry)))) : given();
  return {
    id: 'violence-counts', title: 'Where most violence is recorded', introduction: [],
    part: accountFor(part, [{ id: 'violence-count-quintiles', title: TITLE }], 'The pack holds no records of violence and sexual offences by area.'),
  };
}

function quintileFigure(context: Context, source: Source): AssessmentFigure {
  const { areas, detail, matching } = source.evaluation;
  const { borough } = context.pack.areas;
  const top = Array.from(areas.countQuintile.keys()).filter((area) => areas.countQuintile[area] === TOP);
  const inBorough = (code: string | null): number[] => top.filter((area) => code === null || borough[area] === code);
  const violenceIn = (members: readonly number[]): number => sumOf(members.map((area) => areas.count[area] ?? 0));
  const places = [...context.boroughs.map(({ code, title }) => ({ id: code, code, title })), { id: 'county', code: null, title: context.county }];
  const rows: RowDraft[] = places.map(({ id, code, title }) => {
    const members = inBorough(code);
    return { id, total: code === null, cells: [words(title), count(members.length), count(violenceIn(members)), share(violenceIn(members), matching)] };
  });
  const held = violenceIn(top);
  const boroughs = context.boroughs.map(({ code, title }) => ({ title, own: inBorough(code).length })).filter(({ own }) => own > 0).toSorted((a, b) => b.own - a.own);
  return makeFigure(context, {
    id: 'violence-count-quintiles', title: TITLE, months: source.months,
    finding: `${plural(top.length, 'area', 'areas')} of ${formatFigure(borough.length, 'count')} make up the highest fifth (${joined(boroughs.map(({ title, own }) => `${title} ${formatFigure(own, 'count')}`))})${held === SUPPRESSED || matching === SUPPRESSED || matching === 0 ? '' : ` and hold ${formatFigure(held / matching, 'share')} of ${formatFigure(matching, 'count')} ${source.entry.unit}`}.`,
    method: `${countedSentence(source)} Quintiles by the PHE rule: ties share the lower rank. Gini coefficient of the areas’ counts: 0 = spread evenly, 1 = all in one area. ${periodSentence(source)}`,
    source: sentences(sourceOf(source), mapInputsOf(context.pack.manifest)),
    caveat: 'Counts, not rates: areas with more people, visitors or shops have more. Areas are units of convenience.',
    drawing: {
      kind: 'map', scheme: 'quintile', title: 'Count quintile', labels: [...LABELS],
      classes: Uint8Array.from(areas.countQuintile, (quintile, area) => classOf(quintile, areas.count[area] ?? 0)),
    },
    tables: [
      { id: 'boroughs', title: 'The highest fifth by borough', rows, columns: [column('place', 'Area', 'text'), column('areas', 'Areas', 'count'), column('violence', 'Violence and sexual offences', 'count'), column('share', 'Share of the county’s', 'share')] },
      { id: 'wards', title: 'Areas of the highest fifth by ward', rows: wardRows(context, top), columns: [column('ward', 'Ward', 'text'), column('borough', 'Borough', 'text'), column('areas', 'Areas', 'count')] },
      {
        id: 'concentration', title: 'Concentration',
        columns: [column('measure', 'Measure', 'text'), column('gini', 'Gini coefficient', 'ratio')],
        rows: [{ id: 'concentration', cells: [words('All areas'), number(detail?.concentration.gini)] }],
      },
    ],
  });
}
