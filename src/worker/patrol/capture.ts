import type { OpenedPack } from '../../model/pack.ts';
import type { Capture, PlacesRequest } from '../../model/patrolSettings.ts';
import type { Evaluation } from '../../model/results.ts';
import type { Selection } from '../../model/selection.ts';
import { areasIn, eventsIn, ranked } from './candidates.ts';
import { CHOOSING, over, spanOf, TESTING } from './spans.ts';

export interface CaptureInput {
  readonly pack: OpenedPack;
  readonly evaluate: (selection: Selection) => Evaluation;
  /** Months of the data set under the filter, ascending. */
  readonly held: readonly string[];
}

/** As many areas chosen by count on the 12 months before the last three, and what share of the last three months' events they held. */
export function backTestOf(request: PlacesRequest, input: CaptureInput): Capture | null {
  const { source, selection, hubs } = request;
  if (source.kind !== 'top' || input.held.length < CHOOSING + TESTING) return null;
  const chosenOn = spanOf(input.held.slice(-CHOOSING - TESTING, -TESTING), selection);
  const chosen = ranked(areasIn(input.pack.areas, hubs), input.evaluate(over(selection, chosenOn))).slice(0, source.count);
  return captured(request, chosen, chosen.length, input, chosenOn, true);
}

/**
 * What the plan's own places held in the last three months. Places ranked with these months in them are flattered by
 * that, and so are those of a list made from them; how others were chosen is not known here. What is said of the test follows from the months.
 */
export function lastQuarterOf(request: PlacesRequest, areas: readonly number[], places: number, input: CaptureInput): Capture | null {
  if (input.held.length < TESTING) return null;
  const chosenOn = request.source.kind === 'top' ? spanOf(input.held.slice(-CHOOSING), request.selection) : request.source.kind === 'areas' ? request.source.madeFrom ?? null : null;
  return captured(request, areas, places, input, chosenOn, false);
}

function captured({ selection, hubs }: PlacesRequest, areas: readonly number[], places: number, { pack, evaluate, held }: CaptureInput, chosenOn: Capture['chosenOn'], fair: boolean): Capture | null {
  const testedOn = spanOf(held.slice(-TESTING), selection);
  const counts = evaluate(over(selection, testedOn));
  const [inPlaces, all] = [eventsIn(areas, counts), eventsIn(areasIn(pack.areas, hubs), counts)];
  if (inPlaces === null || all === null) return null;
  return { chosenOn, testedOn, places, held: inPlaces, of: all, share: all > 0 ? inPlaces / all : null, fair };
}
