import { z } from 'zod';
import { globalEmpiricalBayes, localEmpiricalBayes, type AreaCounts } from '../../src/statistics/empiricalBayes.ts';
import { empiricalBayesMoran } from '../../src/statistics/empiricalBayesMoran.ts';
import { seeded } from '../calibration/random.ts';
import { differences, figure } from './cases.ts';

const column = z.array(figure);
export const bayesInputs = z.object({
  attributes: z.string(), events: z.string(), population: z.string(), neighbours: z.string().optional(),
  geoda: z.boolean().optional(), weights_style: z.enum(['W', 'B']).optional(),
});
export const bayesExpected = z.object({
  raw: column, eb_poisson: column, eb_binomial: column, parameters: z.object({ a: z.number(), b: z.number() }),
  eb_local: column, a: column, m: column,
  EBI: z.number(), EBI_mean_not_subtracted: z.number(), z: column, p_999_permutations_approx: z.number(),
}).partial();
/** What the file says of the reference's own random orders. */
const PERMUTATION_NOISE = 0.03;

const counts = z.array(z.number());
export const attributeFile = z.looseObject({ population: counts });
export const neighbourFile = z.record(z.string(), z.array(z.array(z.number())));

type Inputs = z.infer<typeof bayesInputs>;
type Expected = z.infer<typeof bayesExpected>;
type Column = z.infer<typeof column>;

/** Differences from spdep of whatever the case holds. */
export function bayesDifferences(
  inputs: Inputs, expected: Expected, attributes: z.infer<typeof attributeFile>, neighbours: z.infer<typeof neighbourFile>,
): string[] {
  const areas = { events: counts.parse(attributes[inputs.events]), populations: counts.parse(attributes[inputs.population]) };
  const lists = neighbours[inputs.neighbours ?? ''] ?? [];
  if (expected.eb_poisson) return globalDifferences(areas, expected);
  if (expected.eb_local) return localDifferences(areas, lists, inputs.geoda ?? false, expected);
  return moranDifferences(areas, lists, inputs.weights_style ?? 'W', expected);
}

export function globalDifferences(areas: AreaCounts, expected: Expected): string[] {
  const poisson = globalEmpiricalBayes(areas);
  return [
    ...columns('poisson', poisson.estimates, expected.eb_poisson),
    ...differences({ a: [poisson.variance, expected.parameters?.a], b: [poisson.mean, expected.parameters?.b] }),
    ...(expected.eb_binomial ? columns('binomial', globalEmpiricalBayes(areas, 'binomial').estimates, expected.eb_binomial) : []),
  ];
}

function localDifferences(areas: AreaCounts, neighbours: number[][], geoda: boolean, expected: Expected): string[] {
  const local = localEmpiricalBayes(areas, neighbours, geoda ? 'marshall' : 'own-means');
  return [
    ...columns('estimate', local.estimates, expected.eb_local), ...columns('m', local.means, expected.m), ...columns('a', local.variances, expected.a),
  ];
}

function moranDifferences(areas: AreaCounts, neighbours: number[][], style: 'W' | 'B', expected: Expected): string[] {
  const found = empiricalBayesMoran(areas, neighbours, { weights: style === 'W' ? 'row' : 'binary', permutations: 999, random: seeded(999) });
  const noise = Math.abs((found.p ?? 1) - (expected.p_999_permutations_approx ?? 0));
  return [
    ...columns('z', found.deviations, expected.z),
    ...differences({ EBI: [found.index, expected.EBI], 'about zero': [found.indexAboutZero, expected.EBI_mean_not_subtracted] }),
    ...(noise <= PERMUTATION_NOISE ? [] : [`p: ${String(found.p)}`]),
  ];
}

function columns(name: string, actual: Float64Array, expected: Column | undefined): string[] {
  if (actual.length !== expected?.length) return [`${name}: ${actual.length} areas, reference ${String(expected?.length)}`];
  return expected.flatMap((value, i) => (Number.isNaN(value) && Number.isNaN(actual[i]) ? [] : differences({ [`${name} ${i}`]: [actual[i], value] })));
}
