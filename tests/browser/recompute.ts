import { z } from 'zod';
import { type DataSetFacts, openPackDatabase, type PackDatabase } from './packDatabase.ts';
import { classByLimits, classesByDiscovery, QUANTILES } from './significance.ts';

/** ESP 2013, written out again here on purpose: this file shares no code with what it checks. */
const STANDARD = [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000];
const MINIMUM_EVENTS = 10;

/** What is asked of a data set, as SQL conditions. */
export interface Question {
  /** "police-recorded" where left out. */
  readonly dataSet?: string;
  /** Over the columns of the records. All recorded crime where left out. */
  readonly records?: string;
  /** Over `month` ("2019-01"): chooses records and person-time. */
  readonly months?: string;
  /** First and last age band (0-18) of the victims, where ages are chosen: they choose events and residents. */
  readonly ages?: readonly [number, number];
  /** Over the columns of the areas. */
  readonly places?: string;
  readonly confidence?: 95 | 99.8 | 'fdr';
  /** Per 100,000 a year, to compare with instead of the county. */
  readonly benchmark?: number;
}

export type ClassName = 'Significantly higher' | 'Similar' | 'Significantly lower' | 'Too few to say';

export interface Rate {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

export interface AreaAnswer {
  readonly code: string;
  readonly name: string;
  readonly ward: string;
  readonly inPlace: boolean;
  readonly offences: number;
  /** What the rate counts: victims of known age for a standardised rate, otherwise offences. */
  readonly events: number;
  /** Null below 10 events. */
  readonly rate: Rate | null;
  readonly className: ClassName;
  /** Further months at the present pace until 10 events; null with none to go by. */
  readonly monthsNeeded: number | null;
}

export interface Answer {
  readonly confidence: 95 | 99.8 | 'fdr';
  /** Offences in the chosen places. */
  readonly matching: number;
  readonly county: Rate | null;
  readonly chosen: Rate | null;
  readonly areas: readonly AreaAnswer[];
}

/** One area and age band. DuckDB gives big integers as text. */
const bandRow = z.object({
  code: z.string(), name: z.string(), ward: z.string(), in_place: z.boolean(), band: z.number(),
  offences: z.coerce.number(), victims: z.coerce.number(), person_years: z.number(),
});
type BandRow = z.output<typeof bandRow>;
const countRow = z.object({ count: z.coerce.number() });

/** Answers a question from the open files of a pack: counting in SQL, rates from the published formulas. */
export async function makeRecomputation(folder: string): Promise<(question?: Question) => Promise<Answer>> {
  const database = await openPackDatabase(folder);
  return (question = {}) => answer(database, question);
}

async function answer(database: PackDatabase, question: Question): Promise<Answer> {
  const dataSet = database.dataSets.find(({ id }) => id === (question.dataSet ?? 'police-recorded'));
  if (dataSet === undefined) throw new Error(`No data set ${question.dataSet}`);
  const months = dataSet.months.map((month) => `('${month}')`).join(', ');
  const rows = await database.query(bandsSql(dataSet, question, months), bandRow);
  const [held] = await database.query(`SELECT count(*) AS count FROM (VALUES ${months}) t(month) WHERE ${question.months ?? 'true'}`, countRow);
  return assemble(rows, dataSet.fields.age, question, held?.count ?? 0);
}

/** `chosen`: the records of the question, with what makes two rows one event. */
function recordsSql(dataSet: DataSetFacts, { records, months = 'true', ages }: Question): string {
  const crimes = dataSet.kinds.filter(({ crime }) => crime).map(({ type }) => `'${type}'`).join(', ');
  const event = dataSet.rowsAreVictims ? 'reference' : 'row_number() OVER ()';
  // Sources that come as counts have a row for each area, band and month: as many events as its count says.
  const rows = dataSet.kind === 'health-counts' ? `(SELECT *, unnest(range("count")) FROM {${dataSet.table}})` : `{${dataSet.table}}`;
  return `WITH chosen AS (SELECT *, ${event} AS event FROM ${rows}
    WHERE (${records ?? `crime_type IN (${crimes})`}) AND (${months}) AND (${withinAges(ages)}))`;
}

/** A band's number, 0 for "0-4" to 18 for "90+"; null where the age is not known. */
const BAND = "CASE WHEN age_band = '90+' THEN 18 ELSE CAST(split_part(age_band, '-', 1) AS INTEGER) // 5 END";

function withinAges(ages: Question['ages']): string {
  return ages === undefined ? 'true' : `${BAND} BETWEEN ${ages[0]} AND ${ages[1]}`;
}

/** One row per area and age band (one band of everybody where the data set has no ages). */
function bandsSql(dataSet: DataSetFacts, question: Question, months: string): string {
  const band = dataSet.fields.age ? BAND : '0';
  const known = dataSet.fields.age ? 'age_band IS NOT NULL' : 'true';
  return `${recordsSql(dataSet, question)},
    years AS (SELECT CAST(month[1:4] AS INTEGER) AS year, count(*) / 12 AS share FROM (VALUES ${months}) t(month) WHERE ${question.months ?? 'true'} GROUP BY 1),
    held AS (SELECT y.year, any_value(y.share) AS share, arg_min(p.year, abs(p.year - y.year) * 10000 + p.year) AS held FROM years y, (SELECT DISTINCT year FROM population) p GROUP BY 1),
    person_time AS (SELECT area AS code, ${band} AS band, sum(persons * share) AS person_years FROM population JOIN held ON held.held = population.year WHERE ${withinAges(question.ages)} GROUP BY 1, 2),
    victims AS (SELECT lsoa AS code, ${band} AS band, count(*) AS victims FROM chosen WHERE ${known} GROUP BY 1, 2),
    offences AS (SELECT lsoa AS code, count(DISTINCT event) AS offences FROM chosen GROUP BY 1)
  SELECT areas.code, areas.name, areas.ward, coalesce(${question.places ?? 'true'}, false) AS in_place, band,
    coalesce(offences, 0) AS offences, coalesce(victims, 0) AS victims, person_years
  FROM areas JOIN person_time USING (code) LEFT JOIN victims USING (code, band) LEFT JOIN offences USING (code) ORDER BY areas.code, band`;
}

interface Group {
  readonly events: number[];
  readonly years: number[];
}

function assemble(rows: readonly BandRow[], byAge: boolean, { confidence = 95, ages, benchmark }: Question, months: number): Answer {
  const rateAt = (group: Group, quantile: number): Rate | null => (sum(group.events) < MINIMUM_EVENTS ? null : byAge ? standardised(group, quantile) : crude(sum(group.events), sum(group.years), quantile));
  const rateOf = (group: Group) => rateAt(group, QUANTILES[confidence === 'fdr' ? 95 : confidence]);
  const groupOf = (chosen: (row: BandRow) => boolean): Group => {
    const group: Group = { events: STANDARD.map(() => 0), years: STANDARD.map(() => 0) };
    for (const row of rows) {
      if (!chosen(row)) continue;
      group.events[row.band] = (group.events[row.band] ?? 0) + row.victims;
      group.years[row.band] = (group.years[row.band] ?? 0) + row.person_years;
    }
    return group;
  };
  const county = rateOf(groupOf(() => true));
  const first = rows.filter(({ band }) => band === (ages?.[0] ?? 0));
  const groups = first.map((row) => groupOf(({ code }) => code === row.code));
  const against = benchmark ?? county?.value ?? null;
  const discovered = confidence === 'fdr' ? classesByDiscovery(groups.map((group) => (quantile) => rateAt(group, quantile)), against) : null;
  const areas = first.map((row, index): AreaAnswer => {
    const group = groups[index] ?? { events: [], years: [] };
    const events = sum(group.events);
    const rate = rateOf(group);
    return {
      code: row.code, name: row.name, ward: row.ward, inPlace: row.in_place, offences: row.offences,
      events, rate, className: discovered?.[index] ?? classByLimits(rate, against), monthsNeeded: furtherMonths(events, months),
    };
  });
  const matching = sum(areas.filter(({ inPlace }) => inPlace).map(({ offences }) => offences));
  return { confidence, matching, county, chosen: rateOf(groupOf((row) => row.in_place)), areas };
}

function furtherMonths(events: number, months: number): number | null {
  if (events >= MINIMUM_EVENTS) return 0;
  return events === 0 ? null : Math.ceil(((MINIMUM_EVENTS - events) * months) / events);
}

/** Byar's limits of a count. */
function byar(count: number, quantile: number): [number, number] {
  return [count * (1 - 1 / (9 * count) - quantile / (3 * Math.sqrt(count))) ** 3, (count + 1) * (1 - 1 / (9 * (count + 1)) + quantile / (3 * Math.sqrt(count + 1))) ** 3];
}

function crude(count: number, years: number, quantile: number): Rate {
  const [lower, upper] = byar(count, quantile);
  return { value: (1e5 * count) / years, lower: (1e5 * lower) / years, upper: (1e5 * upper) / years };
}

/** Directly standardised rate with Dobson's limits, over the bands that have residents: all, or those chosen. */
function standardised({ events, years }: Group, quantile: number): Rate {
  const bands = STANDARD.flatMap((weight, band) => ((years[band] ?? 0) > 0 ? [{ weight, events: events[band] ?? 0, years: years[band] ?? Number.NaN }] : []));
  const weights = sum(bands.map(({ weight }) => weight));
  const rate = sum(bands.map((band) => (band.weight * band.events) / band.years)) / weights;
  const variance = sum(bands.map((band) => band.events * (band.weight / band.years) ** 2)) / weights ** 2;
  const total = sum(events);
  const [low, high] = byar(total, quantile);
  const scale = Math.sqrt(variance / total);
  return { value: 1e5 * rate, lower: 1e5 * (rate + scale * (low - total)), upper: 1e5 * (rate + scale * (high - total)) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
