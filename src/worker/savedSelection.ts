import { REASON, type Confidence } from '../model/measures.ts';
import type { Evaluation, GroupSummary, PersonTime, RateRatio } from '../model/results.ts';
import type { Selection } from '../model/selection.ts';
import { rateRatio } from '../statistics/rateRatio.ts';
import { withheldGroup } from './disclosure.ts';
import { CONFIDENCE } from './rates.ts';
import { sameButPlaces } from './savedMonths.ts';
import type { SumGuard } from './sumGuard.ts';

/** A saved selection's places on the same data set, as an answer of its own would show them. */
export interface SavedAnswer {
  readonly selection: Selection;
  readonly group: GroupSummary;
  /** The areas that it adds up. */
  readonly members: readonly number[];
  readonly personTime: PersonTime;
}

/** How many answers to saved selections are kept; few are looked at in turn. */
const KEPT = 16;

/**
 * Answers to the saved selections of one data set, so that a filter beside one does not count it again at every step.
 * Drop it with the data set: it answers for one set of records, population and places only.
 */
export class SavedAnswers {
  private readonly kept = new Map<string, SavedAnswer>();

  /** The answer kept for a selection and confidence, or the one that `make` gives. */
  get(selection: Selection, confidence: Confidence, make: () => SavedAnswer): SavedAnswer {
    const key = JSON.stringify([confidence, selection]);
    const answer = this.kept.get(key) ?? make();
    // Put in again, so that the oldest in the map is the one longest not asked for.
    this.kept.delete(key);
    this.kept.set(key, answer);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return answer;
  }
}

/** Makes what is kept of an answer. */
export function savedAnswer({ request: { selection }, chosen, areas: { inPlace, rateReason }, personTime }: Evaluation): SavedAnswer {
  const members = [...inPlace.keys()].filter((area) => inPlace[area] === 1 && rateReason[area] !== REASON.notCovered);
  return { selection, group: chosen, members, personTime };
}

/**
 * A saved selection that differs from the one on the page in its places only is one more sum of the counts there, and is
 * withheld where it would give a hidden one away.
 */
export function savedGroup(saved: SavedAnswer, beside: Selection, mayShow: SumGuard): GroupSummary {
  return !sameButPlaces(saved.selection, beside) || mayShow(saved.members) ? saved.group : withheldGroup(saved.group);
}

/**
 * Crude rate of the chosen places over that of a saved selection with the same denominator: the plain ratio of the two,
 * with exact conditional limits and p by the mid-P method. Null where one of the rates is not given. Where the two share
 * events (one lies within the other) they are not independent, and the limits are far too wide (decision 011).
 */
export function ratioTo(saved: GroupSummary, chosen: GroupSummary, confidence: Confidence): RateRatio | null {
  if (saved.rate.reason !== REASON.given || chosen.rate.reason !== REASON.given) return null;
  const { lower, upper, p, reason } = rateRatio(chosen.rate, saved.rate, { confidence: CONFIDENCE[confidence], method: 'mid-p' });
  return reason === null ? { value: chosen.rate.value / saved.rate.value, lower, upper, p } : null;
}
