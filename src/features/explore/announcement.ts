import { CLASS } from '../../model/measures.ts';
import { formatCount, plural } from '../../ui/formats.ts';
import { type Scene, unitOf } from './scene.ts';

/** One short sentence about the newest answer, for screen readers. Empty before the first. */
export function announcement({ entry, evaluation, rateKind }: Pick<Scene, 'entry' | 'evaluation' | 'rateKind'>): string {
  if (evaluation === null) return '';
  const classes = rateKind === 'dsr' ? evaluation.areas.dsrClass : evaluation.areas.rateClass;
  const higher = classes.filter((code, area) => code === CLASS.higher && evaluation.areas.inPlace[area] === 1).length;
  return `${formatCount(evaluation.matching)} ${unitOf(entry, evaluation.request.selection)} match. ${plural(higher, 'area', 'areas')} significantly higher.`;
}
