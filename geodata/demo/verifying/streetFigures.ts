import { quantileClasses } from '../../../src/statistics/quantileClasses.ts';
import { BOROUGH_NAMES } from '../publishedFigures.ts';
import type { PublishedFigures } from '../publishedFigures.ts';
import { sum } from '../table.ts';
import { by, EXACT, information, section } from './figure.ts';
import type { Figure, Findings, Tolerance } from './figure.ts';
import { boroughAreas } from './placeFigures.ts';
import { areasWhere } from './rates.ts';
import type { ReadPack } from './readPack.ts';
import { countRows, tally } from './rows.ts';

const PERIOD = { first: '2019-01', last: '2023-12', months: 60 };
const SECTION = 'Street-level crime, 2019-2023 (Tables 3 and 4)';

/** data.police.uk figures: crimes by borough, violence, its top quintile of areas by ward. */
export function streetFigures(pack: ReadPack, figures: PublishedFigures): Findings {
  const held = pack.dataSets.get('street');
  if (!held) return { figures: [], skipped: [{ section: SECTION, why: 'the pack holds no street-level crime' }] };
  const { entry, rows } = held;
  const { length } = entry.months;
  const complete = length === PERIOD.months && entry.months[0] === PERIOD.first && entry.months.at(-1) === PERIOD.last;
  const why = `${length} months (${entry.months[0]} to ${entry.months.at(-1)}) instead of the 60 published`;
  const or = (tolerance: Tolerance): Tolerance => (complete ? tolerance : information(why));
  const figure = section(SECTION);
  const published = figures.police_uk_2019_2023;
  const violent = entry.kinds.map((kind) => kind.type === 'violence-and-sexual-offences');
  const isViolent = (row: number): boolean => violent[rows.kind[row] ?? 0] ?? false;
  const all = tally(rows, rows.areas + 2, (row) => rows.area[row] ?? 0);
  const inCounty = sum(all.subarray(0, rows.areas));
  const violence = tally(rows, rows.areas, (row) => (isViolent(row) && (rows.area[row] ?? 0) < rows.areas ? (rows.area[row] ?? 0) : -1));
  const share = (year: string, county: boolean): number => {
    const wanted = (row: number): boolean => (!county || (rows.area[row] ?? 0) < rows.areas) && (entry.months[rows.month[row] ?? 0] ?? '').startsWith(year);
    return countRows(rows, (row) => wanted(row) && isViolent(row)) / countRows(rows, wanted);
  };
  const list: Figure[] = [
    figure('Crimes, force total', published.crimes.force_total, rows.count, or(EXACT)),
    figure('Crimes in the county', published.in_county_total, inCounty, or(EXACT)),
    ...boroughAreas(pack, figures).map((members, i) =>
      figure(`Crimes, ${BOROUGH_NAMES[i]}`, published.crimes[BOROUGH_NAMES[i] ?? 'Luton'], sum(members.map((area) => all[area] ?? 0)), or(EXACT))),
    figure('Crimes, out of area or unknown', published.crimes.out_of_area_or_unknown, (all[rows.areas] ?? 0) + (all[rows.areas + 1] ?? 0), or(EXACT)),
    figure('Violence and sexual offences in the county', published.violence_and_sexual_offences_in_county, sum(violence), or(EXACT)),
    ...(['2019', '2023'] as const).flatMap((year) => [
      figure(`Violence as a share of all in the county, ${year}`, published.violence_share_of_all_reported[year], share(year, true), or(by(0.005))),
      figure(`Violence as a share of all reported, ${year}`, published.violence_share_of_all_reported[year], share(year, false), or(by(0.005))),
    ]),
    ...topQuintile(pack, figures, violence, or),
  ];
  return { figures: list, skipped: complete ? [] : [{ section: SECTION, why: `compared for information only: ${why}` }] };
}

function topQuintile(pack: ReadPack, figures: PublishedFigures, violence: Float64Array, or: (tolerance: Tolerance) => Tolerance): Figure[] {
  const figure = section(SECTION);
  const published = figures.police_uk_2019_2023.top_quintile_lsoas;
  const classes = quantileClasses(violence, 5);
  const top = areasWhere(classes, (value) => value === 5);
  const least = Math.min(...top.map((area) => violence[area] ?? 0));
  const ties = areasWhere(violence, (value) => value === least).filter((area) => classes[area] !== 5).length;
  const boroughs = boroughAreas(pack, figures);
  return [
    figure('Areas of the top quintile', published.count, top.length, or(EXACT)),
    figure('Areas below that tie with the lowest of them', 0, ties, or(EXACT)),
    figure('Share of violence in the top quintile', published.share_of_all_violence_and_sexual_offences, sum(top.map((area) => violence[area] ?? 0)) / sum(violence), or(by(0.005))),
    ...BOROUGH_NAMES.flatMap((name, i) => {
      const own = top.filter((area) => boroughs[i]?.includes(area));
      const wards = Object.entries(figures.top_count_quintile_lsoas_by_ward[name]);
      return [
        figure(`Top quintile, ${name}`, sum(wards.map(([, count]) => count)), own.length, or(EXACT)),
        ...wards.map(([ward, count]) => figure(`Top quintile, ${name}, ${ward}`, count, own.filter((area) => ward.split('/').includes(pack.areas.ward[area] ?? '')).length, or(EXACT))),
      ];
    }),
  ];
}
