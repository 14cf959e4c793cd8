import { chanceShort, foundByChance } from './chance.ts';
import { notCoveredWords, withoutBenchmarkWords } from './gaps.ts';
import { unitOf } from '../../model/kinds.ts';
import { benchmarkWords, type Scene } from './scene.ts';
import { matchWords } from './words.ts';

/** The newest answer in two short sentences, for screen readers: the figures of the health line. Empty before the first. */
export function announcement({ pack, entry, evaluation, rateKind }: Pick<Scene, 'pack' | 'entry' | 'evaluation' | 'rateKind'>): string {
  if (evaluation === null) return '';
  const uncovered = notCoveredWords({ pack, entry, evaluation });
  if (uncovered !== null) return `${uncovered}.`;
  const chance = withoutBenchmarkWords(evaluation, rateKind, benchmarkWords({ pack, entry, evaluation }).title) ?? chanceShort(foundByChance(evaluation, rateKind));
  return `${matchWords(evaluation.matching, unitOf(entry, evaluation.request.selection))}. ${chance}.`;
}
