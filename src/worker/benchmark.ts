import { REASON, type RateKind } from '../model/measures.ts';
import type { Benchmark } from '../model/benchmark.ts';
import type { Evaluation, GroupSummary, RateSummary } from '../model/results.ts';
import type { PlaceGroup } from '../tables/placeIndex.ts';
import type { AreaBenchmarks } from './classifyAreas.ts';

/** What the areas are compared with, and how it was come by. */
interface Comparison {
  /** The one value for every area; null where there is none of that kind, or one for each area. */
  readonly one: Evaluation['benchmark'];
  readonly byArea: AreaBenchmarks;
  /** Plain sentences on what could not be compared. */
  readonly notes: readonly string[];
}

/** The groups that benchmarks are taken from, as they are shown. */
interface BenchmarkGroups extends Pick<Evaluation, 'county' | 'boroughs'> {
  /** The saved selection, and why its rates cannot be compared with (null where they can); null where none is asked for. */
  readonly saved: { readonly group: GroupSummary; readonly unlike: string | null } | null;
}

/**
 * The benchmark of each area, as it may be shown: a group that is withheld, or has no rate, compares with nothing. In a
 * pack of one borough that is everybody's own, so there is one benchmark, and a funnel round it.
 *
 * @param borough the boroughs that the areas lie in
 */
export function comparison(asked: Benchmark, groups: BenchmarkGroups, borough: PlaceGroup): Comparison {
  const only = onlyOne(borough);
  const benchmark: Benchmark = asked.kind === 'own-borough' && only !== undefined ? { kind: 'borough', borough: only } : asked;
  if (benchmark.kind === 'own-borough') {
    const own = (kind: RateKind): Float64Array => {
      const values = Float64Array.from(borough.ids, (code) => valueOf(groups.boroughs[code]?.[kind] ?? null));
      const byArea = new Float64Array(borough.ofArea.length);
      for (let area = 0; area < byArea.length; area += 1) byArea[area] = values[borough.ofArea[area]!] ?? Number.NaN;
      return byArea;
    };
    return { one: { rate: null, dsr: null }, byArea: { rate: own('rate'), dsr: own('dsr') }, notes: [] };
  }
  const { one, notes } = oneFor(benchmark, groups);
  const same = (kind: RateKind): Float64Array => new Float64Array(borough.ofArea.length).fill(valueOf(one[kind]));
  return { one, byArea: { rate: same('rate'), dsr: same('dsr') }, notes };
}

/** The code of the one borough that all areas lie in. */
function onlyOne({ ids, ofArea }: PlaceGroup): string | undefined {
  const [first] = ofArea;
  return first !== undefined && ofArea.every((place) => place === first) ? ids[first] : undefined;
}

function oneFor(benchmark: Exclude<Benchmark, { kind: 'own-borough' }>, { county, boroughs, saved }: BenchmarkGroups): { one: Evaluation['benchmark']; notes: string[] } {
  if (benchmark.kind === 'county') return { one: ratesOf(county), notes: [] };
  if (benchmark.kind === 'borough') {
    const group = boroughs[benchmark.borough];
    return group ? { one: ratesOf(group), notes: [] } : { one: NONE, notes: [`There is no borough ${benchmark.borough} to compare with.`] };
  }
  if (benchmark.kind === 'value') {
    if (!(benchmark.value >= 0 && Number.isFinite(benchmark.value))) return { one: NONE, notes: ['The value to compare with is not a rate.'] };
    return { one: { ...NONE, [benchmark.of]: typed(benchmark.value) }, notes: [] };
  }
  if (!saved) return { one: NONE, notes: [] };
  return saved.unlike === null ? { one: ratesOf(saved.group), notes: [] } : { one: NONE, notes: [saved.unlike] };
}

const NONE: Evaluation['benchmark'] = { rate: null, dsr: null };

function ratesOf({ rate, dsr }: GroupSummary): Evaluation['benchmark'] {
  return { rate, dsr };
}

/** A value that was typed in has neither events nor limits of its own: its limits are itself. */
function typed(value: number): RateSummary {
  return { value, lower: value, upper: value, reason: REASON.given, events: 0, personYears: 0 };
}

/** NaN where the rate is not given. */
function valueOf(summary: RateSummary | null): number {
  return summary?.reason === REASON.given ? summary.value : Number.NaN;
}
