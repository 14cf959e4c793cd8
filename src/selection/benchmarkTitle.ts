import type { Places } from '../model/areas.ts';
import type { Benchmark } from '../model/benchmark.ts';
import type { DataSetEntry, Manifest } from '../model/manifest.ts';
import { possessive } from '../model/text.ts';

/** What a title and its genitive need of a pack. */
export interface BenchmarkPlaces {
  readonly manifest: Pick<Manifest, 'benchmark'>;
  readonly places: Places;
}

/**
 * Who areas are compared with, and whose value it is: "Bedfordshire" and "Bedfordshire’s", "its own borough", "England
 * 2023 (typed value)", "the saved selection “Luton 2019”". A night-time profile covers parts only: its county is "the
 * areas covered". Give it the benchmark really used (effectiveBenchmark), such as the request's of an answer.
 */
export function benchmarkTitle(benchmark: Benchmark, pack: BenchmarkPlaces, entry: Pick<DataSetEntry, 'kind'>): { readonly title: string; readonly possessive: string } {
  const inParts = entry.kind === 'nte-profile';
  switch (benchmark.kind) {
    case 'county': return inParts ? { title: 'the areas covered', possessive: 'the covered areas’' } : owned(pack.manifest.benchmark);
    case 'own-borough': return owned('its own borough');
    case 'borough': {
      const borough = boroughTitle(benchmark.borough, pack.places);
      return inParts ? { title: `the areas covered in ${borough}`, possessive: `the covered areas’ (${borough})` } : owned(borough);
    }
    case 'value': return benchmark.title === '' ? owned('the typed value') : { ...owned(benchmark.title), title: `${benchmark.title} (typed value)` };
    case 'selection': return { ...owned(`“${benchmark.title}”`), title: `the saved selection “${benchmark.title}”` };
    default: return benchmark satisfies never;
  }
}

function owned(title: string): { title: string; possessive: string } {
  return { title, possessive: possessive(title) };
}

function boroughTitle(code: string, { features }: Places): string {
  return features.find(({ properties }) => properties.kind === 'borough' && properties.id === code)?.properties.title ?? code;
}
