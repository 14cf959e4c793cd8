import type { AssessmentFigure } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import { SUPPRESSED } from '../../model/results.ts';
import { column, count, drawn, share, sumOf, words, type RowDraft } from '../cells.ts';
import { narrowed, readSource, type Context, type Source } from '../context.ts';
import { everyTypeOf, VIOLENCE } from '../dataSets.ts';
import { makeFigure } from '../figure.ts';
import { yearsOf, yearTitle, type Year } from '../figures/years.ts';
import { countedSentence, joined, periodSentence, sourceOf } from '../words.ts';
import { categoryFigures } from './crimeCategories.ts';
import { accountFor, given, introductionOf, together, type Promised, type SectionDraft } from './section.ts';

const PROMISED: readonly Promised[] = [
  { id: 'crimes-by-borough', title: 'Crimes by borough' },
  { id: 'crimes-by-year', title: 'Violence and sexual offences as a share of all crimes, by year' },
  { id: 'crimes-by-category', title: 'Crimes by category and year' },
  { id: 'crimes-by-borough-and-category', title: 'Crimes by category and borough' },
];

/** All crime, as data.police.uk publishes it. */
export function crimeSection(context: Context, entry: DataSetEntry | null): SectionDraft {
  const section = { id: 'crime', title: 'Police-recorded crime' };
  if (!entry) return { ...section, introduction: [], part: accountFor(given(), PROMISED, 'The pack holds no street-level crime (data.police.uk).') };
  const source = readSource(context, entry, everyTypeOf(entry));
  const part = together(given(boroughFigure(context, source), yearFigure(context, source)), categoryFigures(context, source));
  return { ...section, introduction: introductionOf(source), part: accountFor(part, PROMISED, `“${entry.title}” has no category “Violence and sexual offences”.`) };
}

/** Crimes and incidents add up to both: where one is withheld, so is the other. */
function parts(crimes: number, incidents: number): readonly [number, number] {
  return sumOf([crimes, incidents]) === SUPPRESSED ? [SUPPRESSED, SUPPRESSED] : [crimes, incidents];
}

function boroughFigure(context: Context, source: Source): AssessmentFigure {
  const { evaluation } = source;
  const incidentTypes = [...new Set(source.entry.kinds.filter(({ crime }) => !crime).map(({ type }) => type))];
  const crimes = narrowed(context, source, { types: null }).evaluation;
  const incidents = incidentTypes.length > 0 ? narrowed(context, source, { types: incidentTypes }).evaluation : null;
  const elsewhere = sumOf([evaluation.withoutLocation, evaluation.outsideCounty]);
  const crimesElsewhere = sumOf([crimes.withoutLocation, crimes.outsideCounty]);
  const total = sumOf([evaluation.matching, elsewhere]);
  const incidentsElsewhere = incidents ? sumOf([incidents.withoutLocation, incidents.outsideCounty]) : 0;
  const row = (id: string, title: string, all: number, [ofCrime, others]: readonly [number, number]): RowDraft =>
    ({ id, total: id === 'total', cells: [words(title), count(all), share(all, total), count(ofCrime), count(others)] });
  const boroughs = context.boroughs.map(({ code, title }) => ({ code, title, all: evaluation.byBorough[code] ?? 0, parts: parts(crimes.byBorough[code] ?? 0, incidents?.byBorough[code] ?? 0) }));
  const ranked = boroughs.filter(({ all }) => all !== SUPPRESSED).toSorted((a, b) => b.all - a.all);
  return makeFigure(context, {
    id: 'crimes-by-borough', title: 'Crimes by borough', months: source.months,
    finding: `${formatFigure(total, 'count')} crimes and incidents were recorded${ranked.length > 0 ? `: ${joined(ranked.map(({ title, all }) => `${title} ${formatFigure(all, 'count')} (${formatFigure(all / total, 'share')})`))}` : ''}.`,
    method: `${countedSentence(source)} Both are counted together, as published, and apart. “Out of area or unknown”: without a location, or in an area outside the county. ${periodSentence(source)}`,
    source: sourceOf(source),
    caveat: 'Anti-social behaviour is incidents, not recorded crime.',
    drawing: { kind: 'bars', stacked: true, horizontal: true, unit: 'crimes and incidents', categories: boroughs.map(({ title }) => title), series: [
      { title: 'Crimes', values: boroughs.map((each) => drawn(each.parts[0])) }, { title: 'Incidents', values: boroughs.map((each) => drawn(each.parts[1])) },
    ] },
    tables: [{
      id: 'boroughs', title: 'Crimes and incidents by borough',
      columns: [column('place', 'Area', 'text'), column('all', 'Crimes and incidents', 'count'), column('share', 'Share', 'share'), column('crimes', 'Crimes', 'count'), column('incidents', 'Incidents', 'count')],
      rows: [
        ...boroughs.map((each) => row(each.code, each.title, each.all, each.parts)),
        row('elsewhere', 'Out of area or unknown', elsewhere, parts(crimesElsewhere, incidentsElsewhere)),
        row('total', 'All', total, parts(sumOf([crimes.matching, crimesElsewhere]), sumOf([incidents?.matching ?? 0, incidentsElsewhere]))),
      ],
    }],
  });
}

/** Position of violence among the data set's kinds; -1 where it has none. */
function violencePosition({ kinds }: DataSetEntry): number {
  return kinds.findIndex(({ type }) => type === VIOLENCE);
}

function yearFigure(context: Context, source: Source): AssessmentFigure | null {
  const violence = violencePosition(source.entry);
  if (violence < 0) return null;
  const years = yearsOf(source.months, false).map((year: Year) => {
    const { byKind } = narrowed(context, source, { period: { from: year.months[0] ?? '', to: year.months.at(-1) ?? '' } }).evaluation;
    return { ...year, all: sumOf(byKind), violence: byKind[violence] ?? 0 };
  });
  const part = (year: (typeof years)[number]): number => (year.all === SUPPRESSED || year.violence === SUPPRESSED || year.all === 0 ? Number.NaN : year.violence / year.all);
  const [first, last] = [years[0], years.at(-1)];
  const title = 'Violence and sexual offences as a share of all crimes, by year';
  return makeFigure(context, {
    id: 'crimes-by-year', title, months: source.months,
    finding: first && last && first !== last
      ? `Violence and sexual offences were ${formatFigure(part(first), 'share')} of crimes and incidents in the county in ${yearTitle(first)} and ${formatFigure(part(last), 'share')} in ${yearTitle(last)}.`
      : `Violence and sexual offences were ${formatFigure(first ? part(first) : Number.NaN, 'share')} of crimes and incidents in the county.`,
    method: `${countedSentence(source)} Crimes and incidents in areas of the county. ${periodSentence(source)}`,
    source: sourceOf(source),
    caveat: years.some((year) => year.months.length < 12) ? 'Years of which some months are missing: compare their shares, not their counts.' : null,
    drawing: { kind: 'bars', stacked: true, horizontal: false, unit: 'crimes and incidents', categories: years.map(yearTitle), series: [
      { title: 'Violence and sexual offences', values: years.map((year) => drawn(year.violence)) },
      { title: 'All other', values: years.map((year) => (year.all === SUPPRESSED || year.violence === SUPPRESSED ? Number.NaN : year.all - year.violence)) },
    ] },
    tables: [{
      id: 'years', title,
      columns: [column('year', 'Year', 'text'), column('all', 'Crimes and incidents', 'count'), column('violence', 'Violence and sexual offences', 'count'), column('share', 'Share', 'share')],
      rows: years.map((year) => ({ id: `year-${year.year}`, months: year.months, cells: [words(yearTitle(year)), count(year.all), count(year.violence), share(year.violence, year.all)] })),
    }],
  });
}
