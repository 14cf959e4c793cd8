import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJson } from '../reference/cases.ts';
import { attributeFile, bayesDifferences, bayesExpected, bayesInputs, neighbourFile } from '../reference/empiricalBayesCases.ts';

/** The reference cases on real boundaries: beside the published files, or where REFERENCE_CASES says. Never copied. */
const folder = process.env.REFERENCE_CASES ?? join(process.env.GEODATA_RAW ?? '', '..', 'reference', 'cases');
const files = ['e_empirical_bayes.json', 'inputs/attributes_L.json', 'inputs/neighbours_L.json'].map((path) => join(folder, path));
const there = process.env.GEODATA_RAW !== undefined && files.every((path) => existsSync(path));

describe.skipIf(!there)('empirical Bayes rates on the 381 LSOAs equal spdep (e_empirical_bayes, synthetic counts)', () => {
  it('in every case', () => {
    const [file, attributes, neighbours] = files.map((path) => readJson(path));
    const rows = z.object({ cases: z.array(z.object({ id: z.string(), inputs: z.unknown(), expected: z.unknown() })) }).parse(file).cases
      .map((one) => ({ id: one.id, expected: one.expected, inputs: bayesInputs.safeParse(one.inputs).data }))
      .filter((one) => one.inputs?.attributes === 'attributes_L.json');
    expect(rows.length).toBeGreaterThan(8);
    const off = rows.flatMap(({ id, inputs, expected }) => (inputs === undefined ? [] : bayesDifferences(
      inputs, bayesExpected.parse(expected), attributeFile.parse(attributes), neighbourFile.parse(neighbours)).map((text) => `${id}: ${text}`)));
    expect(off).toEqual([]);
  });
});
