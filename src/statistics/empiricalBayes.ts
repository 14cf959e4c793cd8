import { checkAmount, subject } from './rate.ts';

export interface AreaCounts {
  readonly events: ArrayLike<number>;
  /** People at risk, or person-years, by area: all above 0. */
  readonly populations: ArrayLike<number>;
  /** For messages. */
  readonly names?: readonly string[];
}

export interface GlobalEmpiricalBayes {
  /** Smoothed events per person, by area. */
  readonly estimates: Float64Array;
  /** The overall rate that small areas are drawn to. */
  readonly mean: number;
  /** Estimated variance of the true rates between areas; 0 where they vary no more than by chance. */
  readonly variance: number;
}

/**
 * Empirical Bayes rates: each area's rate drawn towards the overall one, the more the fewer people it has.
 * mean m = all events / all people; variance a = sum(p (r - m)^2) / sum(p) - m / mean(p), 0 if negative;
 * estimate = m + a / (a + m / p) (r - m). Per person: multiply for rates per 100,000.
 *
 * `binomial` (events are people, at most one each) takes m (1 - m) for the variance by chance and, as the
 * reference does, leaves a negative `variance` negative: then there is nothing to smooth towards, do not show it.
 *
 * Estimates are NaN where nothing happened anywhere (no rate to be drawn to). Throws RangeError that names the area
 * for missing, negative or infinite events and for populations that are not positive: leave such areas out first.
 * Source: Marshall, Applied Statistics 40 (1991), 283-294; Martuzzi and Elliott, Statistics in Medicine 15 (1996),
 * 1867-1873 (binomial); R's `spdep::EBest`.
 */
export function globalEmpiricalBayes(areas: AreaCounts, family: 'poisson' | 'binomial' = 'poisson'): GlobalEmpiricalBayes {
  const { events, populations } = checkCounts(areas);
  const rates = events.map((count, area) => count / at(populations, area));
  const people = sum(populations);
  const mean = sum(events) / people;
  const perArea = people / events.length;
  const observed = sum(rates.map((rate, area) => at(populations, area) * (rate - mean) ** 2)) / people;
  if (family === 'poisson') {
    const variance = Math.max(0, observed - mean / perArea);
    return { estimates: rates.map((rate, area) => shrunk(rate, mean, variance, at(populations, area))), mean, variance };
  }
  const chance = mean * (1 - mean);
  const variance = (observed - chance / perArea) / (1 - 1 / perArea);
  const estimates = rates.map((rate, area) => mean + variance / (variance + (chance - variance) / at(populations, area)) * (rate - mean));
  return { estimates, mean, variance };
}

export interface LocalEmpiricalBayes {
  /** Smoothed events per person, by area; NaN where neither the area nor any neighbour has events. */
  readonly estimates: Float64Array;
  /** Rate of each area and its neighbours together. */
  readonly means: Float64Array;
  /** Estimated variance of the true rates round each area. */
  readonly variances: Float64Array;
}

/**
 * Empirical Bayes rates as `globalEmpiricalBayes`, but drawn towards the rate of the area and its neighbours
 * together. `neighbours` lists positions by area, without the area itself; an area without any is its own
 * neighbourhood and keeps its rate.
 *
 * `marshall` (default; GeoDa's form) measures every neighbour's deviation from this area's local mean; `own-means`
 * (the default of `spdep::EBlocal`) from the neighbour's own local mean. They differ by up to half: say which.
 * NaN where the neighbourhood has no events and so no rate to be drawn to (with `own-means`, where its variance is
 * 0 too). Throws RangeError as `globalEmpiricalBayes`, and for lists of neighbours that do not match.
 */
export function localEmpiricalBayes(
  areas: AreaCounts, neighbours: readonly ArrayLike<number>[], form: 'marshall' | 'own-means' = 'marshall',
): LocalEmpiricalBayes {
  const { events, populations } = checkCounts(areas);
  const around = neighbourhoods(neighbours, events.length);
  const people = Float64Array.from(around, (members) => sumOf(populations, members));
  const means = Float64Array.from(around, (members, area) => sumOf(events, members) / at(people, area));
  const variances = Float64Array.from(around, (members, area) => {
    const mean = at(means, area);
    const deviation = (member: number): number =>
      at(events, member) / at(populations, member) - (form === 'marshall' ? mean : at(means, member));
    const observed = members.reduce((total, member) => total + at(populations, member) * deviation(member) ** 2, 0) / at(people, area);
    return Math.max(0, observed - mean / (at(people, area) / members.length));
  });
  const estimates = events.map((count, area) => {
    const population = at(populations, area);
    return shrunk(count / population, at(means, area), at(variances, area), population);
  });
  return { estimates, means, variances };
}

function shrunk(rate: number, mean: number, variance: number, population: number): number {
  return mean + variance / (variance + mean / population) * (rate - mean);
}

/** The counts as doubles, all fit to be divided. */
function checkCounts({ events, populations, names }: AreaCounts): { events: Float64Array; populations: Float64Array } {
  if (events.length !== populations.length) throw new RangeError(`${events.length} counts and ${populations.length} populations do not match.`);
  for (let area = 0; area < events.length; area += 1) {
    const name = names?.[area] ?? `Area ${area}`;
    checkAmount(events[area], subject('the number of events', name));
    checkAmount(populations[area], subject('the population', name));
    if (populations[area] === 0) throw new RangeError(`${subject('the population', name)} is 0.`);
  }
  return { events: Float64Array.from(events), populations: Float64Array.from(populations) };
}

/** Each area with its neighbours. */
function neighbourhoods(neighbours: readonly ArrayLike<number>[], areas: number): number[][] {
  checkNeighbours(neighbours, areas);
  return neighbours.map((list, area) => [...Array.from(list), area]);
}

/** Throws RangeError unless there is one list per area and it holds positions of areas. */
export function checkNeighbours(neighbours: readonly ArrayLike<number>[], areas: number): void {
  if (neighbours.length !== areas) throw new RangeError(`${neighbours.length} lists of neighbours for ${areas} areas.`);
  neighbours.forEach((list, area) => {
    const stranger = Array.from(list).find((other) => !(Number.isInteger(other) && other >= 0 && other < areas && other !== area));
    if (stranger !== undefined) throw new RangeError(`Area ${area} cannot have ${stranger} for a neighbour.`);
  });
}

function sumOf(values: Float64Array, members: readonly number[]): number {
  return members.reduce((total, member) => total + at(values, member), 0);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function at(values: Float64Array, position: number): number {
  return values[position] ?? Number.NaN;
}
