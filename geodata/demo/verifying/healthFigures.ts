import { MONTH_TITLES, monthOfYear, parseMonth } from '../../../src/model/months.ts';
import { BOROUGH_NAMES, monthRows } from '../publishedFigures.ts';
import type { PublishedFigures } from '../publishedFigures.ts';
import { sum } from '../table.ts';
import { by, EXACT, information, section, within } from './figure.ts';
import type { Figure, Findings, Tolerance } from './figure.ts';
import { boroughAreas } from './placeFigures.ts';
import { areasWhere, personYearsOf, standardise } from './rates.ts';
import type { ReadPack } from './readPack.ts';
import { agesByArea, tally } from './rows.ts';
import type { Rows } from './rows.ts';

interface PublishedRates {
  readonly events: Readonly<Record<'Bedford' | 'Central Bedfordshire' | 'Luton' | 'total', number>>;
  readonly Bedford: { readonly dsr: number };
  readonly 'Central Bedfordshire': { readonly dsr: number };
  readonly Luton: { readonly dsr: number };
  readonly Bedfordshire: { readonly dsr: number };
  readonly lsoas_significantly_higher: number;
}

/** Hospital and ambulance figures (Tables 9 and 10, Figures 17 to 25). */
export function healthFigures(pack: ReadPack, figures: PublishedFigures): Findings {
  const parts: [string, string, (rows: Rows, months: readonly string[]) => Figure[]][] = [
    ['ae-attendances', 'A&E attendances after assault (Table 9, Figures 19 and 20)', (rows, months) => attendances(pack, figures, rows, months)],
    ['admissions', 'Admissions due to violence (Table 10, Figures 23 and 25)', (rows, months) => admissions(pack, figures, rows, months)],
    ['ambulance', 'Ambulance callouts to assaults (Figure 17)', (rows, months) => ambulance(figures, rows, months)],
  ];
  const skipped = parts.filter(([id]) => !pack.dataSets.has(id)).map(([, title]) => ({ section: title, why: 'the pack holds no such data set' }));
  const found = parts.flatMap(([id, , make]) => {
    const held = pack.dataSets.get(id);
    return held ? make(held.rows, held.entry.months) : [];
  });
  return { figures: found, skipped };
}

function rateFigures(name: string, pack: ReadPack, figures: PublishedFigures, rows: Rows, months: readonly string[], published: PublishedRates, tolerance: Tolerance, higher: Tolerance): { list: Figure[]; decile: (number: number) => number } {
  const figure = section(name);
  const byArea = tally(rows, rows.areas, (row) => rows.area[row] ?? -1);
  const standardised = standardise(pack.areas, agesByArea(rows), personYearsOf(pack.population, months));
  const list = [
    ...boroughAreas(pack, figures).flatMap((members, i) => {
      const borough = BOROUGH_NAMES[i] ?? 'Luton';
      return [
        figure(`Number, ${borough}`, published.events[borough], sum(members.map((area) => byArea[area] ?? 0)), EXACT),
        figure(`Standardised rate, ${borough}`, published[borough].dsr, standardised.of(members).value ?? NaN, tolerance),
      ];
    }),
    figure('Number, county', published.events.total, rows.count, EXACT),
    figure('Standardised rate, county', published.Bedfordshire.dsr, standardised.of(pack.areas.code.map((_, area) => area)).value ?? NaN, tolerance),
    figure('Areas significantly higher than the county', published.lsoas_significantly_higher, standardised.significantlyHigher, higher),
  ];
  return { list, decile: (number) => standardised.of(areasWhere(pack.areas.imdDecile, (value) => value === number)).value ?? NaN };
}

function attendances(pack: ReadPack, figures: PublishedFigures, rows: Rows, months: readonly string[]): Figure[] {
  const name = 'A&E attendances after assault (Table 9, Figures 19 and 20)';
  const published = figures.dsr.ae_attendances_after_assault_2016_17_to_2020_21;
  const { list, decile } = rateFigures(name, pack, figures, rows, months, published, within(0.02), by(10));
  const figure = section(name);
  const quintiles = tally(rows, 2, (row) => ((pack.areas.imdDecile[rows.area[row] ?? 0] ?? 10) <= 4 ? 0 : 1));
  return [
    ...list,
    figure('Most deprived decile', published.imd_most_deprived_decile, decile(1), within(0.1)),
    figure('Least deprived decile', published.imd_least_deprived_decile, decile(10), within(0.1)),
    figure('Share from the two most deprived quintiles', 0.582, (quintiles[0] ?? 0) / rows.count, information('published in the text, not fitted')),
  ];
}

function admissions(pack: ReadPack, figures: PublishedFigures, rows: Rows, months: readonly string[]): Figure[] {
  const published = figures.dsr.hospital_admissions_due_to_violence_2011_12_to_2020_21;
  const { list } = rateFigures('Admissions due to violence (Table 10, Figure 23)', pack, figures, rows, months, published,
    information('most years lie before the populations held, which are larger'), information('as the rates'));
  const figure = section('Admissions by month and borough (Figure 25)');
  const boroughOf = new Map(boroughAreas(pack, figures).flatMap((members, borough) => members.map((area) => [area, borough] as const)));
  const size = BOROUGH_NAMES.length;
  const calendar = months.map((month) => monthOfYear(parseMonth(month) ?? 0) - 1);
  const counts = tally(rows, 12 * size, (row) => (calendar[rows.month[row] ?? 0] ?? 0) * size + (boroughOf.get(rows.area[row] ?? 0) ?? -Infinity));
  return [...list, ...monthRows(figures.admissions_by_month_2011_12_to_2020_21).flatMap((cells, month) =>
    cells.map((count, borough) => figure(`${MONTH_TITLES[month]}, ${BOROUGH_NAMES[borough]}`, count, counts[month * size + borough] ?? NaN, EXACT)))];
}

function ambulance(figures: PublishedFigures, rows: Rows, months: readonly string[]): Figure[] {
  const figure = section('Ambulance callouts to assaults (Figure 17)');
  const published = figures.ambulance_callouts_for_assault;
  const yearOf = (row: number): string => (months[rows.month[row] ?? 0] ?? '').slice(0, 4);
  const counts = tally(rows, rows.areas, (row) => (yearOf(row) === '2023' ? (rows.area[row] ?? -1) : -1));
  const ranked = counts.toSorted().toReversed();
  const tenth = ranked[9] ?? 0;
  const top = sum(ranked.filter((count) => count >= tenth));
  const decade = tally(rows, 11, (row) => (yearOf(row) === '2023' ? Math.floor((rows.age?.[row] ?? 0) / 2) : -1));
  const byMonth = tally(rows, 12, (row) => (yearOf(row) === '2023' ? Number((months[rows.month[row] ?? 0] ?? '').slice(5)) - 1 : -1));
  const busiest = Array.from(byMonth, (count, month) => ({ count, month })).toSorted((a, b) => b.count - a.count).slice(0, 3).map(({ month }) => month);
  return [
    figure('Callouts, 2022', published[2022], rows.count - sum(counts), EXACT),
    figure('Callouts, 2023', published[2023], sum(counts), EXACT),
    figure('Callouts in the top ten places, 2023', 453, top, EXACT),
    figure('Areas that share the tenth place', 8, ranked.filter((count) => count === tenth).length, EXACT),
    figure('Callouts in each of them', 8, tenth, EXACT),
    figure('Share of the top ten places', published.top_10_lsoas_share, top / sum(counts), by(0.005)),
    figure('Ages 30-39, 40-49 and 20-29, share', 0.58, ((decade[3] ?? 0) + (decade[4] ?? 0) + (decade[2] ?? 0)) / sum(decade), by(0.005)),
    figure('Ages in that order (1 = yes)', 1, (decade[3] ?? 0) > (decade[4] ?? 0) && (decade[4] ?? 0) > (decade[2] ?? 0) ? 1 : 0, EXACT),
    figure('April, July and September busiest (of 3)', 3, busiest.filter((month) => [3, 6, 8].includes(month)).length, EXACT),
  ];
}
