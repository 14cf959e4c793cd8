import { REASON, type Confidence } from '../model/measures.ts';
import type { Evaluation, GroupSummary, RateRatio } from '../model/results.ts';
import { EVERYTHING, type Selection } from '../model/selection.ts';
import { rateRatio } from '../statistics/rateRatio.ts';
import type { SavedRates } from './benchmark.ts';
import { withheldGroup } from './disclosure.ts';
import { CONFIDENCE } from './rates.ts';
import type { SumGuard } from './sumGuard.ts';

/**
 * Rates of a saved selection's places on the same data set, as an answer of its own would show them. Where it differs
 * from the selection on the page in its places only, its total is one more sum of the counts there, and is withheld
 * where it would give a hidden one away.
 *
 * @param saved the answer for the saved selection
 */
export function savedRates(saved: Evaluation, beside: Evaluation, mayShow: SumGuard): SavedRates {
  const { chosen, areas: { inPlace, rateReason } } = saved;
  const members = [...inPlace.keys()].filter((area) => inPlace[area] === 1 && rateReason[area] !== REASON.notCovered);
  const shown = !sameButPlaces(saved.request.selection, beside.request.selection) || mayShow(members);
  return { group: shown ? chosen : withheldGroup(chosen), sameAges: String(saved.personTime.ages) === String(beside.personTime.ages) };
}

/**
 * Crude rate of the chosen places over that of a saved selection: the plain ratio of the two, with exact conditional
 * limits and p by the mid-P method. Null where one of the rates is not given. Where the two share events (one lies
 * within the other) they are not independent, and the limits are a little too wide.
 */
export function ratioTo(saved: GroupSummary, chosen: GroupSummary, confidence: Confidence): RateRatio | null {
  if (saved.rate.reason !== REASON.given || chosen.rate.reason !== REASON.given) return null;
  const { lower, upper, p, reason } = rateRatio(chosen.rate, saved.rate, { confidence: CONFIDENCE[confidence], method: 'mid-p' });
  return reason === null ? { value: chosen.rate.value / saved.rate.value, lower, upper, p } : null;
}

function sameButPlaces(a: Selection, b: Selection): boolean {
  const { boroughs, hubs, wards, nteHotspots, areas, drawn } = EVERYTHING;
  const elsewhere = (selection: Selection): string => JSON.stringify(Object.entries({ ...selection, boroughs, hubs, wards, nteHotspots, areas, drawn }).toSorted(([x], [y]) => x.localeCompare(y)));
  return elsewhere(a) === elsewhere(b);
}
