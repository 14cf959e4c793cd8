import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJson } from '../reference/cases.ts';
import { neighbourExpected, neighbourInputs, neighboursBy, summaryOf } from '../reference/neighbourCases.ts';
import {
  getisOrdDifferences, getisOrdExpected, globalDifferences, globalExpected, inputsOf, localDifferences, localExpected, permutationDifferences,
  permutationExpected, spatialInputs,
} from '../reference/spatialCases.ts';

/** The reference cases on real boundaries: beside the published files, or where REFERENCE_CASES says. Never copied. */
const folder = process.env.REFERENCE_CASES ?? join(process.env.GEODATA_RAW ?? '', '..', 'reference', 'cases');
const there = process.env.GEODATA_RAW !== undefined && existsSync(join(folder, 'inputs', 'attributes_L.json'));
const read = (path: string): unknown => readJson(join(folder, path));

function onLsoas<Inputs, Expected>(fixture: string, inputs: z.ZodType<Inputs>, expected: z.ZodType<Expected>): { id: string; inputs: Inputs; expected: Expected }[] {
  return z.object({ cases: z.array(z.object({ id: z.string(), inputs: z.unknown(), expected: z.unknown() })) }).parse(read(`${fixture}.json`)).cases
    .filter(({ id }) => id.startsWith('L_'))
    .map((one) => ({ id: one.id, inputs: inputs.parse(one.inputs), expected: expected.parse(one.expected) }));
}

function off<Expected>(fixture: string, expected: z.ZodType<Expected>, differ: (inputs: ReturnType<typeof inputsOf>, expected: Expected) => string[]): string[] {
  const cases = onLsoas(fixture, spatialInputs, expected);
  expect(cases.length).toBeGreaterThan(0);
  return cases.flatMap((one) => differ(inputsOf(one.inputs, read), one.expected).map((text) => `${one.id}: ${text}`));
}

describe.skipIf(!there)('hotspots on the 381 LSOAs equal spdep (synthetic counts)', () => {
  it('neighbours (e_neighbours)', () => {
    const cases = onLsoas('e_neighbours', neighbourInputs, neighbourExpected);
    expect(cases.map(({ id }) => id)).toEqual(['L_queen', 'L_knn8', 'L_band3000']);
    expect(cases.map((one) => summaryOf(neighboursBy(one.inputs, read)))).toEqual(cases.map((one) => one.expected));
  });

  it('Gi and Gi* (e_getis_ord)', () => { expect(off('e_getis_ord', getisOrdExpected, getisOrdDifferences)).toEqual([]); });

  it('Moran\'s index (e_moran_global)', () => { expect(off('e_moran_global', globalExpected, globalDifferences)).toEqual([]); });

  it('local Moran (e_moran_local)', () => { expect(off('e_moran_local', localExpected, localDifferences)).toEqual([]); });

  it('local Moran by random draws (e_moran_local_permutation)', () => {
    expect(off('e_moran_local_permutation', permutationExpected, permutationDifferences)).toEqual([]);
  });
});
