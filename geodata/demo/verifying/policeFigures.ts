import { MONTH_TITLES } from '../../../src/model/months.ts';
import { AGE_BANDS, FLAGS, MIDNIGHT_SLOT, WEEKDAYS } from '../../../src/model/vocabulary.ts';
import { BOROUGH_NAMES, hourGroupRows, hourGroupTotals, monthRows, reconciledHourGroups } from '../publishedFigures.ts';
import type { PublishedFigures } from '../publishedFigures.ts';
import { sum } from '../table.ts';
import { by, EXACT, information, section, SHARE, within } from './figure.ts';
import type { Figure, Findings, Tolerance } from './figure.ts';
import { boroughAreas } from './placeFigures.ts';
import { areasWhere, personYearsOf, standardise } from './rates.ts';
import type { ReadPack } from './readPack.ts';
import { agesByArea, countRows, tally } from './rows.ts';
import type { Rows } from './rows.ts';

const HOUR_GROUPS = ['00:00-03:59', '04:00-07:59', '08:00-11:59', '12:00-15:59', '16:00-19:59', '20:00-23:59'];
const INVENTED = 'not published; shown for information';

/** The force's own records of violence: rates, Figure 14, composition. */
export function policeFigures(pack: ReadPack, figures: PublishedFigures): Findings {
  const held = pack.dataSets.get('police-recorded');
  if (!held) return { figures: [], skipped: [{ section: 'Police-recorded violence, 2019-2023 (Tables 5, Figures 11-16)', why: 'the pack holds no police extract' }] };
  const { entry, rows } = held;
  return {
    figures: [...rates(pack, figures, rows, entry.months), ...byMonth(pack, figures, rows, entry.months), ...byHour(figures, rows), ...composition(figures, rows, entry.kinds.map((kind) => kind.subgroup ?? ''))],
    skipped: [],
  };
}

function rates(pack: ReadPack, figures: PublishedFigures, rows: Rows, months: readonly string[]): Figure[] {
  const figure = section('Police-recorded violence, standardised rates (Table 5, Figures 11 and 12)');
  const published = figures.dsr.police_violence_and_sexual_offences_2019_2023;
  const victims = agesByArea(rows);
  const standardised = standardise(pack.areas, victims, personYearsOf(pack.population, months));
  const decile = (number: number): number => standardised.of(areasWhere(pack.areas.imdDecile, (value) => value === number)).value ?? NaN;
  const placed = countRows(rows, (row) => rows.first[row] === 1 && (rows.area[row] ?? 0) < rows.areas);
  return [
    ...boroughAreas(pack, figures).map((members, i) => figure(BOROUGH_NAMES[i] ?? '', published[BOROUGH_NAMES[i] ?? 'Luton'].dsr, standardised.of(members).value ?? NaN, within(0.01))),
    figure('Bedfordshire', published.Bedfordshire.dsr, standardised.of(pack.areas.code.map((_, area) => area)).value ?? NaN, within(0.01)),
    figure('Most deprived decile', published.imd_most_deprived_decile, decile(1), within(0.1)),
    ...Array.from({ length: 8 }, (_, i) => figure(`Decile ${i + 2} (shape)`, NaN, decile(i + 2), information(INVENTED))),
    figure('Least deprived decile', published.imd_least_deprived_decile, decile(10), within(0.1)),
    figure('Areas significantly higher than the county', published.lsoas_significantly_higher, standardised.significantlyHigher, by(10)),
    figure('Victims with known age per placed offence', NaN, sum(victims) / placed, information('implied by the published rates: about 1.07')),
  ];
}

function byMonth(pack: ReadPack, figures: PublishedFigures, rows: Rows, months: readonly string[]): Figure[] {
  const figure = section('Violence by month and borough (Figure 14)');
  const calendar = months.map((month) => Number(month.slice(5)) - 1);
  const boroughOf = new Map(boroughAreas(pack, figures).flatMap((members, borough) => members.map((area) => [area, borough] as const)));
  const size = BOROUGH_NAMES.length;
  const counts = tally(rows, 12 * size, (row) => {
    const borough = boroughOf.get(rows.area[row] ?? 0);
    return borough === undefined || rows.first[row] === 0 ? -1 : (calendar[rows.month[row] ?? 0] ?? 0) * size + borough;
  });
  return monthRows(figures.violence_by_month_athena_2019_2023).flatMap((cells, month) => [
    ...cells.map((count, borough) => figure(`${MONTH_TITLES[month]}, ${BOROUGH_NAMES[borough]}`, count, counts[month * size + borough] ?? NaN, EXACT)),
    figure(`${MONTH_TITLES[month]}, county`, figures.violence_by_month_athena_2019_2023[MONTH_TITLES[month] ?? 'January'][size] ?? NaN, sum(counts.subarray(month * size, (month + 1) * size)), EXACT),
  ]);
}

function byHour(figures: PublishedFigures, rows: Rows): Figure[] {
  const figure = section('Violence by weekday and hours (Figure 14)');
  const counts = tally(rows, 42, (row) => (rows.first[row] === 0 ? -1 : Math.floor(((rows.hour[row] ?? 0) % MIDNIGHT_SLOT) / 4) * 7 + (rows.weekday[row] ?? 0)));
  const midnight = countRows(rows, (row) => rows.first[row] === 1 && rows.hour[row] === MIDNIGHT_SLOT);
  const mended = reconciledHourGroups(figures);
  const dayTotals = figures.violence_by_weekday_and_hour_group_athena_2019_2023.total;
  const mendedIn = (day: number): number => sum(hourGroupRows(figures).map((cells, group) => (cells[day] ?? 0) - (mended[group]?.[day] ?? 0)));
  return [
    ...hourGroupRows(figures).flatMap((cells, group) => cells.map((count, day) =>
      figure(`${WEEKDAYS[day]?.title}, ${HOUR_GROUPS[group]}`, count, counts[group * 7 + day] ?? NaN, printed(count - (mended[group]?.[day] ?? 0))))),
    ...hourGroupTotals(figures).map((total, group) => figure(`All days, ${HOUR_GROUPS[group]}`, total, sum(counts.subarray(group * 7, group * 7 + 7)), EXACT)),
    ...WEEKDAYS.map(({ title }, day) => figure(`${title}, all hours`, dayTotals[day] ?? NaN, sum(counts.filter((_, i) => i % 7 === day)), printed(mendedIn(day)))),
    figure('All offences', figures.violence_by_weekday_and_hour_group_athena_2019_2023.total[7] ?? NaN, sum(counts), EXACT),
    figure('Stored at exactly 00:00', NaN, midnight, information(INVENTED)),
  ];
}

/** Exact but where the printed table does not add up and one figure had to give way. */
function printed(excess: number): Tolerance {
  return excess === 0 ? EXACT : by(Math.abs(excess), 'the printed cells add up to more than their printed total');
}

function composition(figures: PublishedFigures, rows: Rows, subgroups: readonly string[]): Figure[] {
  const figure = section('Violence, composition (section 3.1.1, Figures 13, 15 and 16)');
  const published = figures.violence_composition_athena_2019_2023;
  const offences = countRows(rows, (row) => rows.first[row] === 1);
  const ofSubgroup = (id: string): number => countRows(rows, (row) => rows.first[row] === 1 && subgroups[rows.kind[row] ?? 0] === id);
  const flagged = (id: string): number => {
    const bit = 1 << FLAGS.findIndex((flag) => flag.id === id);
    return countRows(rows, (row) => rows.first[row] === 1 && ((rows.flags?.[row] ?? 0) & bit) !== 0) / offences;
  };
  const ages = tally(rows, AGE_BANDS.length + 1, (row) => rows.age?.[row] ?? AGE_BANDS.length);
  const ranked = AGE_BANDS.map((band, code) => ({ band, victims: ages[code] ?? 0 })).toSorted((a, b) => b.victims - a.victims);
  const sex = tally(rows, 3, (row) => rows.sex?.[row] ?? 2);
  return [
    figure('Violence without injury, share', published.violence_without_injury_share, ofSubgroup('violence-without-injury') / offences, SHARE),
    figure('Violence with injury, share (about)', published.violence_with_injury_share_about, ofSubgroup('violence-with-injury') / offences, by(0.01)),
    figure('Homicides', published.homicides, ofSubgroup('homicide'), EXACT),
    figure('Domestic abuse, share', published.domestic_abuse_share, flagged('domestic-abuse'), SHARE),
    figure('Alcohol, share', published.alcohol_share, flagged('alcohol'), SHARE),
    figure('Knife, share', published.knife_share, flagged('knife'), SHARE),
    figure('Gun, share', published.gun_share, flagged('gun'), SHARE),
    figure('Hate, share', published.hate_share, flagged('hate'), SHARE),
    figure('Online, share', published.online_share, flagged('online'), SHARE),
    figure('Child at risk, share', NaN, flagged('child-at-risk'), information(INVENTED)),
    figure('Female, share of victims whose sex is recorded', published.victims_female_share, (sex[0] ?? 0) / ((sex[0] ?? 0) + (sex[1] ?? 0)), SHARE),
    ...published.top_victim_age_bands.map((band, rank) => figure(`Victims aged ${band}: rank`, rank + 1, ranked.findIndex((each) => each.band === band) + 1, EXACT)),
  ];
}
