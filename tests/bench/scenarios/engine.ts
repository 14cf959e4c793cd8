import type { Page } from 'playwright-core';
import { COUNTY, NATION } from '../../../src/bench/plan.ts';
import type { BenchPage } from '../page/main.ts';
import type { Compared, Comparison } from '../page/compare.ts';
import { CONTENDERS } from '../page/protocol.ts';
import { chartOf, type Series } from '../report/chart.ts';
import { row, type Row, timesFigures } from '../report/row.ts';
import { number, ratio } from '../report/text.ts';

declare global {
  interface Window { benchPage: BenchPage }
}

export interface Sized {
  readonly rows: number;
  readonly areas: number;
  readonly results: readonly Compared[];
}

export interface EngineResult {
  readonly rows: readonly Row[];
  readonly sizes: readonly Sized[];
  readonly charts: Readonly<Record<string, string>>;
}

const COUNTY_ROWS = 313_000;
const NATION_ROWS = 33_000_000;
/** Above this many records each contender has the machine to itself. */
const TOGETHER = 1_000_000;
const BY_ROWS: readonly (readonly [number, number])[] = [[10_000, COUNTY], [100_000, COUNTY], [COUNTY_ROWS, COUNTY], [1_000_000, COUNTY], [10_000_000, NATION], [NATION_ROWS, NATION]];
const BY_AREAS: readonly (readonly [number, number])[] = [[1_000_000, 3000], [1_000_000, NATION]];

/** The rows on counting and the two charts. `say` hears what is under way. */
export async function engine(page: Page, quick: boolean, say: (text: string) => void): Promise<EngineResult> {
  const wanted = quick ? BY_ROWS.filter(([rows]) => rows <= 1_000_000) : [...BY_ROWS, ...BY_AREAS];
  const sizes: Sized[] = [];
  for (const [rows, areas] of wanted) {
    say(`Counting ${rows.toLocaleString('en-GB')} records in ${areas.toLocaleString('en-GB')} areas`);
    const results = await page.evaluate((comparison) => window.benchPage.compare(comparison), comparisonOf(rows, areas, quick));
    sizes.push({ rows, areas, results });
  }
  say('Rows that are victims');
  const notes = [await victimsNote(page, quick, false), await victimsNote(page, quick, true)];
  const find = (rows: number, areas: number) => sizes.find((size) => size.rows === rows && size.areas === areas);
  const county = find(COUNTY_ROWS, COUNTY);
  const nation = find(NATION_ROWS, NATION);
  say(nation ? 'Memory of a page with 33 million records' : 'Charts');
  const bytes = nation ? await page.evaluate(([rows, areas]) => window.benchPage.memoryOfOurs(rows, areas), [NATION_ROWS, NATION] as const) : null;
  return {
    sizes,
    rows: [
      { ...rowOf('engine', 'Worker: a new filter over 313,000 records, 5 dimensions change, all outputs', county, 1, 2.5, 'this size was not measured'), notes },
      withMemory(rowOf('national-engine', 'The same over 33 million records and 35,672 areas', nation, 40, null, 'only measured in full runs'), nation !== undefined, bytes),
    ],
    charts: {
      'cost-by-records.svg': chartOf('A new filter, all outputs', 'records', seriesOf(sizes.filter(({ rows, areas }) => BY_ROWS.some(([r, a]) => r === rows && a === areas)), ({ rows }) => rows)),
      'cost-by-areas.svg': chartOf('A new filter over 1,000,000 records', 'areas', seriesOf(sizes.filter(({ rows }) => rows === 1_000_000), ({ areas }) => areas)),
    },
  };
}

function comparisonOf(rows: number, areas: number, quick: boolean): Comparison {
  const together = rows <= TOGETHER;
  return { rows, areas, contenders: CONTENDERS, repeats: quick ? 10 : together ? 40 : 30, warmUp: together ? 20 : 1, loading: together ? 30_000 : 75_000, answering: together ? 30_000 : 40_000, together };
}

function rowOf(id: string, title: string, size: Sized | undefined, median: number, p95: number | null, missing: string): Row {
  const ours = size?.results.find(({ name }) => name === 'ours');
  if (size === undefined || !ours) return row(id, title, [], { unavailable: missing });
  if (ours.times === null) return row(id, title, [], { unavailable: `the engine did not finish: ${ours.reason}` });
  return row(id, title, timesFigures(ours.times, median, p95), { ours: ours.times.median, beside: size.results.filter(({ name }) => name !== 'ours') });
}

/** The rows that police extracts have: several victims of one offence, which no peer tells apart without further work. */
async function victimsNote(page: Page, quick: boolean, who: boolean): Promise<string> {
  const { engine: ours, plain } = await page.evaluate(([repeats, sexes]) => window.benchPage.victims(313_000, repeats, sexes), [quick ? 20 : 100, who] as const);
  const title = who ? 'The same with sex and flags, and filters of them' : '313,000 victims, some of one offence, under other filters';
  return `${title}: median ${number(ours.median)} ms, p95 ${number(ours.p95)} ms; a plain pass ${number(plain.median)} ms (${ratio(plain.median, ours.median)}), counts equal.`;
}

function withMemory(measured: Row, asked: boolean, bytes: number | null): Row {
  if (!asked) return measured;
  if (bytes === null) return { ...measured, notes: [...measured.notes, 'The browser did not say how much memory the page uses.'] };
  return { ...measured, figures: [...measured.figures, { title: 'memory of the page with its worker', value: bytes / 1e9, unit: 'GB', budget: 1 }] };
}

function seriesOf(sizes: readonly Sized[], xOf: (size: Sized) => number): Series[] {
  return CONTENDERS.map((name) => ({
    name,
    points: sizes.flatMap((size) => size.results.filter((result) => result.name === name).map((result) => ({ x: xOf(size), y: result.times?.median ?? Number.NaN }))).toSorted((a, b) => a.x - b.x),
  }));
}
