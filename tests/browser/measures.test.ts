import { describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { packFiles } from './cases.ts';
import { openPackDatabase } from './packDatabase.ts';
import type { Answer } from './recompute.ts';
import { revisit } from './visit.ts';

const ask = packFiles();
const SOURCES = ['police-recorded', 'ae-attendances', 'admissions', 'ambulance'];

/** Legend lines by label. */
const counts = (lines: readonly { readonly label: string; readonly areas: number }[]) => Object.fromEntries(lines.map(({ label, areas }) => [label, areas]));

describe('Maps of more than one thing', () => {
  test('agreement counts in how many sources an area is significantly higher, whatever the filter', () => revisit(async (atlas) => {
    await atlas.map.chooseMeasure('Agreement of the sources');
    const answers = await Promise.all(SOURCES.map((dataSet) => ask({ dataSet })));
    const expected = agreementCounts(answers);
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

function agreementCounts(answers: readonly Answer[]): Record<string, number> {
  const tally: Record<string, number> = { 'In all 4': 0, 'In 3 of 4': 0, 'In 2 of 4': 0, 'In 1 of 4': 0, 'In none': 0 };
  for (const area of answers[0]?.areas ?? []) {
    const classes = answers.map((answer) => answer.areas.find(({ code }) => code === area.code)?.className);
    const higher = classes.filter((name) => name === 'Significantly higher').length;
    const compared = classes.some((name) => name !== 'Too few to say');
    const label = !compared ? 'Too few to say in any source' : higher === 4 ? 'In all 4' : higher === 0 ? 'In none' : `In ${higher} of 4`;
    tally[label] = (tally[label] ?? 0) + 1;
  }
  return tally;
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
