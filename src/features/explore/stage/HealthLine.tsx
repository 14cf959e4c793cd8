import { memo } from 'react';
import type { Evaluation } from '../../../model/results.ts';
import { useAtlas } from '../../../store/react.ts';
import { formatCount, formatShareOf, isWithheld, plural } from '../../../ui/formats.ts';
import { chanceShort, foundByChance } from '../chance.ts';
import { midnightShare, midnightWords, monthsHeldWords, notCoveredWords, residentsWords, sexesWords, withoutBenchmarkWords } from '../gaps.ts';
import { unitOf } from '../../../model/kinds.ts';
import { benchmarkWords, type Scene } from '../scene.ts';
import { matchWords } from '../words.ts';

/** Always there: how much of the data the picture stands on, and how much of it chance would paint. */
export const HealthLine = memo(function HealthLine({ scene }: { readonly scene: Scene }) {
  const { evaluation } = scene;
  const evaluating = useAtlas((state) => state.evaluating);
  if (evaluation === null) return <p className="health muted">Working out the first figures…</p>;
  return (
    <ul className="health" aria-label="Data health">
      {healthParts(scene).map(({ id, text, strong }) => <li key={id} className={`health-${id}${strong ? ' strong' : ''}`}>{text}</li>)}
      {evaluating && <li className="muted">Updating…</li>}
    </ul>
  );
});

interface HealthPart {
  readonly id: string;
  readonly text: string;
  readonly strong: boolean;
}

function healthParts(scene: Scene): HealthPart[] {
  const { entry, evaluation, rateKind } = scene;
  if (evaluation === null) return [];
  const { selection } = evaluation.request;
  const shown = { ...scene, evaluation };
  const rows = [evaluation.county.count, evaluation.withoutLocation, evaluation.outsideCounty];
  const all = rows.some(isWithheld) ? Number.NaN : rows.reduce((sum, count) => sum + count, 0);
  return [
    ...part('matching', notCoveredWords(shown) ?? matchWords(evaluation.matching, unitOf(entry, selection)), true),
    ...part('midnight', midnightWords(evaluation), !selection.midnightAside),
    ...part('months', monthsHeldWords(shown)),
    ...part('without', shareText(evaluation.withoutLocation, all, 'without location')),
    ...part('outside', shareText(evaluation.outsideCounty, all, 'outside the county')),
    ...part('aside', asideText(scene)),
    ...part('asb', asbText(scene)),
    ...part('age', evaluation.ageUnknown > 0 && !isWithheld(evaluation.ageUnknown) && rateKind === 'dsr' ? `${formatCount(evaluation.ageUnknown)} of unknown age` : null),
    ...part('hours', evaluation.personTime.hoursOfWeek < 168 && evaluation.personTime.hoursOfWeek > 0 ? `Rates are for ${plural(evaluation.personTime.hoursOfWeek, 'hour', 'hours')} of the week` : null),
    ...part('sexes', sexesWords(evaluation)),
    ...part('population', residentsWords(shown)),
    ...part('chance', notCoveredWords(shown) === null ? chanceText(scene, evaluation) : null, true),
  ];
}

function chanceText(scene: Scene, evaluation: Evaluation): string {
  // Why is said in the summary, beside the missing rate.
  if (withoutBenchmarkWords(evaluation, scene.rateKind, benchmarkWords(scene).title) !== null) return 'No area has a class: nothing to compare with';
  return chanceShort(foundByChance(evaluation, scene.rateKind));
}

/** A part where there is something to say, nothing otherwise. */
function part(id: string, text: string | null, strong = false): HealthPart[] {
  return text === null ? [] : [{ id, text, strong }];
}

function shareText(count: number, all: number, words: string): string | null {
  return count === 0 ? null : `${formatShareOf(count, all)} ${words}`;
}

function asideText({ evaluation }: Scene): string | null {
  const aside = evaluation?.request.selection.midnightAside === true && midnightShare(evaluation) === null ? evaluation.atMidnight : 0;
  return aside === 0 ? null : `${formatCount(aside)} at 00:00 set aside`;
}

function asbText({ entry, evaluation }: Scene): string | null {
  const held = entry.kinds.filter(({ crime }) => !crime);
  const counted = evaluation?.request.selection.types?.some((type) => held.some((kind) => kind.type === type)) === true;
  return held.length > 0 && !counted ? 'ASB kept apart' : null;
}
