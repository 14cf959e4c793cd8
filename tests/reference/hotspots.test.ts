import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { neighboursWithin } from '../../src/geometry/distanceNeighbours.ts';
import { getisOrd } from '../../src/statistics/getisOrd.ts';
import { globalMoran } from '../../src/statistics/globalMoran.ts';
import { readCases, readFixture } from './cases.ts';
import {
  getisOrdDifferences, getisOrdExpected, globalDifferences, globalExpected, inputsOf, localDifferences, localExpected, permutationDifferences, permutationExpected,
  spatialInputs,
} from './spatialCases.ts';

describe('Gi and Gi* equal spdep (e_getis_ord)', () => {
  const cases = readCases('e_getis_ord', spatialInputs, getisOrdExpected);

  it('holds both, with every kind of neighbours and weights', () => {
    const kinds = new Set(cases.map(({ inputs }) => `${inputs.neighbours} ${inputs.weights_style} ${String(inputs.include_self)}`));
    expect(cases.length).toBeGreaterThan(45);
    expect(kinds.size).toBe(16);
  });

  it.each(cases.filter((one) => one.group !== 'const'))('$id', ({ inputs, expected }) => {
    expect(getisOrdDifferences(inputsOf(inputs, readFixture), expected)).toEqual([]);
  });

  it.each(cases.filter((one) => one.group === 'const'))('$id has no z, and says why', ({ inputs, expected }) => {
    const { values, lists, style } = inputsOf(inputs, readFixture);
    const found = getisOrd(values, lists, { style, includeSelf: true });
    expect([...found.z]).toEqual(expected.z);
    expect(new Set(found.reasons)).toEqual(new Set(['constant']));
  });
});

describe('Moran\'s index equals spdep (e_moran_global)', () => {
  it.each(readCases('e_moran_global', spatialInputs, globalExpected, (group) => group !== 'const'))('$id', ({ inputs, expected }) => {
    expect(globalDifferences(inputsOf(inputs, readFixture), expected)).toEqual([]);
  });

  it.each(readCases('e_moran_global', spatialInputs, z.object({ error: z.string() }), (group) => group === 'const'))('$id: no index, where R stops', ({ inputs }) => {
    const { values, lists, style } = inputsOf(inputs, readFixture);
    expect(globalMoran(values, lists, { style })).toMatchObject({ index: null, reason: 'constant' });
  });
});

describe('Moran\'s index with areas that have no neighbours (geometry B within 900 m)', () => {
  it('leaves them out of n as moran.test does, unless told otherwise: z 5.68 and 7.19', () => {
    const { x, y, crimes } = z.looseObject({ x: z.array(z.number()), y: z.array(z.number()), crimes: z.array(z.number()) }).parse(readFixture('inputs/attributes_B.json'));
    const lists = neighboursWithin({ x, y }, 900);
    const found = [false, true].map((countIsolates) => globalMoran(crimes, lists, { style: 'row', countIsolates }));
    expect(found.map((test) => (test.reason === null ? [test.z.toFixed(2), test.isolates] : test.reason))).toEqual([['5.68', 32], ['7.19', 32]]);
  });
});

describe('local Moran equals spdep (e_moran_local)', () => {
  it.each(readCases('e_moran_local', spatialInputs, localExpected))('$id', ({ inputs, expected }) => {
    expect(localDifferences(inputsOf(inputs, readFixture), expected)).toEqual([]);
  });
});

describe('local Moran by random draws agrees with spdep (e_moran_local_permutation)', () => {
  it.each(readCases('e_moran_local_permutation', spatialInputs, permutationExpected))('$id', ({ inputs, expected }) => {
    expect(permutationDifferences(inputsOf(inputs, readFixture), expected)).toEqual([]);
  });
});
