import type { LegendWords } from '../../../map/layers/areaPaint.ts';
import { COUNTY_BENCHMARK } from '../../../model/benchmark.ts';
import { benchmarkTitle, describeSelection } from '../../../selection/describe.ts';
import { perWords, type Scene } from '../scene.ts';

/** What the legend says of benchmark, residents and filter: those of the answer on screen; before the first one, of what is asked. */
export function legendWords({ pack, entry, evaluation, applied }: Pick<Scene, 'pack' | 'entry' | 'evaluation' | 'applied'>): LegendWords {
  const request = evaluation?.request;
  return {
    benchmark: benchmarkTitle(request?.benchmark ?? COUNTY_BENCHMARK, pack, entry).title,
    per: perWords(evaluation),
    filter: describeSelection(request?.selection ?? applied, entry, pack.places),
  };
}
