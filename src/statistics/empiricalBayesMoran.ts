import { checkNeighbours, globalEmpiricalBayes, type AreaCounts } from './empiricalBayes.ts';

export interface EmpiricalBayesMoranOptions {
  /** Weights of an area's neighbours: add up to 1 (`row`), or 1 each (`binary`). */
  readonly weights: 'row' | 'binary';
  /** Random orders of the areas for the p-value; needs `random`. */
  readonly permutations?: number;
  /** Uniform numbers in [0, 1), seeded by the caller. */
  readonly random?: () => number;
}

export interface EmpiricalBayesMoran {
  /** Each area's deviation from the overall rate in standard deviations of a rate with its population. */
  readonly deviations: Float64Array;
  /** Moran's index of the deviations; NaN where they are all equal, nothing happened or nobody has a neighbour. */
  readonly index: number;
  /** The same without taking the mean off the deviations in the numerator. */
  readonly indexAboutZero: number;
  /** Share of the orders, this one included, whose index is as high or higher; null without permutations. */
  readonly p: number | null;
}

/**
 * Moran's index of rates whose areas differ in population (Assuncao and Reis): of z = (r - m) / sqrt(a + m / p), with
 * m and a as `globalEmpiricalBayes`. All areas count, those without neighbours too. p = (orders as high + 1) / (permutations + 1), never 0.
 *
 * Throws RangeError as `localEmpiricalBayes`, and for permutations without `random`.
 * Source: Assuncao and Reis, Statistics in Medicine 18 (1999), 2147-2162; R's `spdep::EBImoran.mc`.
 */
export function empiricalBayesMoran(
  areas: AreaCounts, neighbours: readonly ArrayLike<number>[], options: EmpiricalBayesMoranOptions,
): EmpiricalBayesMoran {
  const { weights, permutations = 0, random } = options;
  if (permutations > 0 && !random) throw new RangeError('Permutations need random numbers.');
  const deviations = standardised(areas);
  checkNeighbours(neighbours, deviations.length);
  const mean = sum(deviations) / deviations.length;
  const centred = deviations.map((z) => z - mean);
  const links = neighbours.reduce((total, list) => total + (weights === 'row' ? Math.min(1, list.length) : list.length), 0);
  const scale = deviations.length / links / sum(centred.map((z) => z * z));
  const indexOf = (z: Float64Array): number => scale * sum(z.map((value, area) => value * lag(z, neighbours[area] ?? [], weights)));
  const index = indexOf(centred);
  const p = random && permutations > 0 ? shareAsHigh(index, permutations, () => indexOf(shuffled(centred, random))) : null;
  return { deviations, index, indexAboutZero: indexOf(deviations), p };
}

function standardised(areas: AreaCounts): Float64Array {
  const { mean, variance } = globalEmpiricalBayes(areas);
  return Float64Array.from(areas.events, (count, area) => {
    const population = areas.populations[area] ?? Number.NaN;
    return (count / population - mean) / Math.sqrt(variance + mean / population);
  });
}

function lag(z: Float64Array, neighbours: ArrayLike<number>, weights: 'row' | 'binary'): number {
  let total = 0;
  for (let i = 0; i < neighbours.length; i += 1) total += z[neighbours[i] ?? -1] ?? Number.NaN;
  return weights === 'row' && neighbours.length > 0 ? total / neighbours.length : total;
}

function shareAsHigh(index: number, permutations: number, draw: () => number): number {
  let asHigh = 1;
  for (let order = 0; order < permutations; order += 1) if (draw() >= index) asHigh += 1;
  return asHigh / (permutations + 1);
}

/** Fisher and Yates: every order is equally likely. */
function shuffled(values: Float64Array, random: () => number): Float64Array {
  const order = values.slice();
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
