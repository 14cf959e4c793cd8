import { harmSubgroup, type HarmSubgroupId } from '../model/harm.ts';
import type { BacktestRequest, BestPicks, HarmWeighed } from '../model/backtest.ts';
import type { MonthSpan } from '../model/hotspots.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import type { Selection } from '../model/selection.ts';
import { SUPPRESSED, type Evaluation } from '../model/results.ts';

export interface Weighted {
  readonly id: HarmSubgroupId;
  readonly title: string;
  readonly weight: number;
}

/** Which subgroups are weighed and how, or why none can be. */
export type HarmPlan = { readonly problem: string; readonly subgroups: null } | { readonly problem: null; readonly subgroups: readonly Weighted[] };

const without = (problem: string): HarmPlan => ({ problem, subgroups: null });

/**
 * The subgroups under a filter with their weights. A problem where small counts are withheld (by subgroup nearly all
 * are small), where the data set does not say the subgroup, and where a chosen kind has no weight: harm without it
 * would be another filter's.
 */
export function harmPlan({ selection: { types, subgroups }, harmWeights }: Pick<BacktestRequest, 'selection' | 'harmWeights'>, entry: DataSetEntry): HarmPlan {
  if (entry.disclosureThreshold > 1) return without('Small counts are withheld, and by offence subgroup nearly all counts are small.');
  if (!entry.fields.subgroup) return without('This data set does not say which kind of violence an event was, and there is no weight for violence as a whole.');
  const kinds = entry.kinds.filter(({ type, subgroup, crime }) => (types === null ? crime : types.includes(type)) && (subgroups === null || (subgroup !== null && subgroups.includes(subgroup))));
  const unweighted = [...new Set(kinds.filter(({ subgroup }) => harmSubgroup(subgroup) === null).map(({ subgroupTitle, typeTitle }) => subgroupTitle ?? typeTitle))];
  if (unweighted.length > 0) return without(`There is no weight for ${unweighted.join(', ').toLowerCase()}: choose offence subgroups that have one.`);
  const weighted = new Map(kinds.flatMap(({ subgroup, subgroupTitle }) => {
    const found = harmSubgroup(subgroup);
    return found === null ? [] : [[found.id, { id: found.id, title: subgroupTitle ?? found.title, weight: harmWeights[found.id] }] as const];
  }));
  const chosen = [...weighted.values()];
  return chosen.some(({ weight }) => weight > 0) ? { problem: null, subgroups: chosen } : without('Every weight is 0.');
}

/** Weighted events of one period. */
export interface PeriodHarm {
  /** By area number, NaN for areas that take no part. */
  readonly trained: Float64Array;
  /** Null before the first period that judges. */
  readonly tested: Float64Array | null;
  /** Events of the training period by subgroup, then by area number. */
  readonly events: readonly Float64Array[];
}

/** @param evaluated counts under the filter's other clauses. */
export function periodHarm(
  subgroups: readonly Weighted[], selection: Selection, spans: { readonly train: MonthSpan; readonly test: MonthSpan | null }, left: Uint8Array, evaluated: (selection: Selection) => Evaluation,
): PeriodHarm {
  const eventsOf = (period: MonthSpan): Float64Array[] => subgroups.map(({ id }) => {
    const { count } = evaluated({ ...selection, subgroups: [id], period }).areas;
    return Float64Array.from(count, (events, area) => (left[area] === 1 || events === SUPPRESSED ? Number.NaN : events));
  });
  const weighed = (events: readonly Float64Array[]): Float64Array => Float64Array.from(left, (_, area) => (
    subgroups.reduce((sum, { weight }, i) => sum + weight * (events[i]?.[area] ?? Number.NaN), 0)));
  const events = eventsOf(spans.train);
  return { trained: weighed(events), tested: spans.test === null ? null : weighed(eventsOf(spans.test)), events };
}

/** What the weights rest on in the areas that take part. */
export function harmWeighed(subgroups: readonly Weighted[], { events }: PeriodHarm, kept: readonly number[], best: BestPicks | null): HarmWeighed {
  const counted = subgroups.map(({ title, weight }, i) => ({ title, weight, events: kept.reduce((sum, area) => sum + (events[i]?.[area] ?? 0), 0) }));
  const all = counted.reduce((sum, one) => sum + one.weight * one.events, 0);
  return {
    problem: null, best, events: counted.reduce((sum, one) => sum + one.events, 0), eventsForHalf: fewestForHalf(counted, all),
    subgroups: counted.map((one) => ({ ...one, share: all === 0 ? Number.NaN : (one.weight * one.events) / all })),
  };
}

/** The fewest events, heaviest first, that weigh at least half; 0 where nothing weighs anything. */
function fewestForHalf(counted: readonly { readonly weight: number; readonly events: number }[], all: number): number {
  let missing = all / 2;
  let taken = 0;
  for (const { weight, events } of counted.toSorted((a, b) => b.weight - a.weight)) {
    if (missing <= 0) break;
    const needed = Math.min(events, Math.ceil(missing / weight));
    taken += needed;
    missing -= needed * weight;
  }
  return taken;
}
