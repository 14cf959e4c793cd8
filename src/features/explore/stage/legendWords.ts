import type { LegendWords } from '../../../map/layers/areaPaint.ts';
import { describeSelection } from '../../../selection/describe.ts';
import { benchmarkWords, perWords, type Scene } from '../scene.ts';

/** What the legend says of benchmark, residents and filter: those of the answer on screen; before the first one, of what is asked. */
export function legendWords({ pack, entry, evaluation, applied }: Pick<Scene, 'pack' | 'entry' | 'evaluation' | 'applied'>): LegendWords {
  return {
    benchmark: benchmarkWords({ pack, entry, evaluation }).title,
    per: perWords(evaluation),
    filter: describeSelection(evaluation?.request.selection ?? applied, entry, pack.places, pack.areas),
  };
}
