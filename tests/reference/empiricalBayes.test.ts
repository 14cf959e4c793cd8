import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { globalEmpiricalBayes, localEmpiricalBayes } from '../../src/statistics/empiricalBayes.ts';
import { readCases, readFixture } from './cases.ts';
import { attributeFile, bayesDifferences, bayesExpected, bayesInputs, globalDifferences, neighbourFile } from './empiricalBayesCases.ts';

describe('empirical Bayes rates equal spdep (e_empirical_bayes)', () => {
  const attributes = attributeFile.parse(readFixture('inputs/attributes_A.json'));
  const neighbours = neighbourFile.parse(readFixture('inputs/neighbours_A.json'));
  const onGeometry = readCases('e_empirical_bayes', bayesInputs, bayesExpected, (group) => !group.startsWith('r'));

  it('holds cases of global and local rates and of the index', () => {
    expect(onGeometry.filter((one) => one.expected.eb_poisson).length).toBeGreaterThan(2);
    expect(onGeometry.filter((one) => one.expected.eb_local).length).toBeGreaterThan(10);
    expect(onGeometry.filter((one) => one.expected.EBI !== undefined).length).toBeGreaterThan(8);
  });

  it.each(onGeometry)('$id', (one) => {
    expect(bayesDifferences(one.inputs, one.expected, attributes, neighbours)).toEqual([]);
  });

  const bare = z.object({ events: z.array(z.number().nullable()), population: z.array(z.number()) });
  const areasOf = ({ events, population }: z.infer<typeof bare>): { events: number[]; populations: number[] } =>
    ({ events: events.map((count) => count ?? Number.NaN), populations: population });

  it.each(readCases('e_empirical_bayes', bare, bayesExpected, (group) => group === 'r2'))('$id', (one) => {
    expect(globalDifferences(areasOf(one.inputs), one.expected)).toEqual([]);
  });

  it.each(readCases('e_empirical_bayes', bare, z.object({ error: z.string() }), (group) => group === 'r'))('$id: refused, as by R', (one) => {
    expect(() => globalEmpiricalBayes(areasOf(one.inputs))).toThrow('Area 1: ');
    expect(() => localEmpiricalBayes(areasOf(one.inputs), [[1], [0], []])).toThrow(RangeError);
  });
});
