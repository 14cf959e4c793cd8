import { readFile } from 'node:fs/promises';
import { describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { COUNTY_BENCHMARK } from '../../src/model/benchmark.ts';
import { REASON } from '../../src/model/measures.ts';
import { EVERYTHING } from '../../src/model/selection.ts';
import { createTasks } from '../../src/worker/tasks.ts';
import { packFiles } from './cases.ts';
import { openPackDatabase } from './packDatabase.ts';
import type { Answer } from './recompute.ts';
import { classByLimits } from './significance.ts';
import { revisit } from './visit.ts';

const ask = packFiles();
const SOURCES = ['police-recorded', 'ae-attendances', 'admissions', 'ambulance'];

/** Legend lines by label. */
const counts = (lines: readonly { readonly label: string; readonly areas: number }[]) => Object.fromEntries(lines.map(({ label, areas }) => [label, areas]));

describe('Maps of more than one thing', () => {
  test('agreement counts in how many sources an area is significantly higher, whatever the filter', () => revisit(async (atlas) => {
    await atlas.map.chooseMeasure('Agreement of the sources');
    const answers = await Promise.all(SOURCES.map((dataSet) => ask({ dataSet })));
    const expected = agreementCounts(answers, await withheldAreas());
    expect(counts(await atlas.map.legend())).toEqual(expected);
    expect(expected['In all 4']).toBeGreaterThan(0);
    const words = await atlas.map.legendWords();
    for (const title of ['Police-recorded violence', 'A&E attendances', 'Hospital admissions', 'Ambulance callouts']) expect(words).toContain(title);
    expect(words).toContain('whatever the filter');
    await atlas.filters.chooseSubgroup('Rape');
    expect(counts(await atlas.map.legend())).toEqual(expected);
  }));

  test('class and deprivation together', () => revisit(async (atlas) => {
    await atlas.map.chooseMeasure('Class and deprivation together');
    const [answer, deciles] = await Promise.all([ask(), imdDeciles()]);
    expect(counts(await atlas.map.legend())).toEqual(byDeprivation(answer, deciles));
    expect(await atlas.map.legendWords()).toContain('Jan 2019 to Dec 2023');
  }));
});

/**
 * Areas that each source withholds. Which these are is the engine's own rule (its tests hold it to account); what the
 * others say is recomputed here.
 */
async function withheldAreas(): Promise<ReadonlySet<string>[]> {
  const folder = inject('packFolder');
  const tasks = createTasks((path) => ({ name: path, read: async () => new Uint8Array(await readFile(path)) }));
  const opened = await tasks.openPack(folder);
  if (!opened.ok) throw new Error(opened.problem.what);
  return Promise.all(SOURCES.map(async (dataSet) => {
    await tasks.openDataSet(folder, dataSet);
    const answer = tasks.evaluate({ pack: folder, dataSet, selection: EVERYTHING, confidence: 95, benchmark: COUNTY_BENCHMARK, detail: false });
    if (!answer.ok) throw new Error(answer.problem.what);
    const { dsrReason } = answer.value.areas;
    return new Set(opened.value.areas.code.filter((_, area) => dsrReason[area] === REASON.belowThreshold));
  }));
}

function agreementCounts(answers: readonly Answer[], withheld: readonly ReadonlySet<string>[]): Record<string, number> {
  const tally: Record<string, number> = { 'In all 4': 0, 'In 3 of 4': 0, 'In 2 of 4': 0, 'In 1 of 4': 0, 'In none': 0 };
  for (const area of answers[0]?.areas ?? []) {
    const classes = answers.map((answer, source) => (withheld[source]?.has(area.code) === true ? 'Too few to say' : classAsShown(answer, area.code, source > 0)));
    const higher = classes.filter((name) => name === 'Significantly higher').length;
    const compared = classes.some((name) => name !== 'Too few to say');
    const label = !compared ? 'Too few to say in any source' : higher === 4 ? 'In all 4' : higher === 0 ? 'In none' : `In ${higher} of 4`;
    tally[label] = (tally[label] ?? 0) + 1;
  }
  return tally;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Where small counts are withheld, rates are given to one decimal, and areas are classed by what is given. */
function classAsShown({ areas, county }: Answer, code: string, rounded: boolean) {
  const area = areas.find((each) => each.code === code);
  if (!rounded || !area?.rate || !county) return area?.className;
  return classByLimits({ value: tenth(area.rate.value), lower: tenth(area.rate.lower), upper: tenth(area.rate.upper) }, tenth(county.value));
}

async function imdDeciles(): Promise<Map<string, number>> {
  const database = await openPackDatabase(inject('packFolder'));
  const rows = await database.query('SELECT code, imd_decile FROM areas', z.object({ code: z.string(), imd_decile: z.coerce.number() }));
  return new Map(rows.map(({ code, imd_decile }) => [code, imd_decile]));
}

function byDeprivation(answer: Answer, deciles: ReadonlyMap<string, number>): Record<string, number> {
  const fifths = ['Most deprived', 'More deprived', 'In the middle for deprivation', 'Less deprived', 'Least deprived'];
  const words = { 'Significantly lower': 'lower violence', 'Similar': 'similar violence', 'Significantly higher': 'higher violence' } as const;
  const tally: Record<string, number> = { 'Too few to say': 0 };
  for (const fifth of fifths) for (const word of Object.values(words)) tally[`${fifth} and ${word}`] = 0;
  for (const { code, className } of answer.areas) {
    const fifth = fifths[Math.floor(((deciles.get(code) ?? 0) - 1) / 2)];
    const label = className === 'Too few to say' ? className : `${fifth} and ${words[className]}`;
    tally[label] = (tally[label] ?? 0) + 1;
  }
  return tally;
}
