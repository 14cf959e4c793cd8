import { chanceShort, foundByChance } from './chance.ts';
import { notCoveredWords } from './gaps.ts';
import { unitOf } from '../../model/kinds.ts';
import type { Scene } from './scene.ts';
import { matchWords } from './words.ts';

/** The newest answer in two short sentences, for screen readers: the figures of the health line. Empty before the first. */
export function announcement({ pack, entry, evaluation, rateKind }: Pick<Scene, 'pack' | 'entry' | 'evaluation' | 'rateKind'>): string {
  if (evaluation === null) return '';
  const uncovered = notCoveredWords({ pack, entry, evaluation });
  if (uncovered !== null) return `${uncovered}.`;
  return `${matchWords(evaluation.matching, unitOf(entry, evaluation.request.selection))}. ${chanceShort(foundByChance(evaluation, rateKind))}.`;
}
