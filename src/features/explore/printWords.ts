import { RATE_TITLES } from '../../model/measures.ts';
import { describeSelection } from '../../selection/describe.ts';
import { benchmarkOf, benchmarkWords, perWords, rateWords, type Scene } from './scene.ts';

/** What stands on every printed page, in sentences: whose data, that it is a demonstration where it is one, the data set and filter, the rate and its benchmark. */
export function printWords({ pack, entry, evaluation, rateKind }: Pick<Scene, 'pack' | 'entry' | 'evaluation' | 'rateKind'>): readonly string[] {
  const title = `Hotspot Atlas: ${pack.manifest.area.title}${pack.manifest.demonstration ? ' – DEMONSTRATION DATA' : ''}.`;
  if (evaluation === null) return [title, `${entry.title}.`];
  const { selection, confidence } = evaluation.request;
  const name = rateKind === 'dsr' ? `${RATE_TITLES.dsr.full} (${RATE_TITLES.dsr.short})` : RATE_TITLES.rate.full;
  const benchmark = benchmarkOf(evaluation, rateKind);
  return [
    title,
    `${entry.title}: ${describeSelection(selection, entry, pack.places, pack.areas)}.`,
    `${name} ${perWords(evaluation)} with ${confidence === 'fdr' ? '95% limits, false discovery rate held to 5%' : `${confidence}% limits`}; benchmark: ${benchmarkWords({ pack, entry, evaluation }).title}${benchmark === null ? '' : `, ${rateWords(benchmark)}`}.`,
  ];
}
