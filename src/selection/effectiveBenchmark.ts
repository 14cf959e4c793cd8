import type { AreaTable, Places } from '../model/areas.ts';
import { type Benchmark, COUNTY_BENCHMARK } from '../model/benchmark.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import { tidyBenchmark } from './benchmarks.ts';
import { effectiveSelection } from './effective.ts';

/** What areas are really compared with, and in plain sentences what of the one asked for is not applied. */
export interface EffectiveBenchmark {
  readonly benchmark: Benchmark;
  readonly reasons: readonly string[];
}

/**
 * The benchmark that a pack and data set can answer: a borough that the pack does not have, or a value that is no rate,
 * gives way to the county; of a saved selection the clauses that the data set cannot answer are left out, as they are of
 * the filter (see effectiveSelection).
 */
export function effectiveBenchmark(asked: Benchmark, entry: DataSetEntry, places: Places, areas: Pick<AreaTable, 'code'> | null = null): EffectiveBenchmark {
  const benchmark = tidyBenchmark(asked);
  if (benchmark === null) return { benchmark: COUNTY_BENCHMARK, reasons: ['The benchmark asked for cannot be used, so areas are compared with the county.'] };
  if (benchmark.kind === 'borough' && !places.features.some(({ properties: { kind, id } }) => kind === 'borough' && id === benchmark.borough)) {
    return { benchmark: COUNTY_BENCHMARK, reasons: [`The borough "${benchmark.borough}" is not in this pack, so areas are compared with the county.`] };
  }
  if (benchmark.kind !== 'selection') return { benchmark, reasons: [] };
  const { selection, dropped } = effectiveSelection(benchmark.selection, entry, places, areas);
  return { benchmark: { ...benchmark, selection }, reasons: [...new Set(dropped.map(({ reason }) => `In the benchmark “${benchmark.title}”: ${reason}`))] };
}
