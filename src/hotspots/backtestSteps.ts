import { PREDICTION_METHODS, type BacktestAnswer, type BacktestRequest, type PredictionMethod } from '../model/backtest.ts';
import { backTest, type BackTest, type MethodScores } from '../statistics/backTest.ts';
import { chooseAreas, type Choice } from '../statistics/prediction.ts';
import { seededRandom } from '../statistics/seededRandom.ts';
import { harmPlan, harmWeighed, type HarmPlan } from './backtestHarm.ts';
import { backtestNotes, nobodyLeft } from './backtestNotes.ts';
import { rollingPeriods, type RollingPeriod } from './backtestPeriods.ts';
import { bestOf, methodResult, type Judged } from './backtestResults.ts';
import { densityFrom, periodScores, type CountedMethod, type PeriodScores } from './backtestScores.ts';
import { entryOf, type HotspotInput, type HotspotStep } from './input.ts';

type ScoredMethod = CountedMethod | 'harm';
const COUNTED = PREDICTION_METHODS.map(({ id }) => id).filter((id): id is CountedMethod => id !== 'random' && id !== 'harm');

/**
 * Which way of picking places would have worked: each picks from a training period and is judged on the next period,
 * rolling over all periods; yields after each, and ends in the answer with what every method would pick now. Where
 * events can be weighted (`harmPlan`), harm is a method and a second measure of every method. An area with a withheld
 * count in any period is in none of them. Throws what `evaluate` throws.
 */
export function* backtestSteps(request: BacktestRequest, input: HotspotInput): Generator<HotspotStep, BacktestAnswer, void> {
  const { pack } = input;
  const entry = entryOf(pack, request.dataSet);
  const plan = harmPlan(request, entry);
  const periods = rollingPeriods(entry, request);
  const total = periods.length + 1;
  const found: PeriodScores[] = [];
  for (const period of periods) {
    found.push(periodScores(request, input, period, plan.subgroups));
    yield { done: found.length, total };
  }
  const kept = keptAreas(pack.areas.areaKm2, found);
  const judged = found.length < 2 || kept.length === 0 ? null : rolled(request, { periods, found, kept, km2: pack.areas.areaKm2 });
  yield { done: total, total };
  const latest = found.at(-1);
  const without = kept.length === 0 && found.length > 0 ? nobodyLeft(withheldAreas(found)) : NO_PERIOD;
  return {
    request,
    periods: judged === null ? [] : judged.events.rounds.flatMap(({ trained, judged: next, accuracy }) => {
      const span = periods[next]?.test ?? null;
      return span === null ? [] : [{ train: periods[trained]?.train ?? span, test: span, events: accuracy.count?.events ?? 0 }];
    }),
    methods: PREDICTION_METHODS.map(({ id, title }) => methodResult(id, title, judged, (id === 'harm' ? plan.problem : null) ?? without)),
    best: bestOf(judged?.events ?? null, request.seed),
    harm: weighedNow(plan, latest, kept, judged, request),
    picks: picksNow(request, latest, kept, pack.areas.areaKm2),
    notes: backtestNotes(request, input, { periods, test: judged?.events ?? null, areas: kept.length, withheld: withheldAreas(found), density: densityFrom(request, input) }),
  };
}

const NO_PERIOD = 'No test period follows a whole training period.';

function weighedNow(plan: HarmPlan, latest: PeriodScores | undefined, kept: readonly number[], judged: Judged | null, { seed }: BacktestRequest): BacktestAnswer['harm'] {
  if (plan.problem !== null) return { problem: plan.problem };
  const harm = latest?.harm ?? null;
  return harm === null || kept.length === 0 ? { problem: NO_PERIOD } : harmWeighed(plan.subgroups, harm, kept, bestOf(judged?.harm ?? null, seed));
}

/** Areas that take part: with a count in every period and a surface. */
function keptAreas(surfaces: Float64Array, found: readonly PeriodScores[]): number[] {
  return Array.from(surfaces.keys()).filter((area) => (surfaces[area] ?? 0) > 0 && found.every(({ left }) => left[area] === 0));
}

function withheldAreas(found: readonly PeriodScores[]): number {
  const [first] = found;
  return first === undefined ? 0 : first.withheld.reduce((sum, _, area) => sum + (found.some(({ withheld }) => withheld[area] === 1) ? 1 : 0), 0);
}

function choiceOf({ pick }: BacktestRequest, areas: number): Choice {
  return pick.kind === 'areas' ? { areas: Math.min(areas, pick.areas) } : { surfaceShare: pick.share };
}

interface Rolling {
  readonly periods: readonly RollingPeriod[];
  readonly found: readonly PeriodScores[];
  readonly kept: readonly number[];
  readonly km2: Float64Array;
}

/** One choice by every method from each period, judged by the events of the next and, where they are weighed, by its harm. */
function rolled(request: BacktestRequest, { periods, found, kept, km2 }: Rolling): Judged {
  const of = (column: Float64Array): Float64Array => Float64Array.from(kept, (area) => column[area] ?? Number.NaN);
  const ofPeriods = (scored: (one: PeriodScores) => Float64Array): MethodScores => found.map((one, i) => (periods[i]?.usable === true ? scored(one) : null));
  const weighed = found.every(({ harm }) => harm !== null);
  const methods: Record<string, MethodScores> = {
    ...Object.fromEntries(COUNTED.map((name) => [name, ofPeriods((one) => of(one.scores[name]))])),
    // All equal: every area is chosen in equal part, which is what chance holds on average.
    random: ofPeriods(() => new Float64Array(kept.length)),
    // Last, so that the intervals of the others are the same without it.
    ...(weighed ? { harm: ofPeriods((one) => of(scoresOf(one, 'harm'))) } : {}),
  };
  const test = (counts: (one: PeriodScores) => Float64Array | null): BackTest => backTest({
    counts: found.map((one) => of(counts(one) ?? new Float64Array(km2.length))), surfaces: of(km2), methods, choice: choiceOf(request, kept.length), random: seededRandom(request.seed),
  });
  return { events: test(({ events }) => events), harm: weighed ? test(({ harm }) => harm?.tested ?? null) : null };
}

function scoresOf({ scores, harm }: PeriodScores, method: ScoredMethod): Float64Array {
  return method === 'harm' ? harm?.trained ?? new Float64Array(0) : scores[method];
}

/** What each method picks from the last training period, best first; of areas with equal scores at the cut those that come first. */
function picksNow(request: BacktestRequest, latest: PeriodScores | undefined, kept: readonly number[], km2: Float64Array): BacktestAnswer['picks'] {
  if (latest === undefined || kept.length === 0) return {};
  const surfaces = kept.map((area) => km2[area] ?? Number.NaN);
  const choice = choiceOf(request, kept.length);
  const methods: readonly ScoredMethod[] = latest.harm === null ? COUNTED : [...COUNTED, 'harm'];
  return Object.fromEntries(methods.map((name): [PredictionMethod, number[]] => {
    const scores = kept.map((area) => scoresOf(latest, name)[area] ?? Number.NaN);
    const chosen = chooseAreas(scores, surfaces, choice);
    const ranked = Array.from(chosen.keys()).filter((i) => (chosen[i] ?? 0) > 0).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    return [name, ranked.slice(0, 'areas' in choice ? choice.areas : ranked.length).map((i) => kept[i] ?? -1)];
  }));
}
