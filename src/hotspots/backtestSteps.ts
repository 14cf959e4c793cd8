import { PREDICTION_METHODS, type BacktestAnswer, type BacktestRequest, type MeanInterval, type MethodResult, type PredictionMethod } from '../model/hotspots.ts';
import { backTest, type BackTest, type MethodScores } from '../statistics/backTest.ts';
import { bestMethod } from '../statistics/bestMethod.ts';
import type { BootstrapMean } from '../statistics/bootstrap.ts';
import { chooseAreas, type Choice } from '../statistics/prediction.ts';
import { seededRandom } from '../statistics/seededRandom.ts';
import { backtestNotes, nobodyLeft } from './backtestNotes.ts';
import { rollingPeriods, type RollingPeriod } from './backtestPeriods.ts';
import { densityFrom, periodScores, type PeriodScores, type ScoredMethod } from './backtestScores.ts';
import { entryOf, type HotspotInput, type HotspotStep } from './input.ts';

const SCORED = PREDICTION_METHODS.map(({ id }) => id).filter((id): id is ScoredMethod => id !== 'random');

/**
 * Which way of picking places would have worked: each picks from a training period and is judged on the next period,
 * rolling over all periods; yields after each, and ends in the answer with what every method would pick now. An area
 * with a withheld count in any period is in none of them. Throws what `evaluate` throws.
 */
export function* backtestSteps(request: BacktestRequest, input: HotspotInput): Generator<HotspotStep, BacktestAnswer, void> {
  const { pack } = input;
  const periods = rollingPeriods(entryOf(pack, request.dataSet), request);
  const total = periods.length + 1;
  const found: PeriodScores[] = [];
  for (const period of periods) {
    found.push(periodScores(request, input, period));
    yield { done: found.length, total };
  }
  const kept = keptAreas(pack.areas.areaKm2, found);
  const test = found.length < 2 || kept.length === 0 ? null : rolled(request, periods, found, kept, pack.areas.areaKm2);
  yield { done: total, total };
  return {
    request,
    periods: test === null ? [] : test.rounds.flatMap(({ trained, judged, accuracy }) => {
      const span = periods[judged]?.test ?? null;
      return span === null ? [] : [{ train: periods[trained]?.train ?? span, test: span, events: accuracy.count?.events ?? 0 }];
    }),
    methods: PREDICTION_METHODS.map(({ id, title }) => methodResult(id, title, test, kept.length === 0 && found.length > 0 ? nobodyLeft(withheldAreas(found)) : NO_PERIOD)),
    best: test === null ? null : bestOf(test, request.seed),
    picks: picksNow(request, found.at(-1), kept, pack.areas.areaKm2),
    notes: backtestNotes(request, input, { periods, test, areas: kept.length, withheld: withheldAreas(found), density: densityFrom(request, input) }),
  };
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

function rolled(request: BacktestRequest, periods: readonly RollingPeriod[], found: readonly PeriodScores[], kept: readonly number[], km2: Float64Array): BackTest {
  const of = (column: Float64Array): Float64Array => Float64Array.from(kept, (area) => column[area] ?? Number.NaN);
  const scores = (name: ScoredMethod): MethodScores => found.map((one, i) => (periods[i]?.usable === true ? of(one.scores[name]) : null));
  const surfaces = of(km2);
  return backTest({
    counts: found.map(({ events }) => (events === null ? new Float64Array(kept.length) : of(events))), surfaces,
    methods: {
      ...Object.fromEntries(SCORED.map((name) => [name, scores(name)])),
      // All equal: every area is chosen in equal part, which is what chance holds on average.
      random: found.map((_, i) => (periods[i]?.usable === true ? new Float64Array(kept.length) : null)),
    },
    choice: choiceOf(request, kept.length), random: seededRandom(request.seed),
  });
}

const NO_PERIOD = 'No test period follows a whole training period.';
const NONE: MeanInterval = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };

/** @param without why nothing was tried, where nothing was. */
function methodResult(method: PredictionMethod, title: string, test: BackTest | null, without: string): MethodResult {
  const summary = test?.methods[method];
  if (test === null || test.rounds.length === 0 || summary === undefined) {
    return { method, title, capture: NONE, pai: NONE, pei: NONE, captures: new Float64Array(0), problem: without };
  }
  const result = {
    method, title, capture: intervalOf(summary.capture), pai: intervalOf(summary.pai), pei: intervalOf(summary.pei),
    captures: Float64Array.from(test.rounds, ({ accuracy }) => accuracy[method]?.capture ?? Number.NaN), problem: null,
  };
  return method === 'random' ? { ...result, ...luckOf(test) } : result;
}

/** How far luck alone carries one choice: the middle 95% of random choices, on average over the periods. */
function luckOf({ rounds }: BackTest): Pick<MethodResult, 'capture' | 'pai'> {
  const mean = (of: (round: BackTest['rounds'][number]) => number): number => rounds.reduce((sum, round) => sum + of(round), 0) / rounds.length;
  return {
    capture: { value: mean(({ random }) => random.capture), lower: mean(({ random }) => random.captureLower), upper: mean(({ random }) => random.captureUpper) },
    pai: { value: 1, lower: mean(({ random }) => random.paiLower), upper: mean(({ random }) => random.paiUpper) },
  };
}

function intervalOf(mean: BootstrapMean | null): MeanInterval {
  return mean === null ? NONE : { value: mean.mean, lower: mean.lower ?? Number.NaN, upper: mean.upper ?? Number.NaN };
}

function bestOf(test: BackTest, seed: number): BacktestAnswer['best'] {
  const best = bestMethod(test, 'capture', { random: seededRandom(seed) });
  if (best.reason !== null) return null;
  const [next] = best.against;
  const [method, second] = [methodOf(best.name), methodOf(next?.name ?? '')];
  return method === null || second === null || next === undefined ? null : { method, overNext: intervalOf(next.difference), next: second, clear: best.clear };
}

function methodOf(name: string): PredictionMethod | null {
  return PREDICTION_METHODS.find(({ id }) => id === name)?.id ?? null;
}

/** What each method picks from the last training period, best first; of areas with equal scores at the cut those that come first. */
function picksNow(request: BacktestRequest, latest: PeriodScores | undefined, kept: readonly number[], km2: Float64Array): BacktestAnswer['picks'] {
  if (latest === undefined || kept.length === 0) return {};
  const surfaces = kept.map((area) => km2[area] ?? Number.NaN);
  const choice = choiceOf(request, kept.length);
  return Object.fromEntries(SCORED.map((name): [ScoredMethod, number[]] => {
    const scores = kept.map((area) => latest.scores[name][area] ?? Number.NaN);
    const chosen = chooseAreas(scores, surfaces, choice);
    const ranked = Array.from(chosen.keys()).filter((i) => (chosen[i] ?? 0) > 0).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    return [name, ranked.slice(0, 'areas' in choice ? choice.areas : ranked.length).map((i) => kept[i] ?? -1)];
  }));
}
