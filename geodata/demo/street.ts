import { NO_LOCATION, OUTSIDE_COUNTY } from '../../src/model/cells.ts';
import { formatMonth, monthRange } from '../../src/model/months.ts';
import { CRIME_TYPES } from '../../src/model/vocabulary.ts';
import { roundKeepingMargins, roundKeepingSum, shareOut } from './controlledRounding.ts';
import type { County } from './county.ts';
import { deal, repeatEach } from './dealing.ts';
import { fitMargins } from './fitMargins.ts';
import { fitLevels } from './levels.ts';
import { BOROUGH_NAMES } from './publishedFigures.ts';
import type { PublishedFigures } from './publishedFigures.ts';
import type { Random } from './random.ts';
import { codesOf, NOTHING_ELSE, snap } from './records.ts';
import type { Generated } from './records.ts';
import type { SnapPoints } from './shapes.ts';
import { LEAN, OTHER_CATEGORIES, REPORTED_BY_YEAR, SEASON, VIOLENCE_BY_YEAR, WITHOUT_AREA } from './streetShares.ts';
import { makeTable, rowOf, sum } from './table.ts';
import type { Table } from './table.ts';

const MONTHS = 60;
const VIOLENCE = CRIME_TYPES.findIndex(({ id }) => id === 'violence-and-sexual-offences');
/** How far the street files' violence differs by area from the force's own count; log scale. */
const VIOLENCE_SCATTER = 0.08;
const OTHER_SCATTER = 0.3;
/** Violence over five years that parts the top quintile of areas from the others; not published, chosen to fit. */
const EDGE = 285;
/** Codes elsewhere are made up: no area of England has them. */
const ELSEWHERE = ['E01999001', 'E01999002', 'E01999003', 'E01999004', 'E01999005', 'E01999006'];

/** Rows as data.police.uk publishes them, 2019-2023: category, month, snapped point; `kind` follows CRIME_TYPES. */
export function streetRecords(county: County, figures: PublishedFigures, policeLevels: ArrayLike<number>, points: readonly SnapPoints[], random: Random): Generated {
  const published = figures.police_uk_2019_2023;
  const totals = categoryTotals(figures);
  const byBorough = boroughTable(figures, totals, policeLevels, county, random);
  const byMonth = monthTable(totals, random);
  const area: number[] = [];
  const kind: number[] = [];
  const month: number[] = [];
  CRIME_TYPES.forEach((_, type) => {
    const counts = type === VIOLENCE
      ? violenceByArea(county, figures, Array.from(rowOf(byBorough, type)), policeLevels, random)
      : otherByArea(county, type, Array.from(rowOf(byBorough, type)), random);
    for (const each of repeatEach(counts)) {
      area.push(each);
      kind.push(type);
    }
    for (const each of deal(rowOf(byMonth, type), random)) month.push(each);
  });
  const [noLocation = 0, outside = 0] = shareOut(published.crimes.out_of_area_or_unknown, [WITHOUT_AREA.noLocation, WITHOUT_AREA.outside]);
  addWithoutArea(noLocation + outside, noLocation, totals, byMonth, { area, kind, month }, random);
  const areas = Int32Array.from(area);
  const codes = codesOf(areas, county.areas.map(({ code }) => code));
  areas.forEach((number, i) => { if (number === OUTSIDE_COUNTY) codes[i] = ELSEWHERE[random.below(ELSEWHERE.length)] ?? ''; });
  return {
    months: monthRange(2019 * 12, 2024 * 12 - 1).map(formatMonth),
    records: { ...NOTHING_ELSE, area: areas, sourceCode: codes, kind: Uint8Array.from(kind), month: Uint16Array.from(month), ...snap(areas, points, random) },
  };
}

/** Rows in the county by category: violence as published, the others in the proportions of the months held. */
function categoryTotals(figures: PublishedFigures): number[] {
  const published = figures.police_uk_2019_2023;
  const violence = published.violence_and_sexual_offences_in_county;
  const weights = CRIME_TYPES.map(({ id }) => (id === 'violence-and-sexual-offences' ? 0 : OTHER_CATEGORIES[id]));
  return shareOut(published.in_county_total - violence, weights).map((count, type) => (type === VIOLENCE ? violence : count));
}

/** Categories by borough: boroughs as published, violence shared as in the force's own data. */
function boroughTable(figures: PublishedFigures, totals: readonly number[], policeLevels: ArrayLike<number>, county: County, random: Random): Table {
  const violence = shareOut(totals[VIOLENCE] ?? 0, county.boroughs.map((members) => sum(members.map((area) => policeLevels[area] ?? 0))));
  const others = BOROUGH_NAMES.map((name, borough) => figures.police_uk_2019_2023.crimes[name] - (violence[borough] ?? 0));
  const rows = totals.filter((_, type) => type !== VIOLENCE);
  const table = roundKeepingMargins(fitMargins(makeTable(rows.length, others.length, () => 1), rows, others), random);
  return makeTable(totals.length, others.length, (type, borough) => (type === VIOLENCE ? (violence[borough] ?? 0) : (rowOf(table, type < VIOLENCE ? type : type - 1)[borough] ?? 0)));
}

/** Categories by month: each category's total, each year's reports and violence. */
function monthTable(totals: readonly number[], random: Random): Table {
  const violence = byMonthOf(VIOLENCE_BY_YEAR);
  const rest = byMonthOf(REPORTED_BY_YEAR).map((count, month) => count - (violence[month] ?? 0));
  const rows = totals.filter((_, type) => type !== VIOLENCE);
  const table = roundKeepingMargins(fitMargins(makeTable(rows.length, MONTHS, () => 0.9 + 0.2 * random.next()), rows, rest), random);
  return makeTable(totals.length, MONTHS, (type, month) => (type === VIOLENCE ? (violence[month] ?? 0) : (rowOf(table, type < VIOLENCE ? type : type - 1)[month] ?? 0)));
}

function byMonthOf(byYear: Readonly<Record<string, number>>): number[] {
  return Object.values(byYear).flatMap((count) => shareOut(count, SEASON));
}

/** Violence by area: near the force's own, the published areas at the top with the published share. */
function violenceByArea(county: County, figures: PublishedFigures, boroughs: readonly number[], policeLevels: ArrayLike<number>, random: Random): number[] {
  const seed = county.areas.map((_, area) => (policeLevels[area] ?? 0) * Math.exp(VIOLENCE_SCATTER * random.normal()));
  const share = figures.police_uk_2019_2023.top_quintile_lsoas.share_of_all_violence_and_sexual_offences;
  const levels = fitLevels(seed, [
    { members: [...county.top], total: share * sum(boroughs) },
    ...county.boroughs.map((members, borough) => ({ members, total: boroughs[borough] ?? 0 })),
  ], { areas: county.top, edge: EDGE, unit: null });
  return wholeByBorough(county, levels, boroughs);
}

function otherByArea(county: County, type: number, boroughs: readonly number[], random: Random): number[] {
  const id = CRIME_TYPES[type]?.id ?? 'other-crime';
  const weights = county.areas.map((area, i) => {
    const proneness = Math.min(county.proneness[i] ?? 1, 2) ** LEAN[id].proneness;
    return area.residents * proneness * ((county.hotspot[i] ?? '') === '' ? 1 : LEAN[id].town) * Math.exp(OTHER_SCATTER * random.normal());
  });
  return wholeByBorough(county, weights, boroughs);
}

function wholeByBorough(county: County, weights: ArrayLike<number>, boroughs: readonly number[]): number[] {
  const counts = county.areas.map(() => 0);
  county.boroughs.forEach((members, borough) => {
    const own = members.map((area) => weights[area] ?? 0);
    const scale = (boroughs[borough] ?? 0) / sum(own);
    roundKeepingSum(own.map((weight) => weight * scale)).forEach((count, position) => { counts[members[position] ?? 0] = count; });
  });
  return counts;
}

interface Rows { readonly area: number[]; readonly kind: number[]; readonly month: number[] }

/** Rows outside the county or without a location: by category and month as the others are. */
function addWithoutArea(count: number, noLocation: number, totals: readonly number[], byMonth: Table, rows: Rows, random: Random): void {
  const where = deal([noLocation, count - noLocation], random);
  let next = 0;
  shareOut(count, totals).forEach((own, type) => {
    for (const month of repeatEach(shareOut(own, rowOf(byMonth, type)))) {
      rows.area.push(where[next] === 0 ? NO_LOCATION : OUTSIDE_COUNTY);
      rows.kind.push(type);
      rows.month.push(month);
      next += 1;
    }
  });
}
