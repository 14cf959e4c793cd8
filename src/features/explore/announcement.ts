import { formatCount, plural } from '../../ui/formats.ts';
import { countHigher, type Scene, unitOf } from './scene.ts';

/** One short sentence about the newest answer, for screen readers. Empty before the first. */
export function announcement({ entry, evaluation, rateKind }: Pick<Scene, 'entry' | 'evaluation' | 'rateKind'>): string {
  if (evaluation === null) return '';
  const higher = countHigher(evaluation, rateKind, 'chosen');
  return `${formatCount(evaluation.matching)} ${unitOf(entry, evaluation.request.selection)} match. ${plural(higher, 'area', 'areas')} significantly higher.`;
}
