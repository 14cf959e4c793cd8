import type { AssessmentFigure } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import { AGE_BAND_COUNT, AGE_BANDS } from '../../model/vocabulary.ts';
import { column, count, number, share, words, type RowDraft } from '../cells.ts';
import type { Context } from '../context.ts';
import { makeFigure } from '../figure.ts';
import { inputsOf, joined, sentences } from '../words.ts';
import { densityFigure } from './density.ts';
import { given, type SectionDraft } from './section.ts';

/** Who lives where: residents by borough and age, and how densely. */
export function populationSection(context: Context): SectionDraft {
  return { id: 'population', title: 'Population', introduction: [], part: given(boroughFigure(context), ageFigure(context), densityFigure(context)) };
}

/** The latest held mid-year. */
function latest({ population }: Context): { readonly year: number; readonly start: number } {
  const position = population.years.length - 1;
  return { year: population.years[position] ?? Number.NaN, start: position * population.areas * AGE_BAND_COUNT };
}

/** Residents of the areas chosen, by age band. */
function byBand(context: Context, persons: Float64Array, borough: string | null): number[] {
  const { start } = latest(context);
  const sums = AGE_BANDS.map(() => 0);
  context.pack.areas.borough.forEach((own, area) => {
    if (borough !== null && own !== borough) return;
    for (let band = 0; band < AGE_BAND_COUNT; band += 1) {
      const held = persons[start + area * AGE_BAND_COUNT + band] ?? 0;
      if (held > 0) sums[band] = (sums[band] ?? 0) + held;
    }
  });
  return sums;
}

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** A pack with one population says how it was made; one of several, which year it is. */
function yearWords(context: Context): string {
  const { population } = context.pack.manifest;
  return population.years.length === 1 && population.basis !== '' ? population.basis : `Mid-${latest(context).year} estimates. ${population.basis}`;
}

function boroughFigure(context: Context): AssessmentFigure {
  const { areas } = context.pack;
  const sumOver = (column_: Float64Array, borough: string | null): number =>
    column_.reduce((sum, value, area) => (borough === null || areas.borough[area] === borough ? sum + value : sum), 0);
  const groups = [...context.boroughs.map(({ code, title }) => ({ id: code, code, title })), { id: 'county', code: null, title: context.county }];
  const residents = groups.map(({ code }) => total(byBand(context, context.population.persons, code)));
  const county = residents.at(-1) ?? 0;
  const rows: RowDraft[] = groups.map(({ id, code, title }, i) => {
    const [census, km2] = [sumOver(areas.residents, code), sumOver(areas.areaKm2, code)];
    return { id, total: code === null, cells: [words(title), number(residents[i]), share(residents[i] ?? 0, county), number(census), number(km2), number(km2 > 0 ? census / km2 : null)] };
  });
  const parts = context.boroughs.map(({ title }, i) => `${title} ${formatFigure(residents[i] ?? 0, 'count')}`);
  return makeFigure(context, {
    id: 'population-by-borough', title: 'Population by borough', months: null,
    finding: `${formatFigure(county, 'count')} residents of ${context.county} are what its rates are of${parts.length > 1 ? `: ${joined(parts)}` : ''}.`,
    method: `Residents: ${yearWords(context)} Density: Census 2021 usual residents over the area inside the boundaries.`,
    source: sentences(inputsOf(context.pack.manifest, /population|residents/i)),
    drawing: { kind: 'bars', stacked: false, horizontal: true, unit: 'residents', categories: context.boroughs.map(({ title }) => title), series: [{ title: 'Residents', values: residents.slice(0, -1) }] },
    tables: [{
      id: 'boroughs', title: 'Population by borough', rows,
      columns: [column('place', 'Area', 'text'), column('residents', 'Residents', 'count'), column('share', 'Share', 'share'), column('census', 'Census 2021 residents', 'count'), column('km2', 'km²', 'rate'), column('density', 'Residents per km²', 'count')],
    }],
  });
}

function ageFigure(context: Context): AssessmentFigure {
  const { persons, female } = context.population;
  const all = byBand(context, persons, null);
  const women = female ? byBand(context, female, null) : null;
  const men = women?.map((value, band) => (all[band] ?? 0) - value) ?? null;
  const boroughs = context.boroughs.map(({ code }) => byBand(context, persons, code));
  const county = total(all);
  const row = (band: number) => [...boroughs.map((each) => number(each[band])), ...(women && men ? [number(women[band]), number(men[band])] : []), number(all[band]), share(all[band] ?? 0, county)];
  const largest = all.indexOf(Math.max(...all));
  const young = total(all.slice(0, 5));
  return makeFigure(context, {
    id: 'population-by-age', title: `Population by age${women ? ' and sex' : ''}`, months: null,
    finding: `The largest five-year age band of ${context.county} is ${AGE_BANDS[largest] ?? ''} (${formatFigure(all[largest] ?? 0, 'count')} people); ${formatFigure(young / county, 'share')} are under 25.`,
    method: yearWords(context),
    source: sentences(inputsOf(context.pack.manifest, /population/i)),
    caveat: women ? null : 'The pack’s population is not held by sex.',
    drawing: women && men
      ? { kind: 'pyramid', unit: 'residents', categories: [...AGE_BANDS], left: { title: 'Female', values: women }, right: { title: 'Male', values: men } }
      : { kind: 'bars', stacked: true, horizontal: false, unit: 'residents', categories: [...AGE_BANDS], series: context.boroughs.map(({ title }, i) => ({ title, values: boroughs[i] ?? [] })) },
    tables: [{
      id: 'ages', title: 'Residents by age',
      columns: [column('age', 'Age', 'text'), ...context.boroughs.map(({ code, title }) => column(code, title, 'count')), ...(women ? [column('female', 'Female', 'count'), column('male', 'Male', 'count')] : []), column('total', context.county, 'count'), column('share', 'Share', 'share')],
      rows: [
        ...AGE_BANDS.map((band, i) => ({ id: `age-${i}`, cells: [words(band), ...row(i)] })),
        { id: 'under-25', cells: [words('Under 25'), ...boroughs.map((each) => number(total(each.slice(0, 5)))), ...(women && men ? [number(total(women.slice(0, 5))), number(total(men.slice(0, 5)))] : []), number(young), share(young, county)] },
        { id: 'total', total: true, cells: [words('All ages'), ...boroughs.map((each) => number(total(each))), ...(women && men ? [number(total(women)), number(total(men))] : []), count(Math.round(county)), words('')] },
      ],
    }],
  });
}
