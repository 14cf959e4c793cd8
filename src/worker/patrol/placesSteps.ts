import type { DataSetEntry } from '../../model/manifest.ts';
import { monthTitle } from '../../model/months.ts';
import type { OpenedPack, Outcome, Progress } from '../../model/pack.ts';
import type { HubStaffing, MonthSpan, PatrolPlace, PatrolPlaces, PlacesRequest } from '../../model/patrolSettings.ts';
import { type Evaluation, SUPPRESSED } from '../../model/results.ts';
import type { Selection } from '../../model/selection.ts';
import { ENOUGH_EVENTS } from '../../patrol/pooledHours.ts';
import { STAFFING_DEFAULTS, type StaffingSuggestion, suggestPairs } from '../../patrol/staffing.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { backTestOf, lastQuarterOf } from './capture.ts';
import { type PlaceHours, placeHours, profileOf, topKinds } from './placeProfile.ts';
import { CHOOSING, monthsHeld, over, PROFILING, spanOf, TESTING } from './spans.ts';

export interface PlacesInput {
  readonly pack: OpenedPack;
  readonly entry: DataSetEntry;
  readonly evaluate: (selection: Selection) => Evaluation;
}

const WITHHELD = 'Its count is withheld under the data set’s disclosure threshold, so nothing can be planned from it.';

/**
 * Hotspots of a source with events per week and by hour of the week, from the last 12 months of the data set under the
 * filter, and the share of the last three months' events that such places held. A source without places, and a data set
 * without months, are a problem.
 */
export function* placesSteps(request: PlacesRequest, input: PlacesInput): Generator<Progress, Outcome<PatrolPlaces>, void> {
  const { pack, entry, evaluate } = input;
  const held = monthsHeld(entry, request.selection);
  const period = spanOf(held.slice(-CHOOSING), request.selection);
  if (period.days === 0) return problem(`"${entry.title}" has no months under the filter.`, 'Choose another period, or clear the filter.');
  const profiled = spanOf(held.slice(-PROFILING), request.selection);
  yield { step: 'Counting the areas', done: 0, total: 0 };
  const counts = evaluate(over(request.selection, period));
  const candidates = candidatesOf(request, pack, counts);
  if (candidates.length === 0) return problem(emptyWords(request), 'Choose another source of places, another hub, or a wider filter.');
  const places: PatrolPlace[] = [];
  const excluded: PatrolPlaces['excluded'][number][] = [];
  const midnight = { aside: 0, all: 0 };
  for (const [index, candidate] of candidates.entries()) {
    yield { step: 'Reading the places’ hours', done: index, total: candidates.length };
    const selection = { ...over(request.selection, period), areas: candidate.areas.map((area) => pack.areas.code[area] ?? '') };
    const evaluation = evaluate(selection);
    const hours = placeHours(evaluate({ ...selection, period: { from: profiled.from, to: profiled.to } }), selection);
    if (evaluation.matching === SUPPRESSED || hours === 'withheld') {
      excluded.push({ id: candidate.id, title: candidate.title, reason: WITHHELD });
      continue;
    }
    midnight.aside += hours?.atMidnight ?? 0;
    midnight.all += hours === null ? 0 : hours.atMidnight + hours.hours.reduce((sum, events) => sum + events, 0);
    places.push(placeOf(candidate, evaluation, hours, { input, selection, period, request }));
  }
  if (places.length === 0) return problem('Every place’s count is withheld under the data set’s disclosure threshold.', 'Choose a longer period or a wider filter.');
  yield { step: 'Trying the places on the last quarter', done: 0, total: 0 };
  const tested = { ...input, held };
  return {
    ok: true, notes: [],
    value: {
      request, title: titleOf(request, period), period, places, excluded, profiled,
      backTest: backTestOf(request, tested), lastQuarter: lastQuarterOf(request, places.flatMap(({ areas }) => areas), places.length, tested),
      midnightShare: entry.fields.weekdayHour && midnight.all > 0 ? midnight.aside / midnight.all : null,
      staffing: staffingOf(places, pack), notes: [...emptyHubs(request, places, pack), ...notesOf(request, entry, held)],
    },
  };
}

interface Context {
  readonly input: PlacesInput;
  readonly selection: Selection;
  readonly period: MonthSpan;
  readonly request: PlacesRequest;
}

function placeOf({ id, title, areas: own, rank }: Candidate, evaluation: Evaluation, hours: PlaceHours | null, { input: { pack, entry }, selection, period, request }: Context): PatrolPlace {
  const { areas } = pack;
  // Travel is measured to a point inside the area that holds most of the place's events.
  const main = own.toSorted((a, b) => weight(evaluation, b) - weight(evaluation, a))[0] ?? 0;
  const events = evaluation.matching;
  const perWeek = (events / period.days) * 7;
  const timed = hours === null ? null : profileOf(hours, perWeek);
  const decile = areas.imdDecile[main] ?? Number.NaN;
  return {
    hotspot: {
      id, title, hub: areas.hub[main] ?? '', quintile: Number.isFinite(decile) ? Math.ceil(decile / 2) : null, longitude: areas.longitude[main] ?? 0, latitude: areas.latitude[main] ?? 0,
      perWeek, profile: timed?.profile ?? null,
    },
    events, rank, areas: own, hoursFrom: timed?.from ?? [], top: topKinds(evaluation, entry, selection),
    why: whyOf(request, rank, events, period),
  };
}

function weight({ areas: { count } }: Evaluation, area: number): number {
  return count[area] === SUPPRESSED ? 0 : count[area] ?? 0;
}

function whyOf({ source, hubs }: PlacesRequest, rank: number | null, events: number, period: MonthSpan): string {
  const counted = `${events.toLocaleString('en-GB')} events from ${spanText(period)}`;
  if (source.kind === 'top') return `Rank ${rank} of the ${hubs.length === 0 ? 'county’s' : hubs.length === 1 ? 'hub’s' : 'hubs’'} areas: ${counted}.`;
  if (source.kind === 'nte') return `A night-time economy hotspot: ${counted}.`;
  return `${source.list === null ? 'Selected on the map' : `On the list${source.list === '' ? '' : ` “${source.list}”`}`}: ${counted}.`;
}

function titleOf({ source }: PlacesRequest, period: MonthSpan): string {
  if (source.kind === 'top') return `The ${source.count} areas with most events, ${spanText(period)}`;
  if (source.kind === 'nte') return 'Night-time economy hotspots';
  if (source.list === null) return 'Areas selected on the map';
  return source.list === '' ? 'Hotspot list' : `List “${source.list}”`;
}

const pick = ({ pairs, steps, source }: StaffingSuggestion): Pick<HubStaffing, 'pairs' | 'steps' | 'source'> => ({ pairs, steps, source });

export function spanText({ from, to }: Pick<MonthSpan, 'from' | 'to'>): string {
  return from === to ? monthTitle(from) : `${monthTitle(from)} to ${monthTitle(to)}`;
}

/** Teams that share one shift a day: with days off, leave and training one of two is on duty. */
const LATE_ONLY = { ...STAFFING_DEFAULTS, teams: 2 };

/** Pairs of the places' hubs; where their posts do not staff shifts round the clock, of the late shift alone. */
function staffingOf(planned: readonly PatrolPlace[], { places }: OpenedPack): HubStaffing[] {
  const hubs = new Set(planned.map(({ hotspot }) => hotspot.hub));
  return places.features.flatMap(({ properties: { kind, id, title, profile } }): HubStaffing[] => {
    if (kind !== 'hub' || !hubs.has(id)) return [];
    const hub = profile?.kind === 'hub' ? profile : null;
    const all = suggestPairs(hub);
    if (all.pairs > 0 || all.source === null) return [{ hub: id, title, shifts: 'all', ...pick(all) }];
    const late = suggestPairs(hub, LATE_ONLY);
    return [{ hub: id, title, shifts: 'late', ...pick(late), steps: ['Too few posts for a pair on every shift round the clock, so only the late shift is staffed.', ...late.steps] }];
  });
}

function notesOf({ source }: PlacesRequest, { fields }: DataSetEntry, held: readonly string[]): string[] {
  return [
    ...(source.kind === 'top' ? ['Ranked by number of events, not by rate: officers go where most happens.'] : []),
    ...(source.kind === 'nte' ? ['Extents of these hotspots are our approximation; all hours of the filter count, not only the night.'] : []),
    ...(fields.weekdayHour ? [`Hours of the week come from the last ${Math.min(held.length, PROFILING)} months, because 168 hours need more events than a year holds. Monday to Thursday and Friday to Sunday are each taken together; where a place has fewer than ${ENOUGH_EVENTS} timed events in one of them, all days.`] : ['This data set has no hours: visits may lie anywhere within the shifts.']),
    ...(held.length < CHOOSING ? [`Only ${held.length} months are there to choose by.`] : []),
    ...(held.length < CHOOSING + TESTING ? ['There are too few months before the last three to choose places on and test them.'] : []),
  ];
}

/** Hubs chosen that got none of the places: their officers are not in the plan, and nobody is sent there. */
function emptyHubs({ hubs }: PlacesRequest, found: readonly PatrolPlace[], { places }: OpenedPack): string[] {
  const empty = hubs.filter((id) => !found.some(({ hotspot }) => hotspot.hub === id)).map((id) => places.features.find(({ properties }) => properties.kind === 'hub' && properties.id === id)?.properties.title ?? id);
  return empty.length === 0 || hubs.length < 2 ? [] : [`None of these places is in ${empty.join(' or ')}: nobody is sent there, and no officers of it are planned. Choose more places, or plan it by itself.`];
}

function emptyWords({ source }: PlacesRequest): string {
  if (source.kind === 'top') return 'No area of the chosen hubs has events under the filter.';
  return source.kind === 'nte' ? 'The chosen hubs have no night-time economy hotspot.' : 'No area is selected.';
}

function problem(what: string, remedy: string): Outcome<PatrolPlaces> {
  return { ok: false, problem: { what, where: 'Places of the plan', remedy } };
}
