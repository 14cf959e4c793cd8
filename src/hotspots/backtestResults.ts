import { PREDICTION_METHODS, type BestPicks, type MeanInterval, type MethodResult, type PredictionMethod } from '../model/backtest.ts';
import type { BackTest } from '../statistics/backTest.ts';
import { bestMethod } from '../statistics/bestMethod.ts';
import type { BootstrapMean } from '../statistics/bootstrap.ts';
import { seededRandom } from '../statistics/seededRandom.ts';

/** The same choices, judged by events and, where these are weighed, by harm. */
export interface Judged {
  readonly events: BackTest;
  readonly harm: BackTest | null;
}

const NONE: MeanInterval = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };

/** @param without why the method was not tried, where it was not. */
export function methodResult(method: PredictionMethod, title: string, judged: Judged | null, without: string): MethodResult {
  const found = judged === null ? null : measured(method, judged.events);
  if (judged === null || found === null) return { method, title, capture: NONE, pai: NONE, pei: NONE, captures: new Float64Array(0), harm: null, problem: without };
  const captures = Float64Array.from(judged.events.rounds, ({ accuracy }) => accuracy[method]?.capture ?? Number.NaN);
  return { method, title, ...found, captures, harm: judged.harm === null ? null : measured(method, judged.harm), problem: null };
}

/** Null where nothing was tried. */
function measured(method: PredictionMethod, test: BackTest): MethodResult['harm'] {
  const summary = test.methods[method];
  if (test.rounds.length === 0 || summary === undefined) return null;
  const found = { capture: intervalOf(summary.capture), pai: intervalOf(summary.pai), pei: intervalOf(summary.pei) };
  return method === 'random' ? { ...found, ...luckOf(test) } : found;
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

/** Null where none can be named. */
export function bestOf(test: BackTest | null, seed: number): BestPicks | null {
  const best = test === null ? null : bestMethod(test, 'capture', { random: seededRandom(seed) });
  if (best === null || best.reason !== null) return null;
  const [next] = best.against;
  const [method, second] = [methodOf(best.name), methodOf(next?.name ?? '')];
  return method === null || second === null || next === undefined ? null : { method, overNext: intervalOf(next.difference), next: second, clear: best.clear };
}

function methodOf(name: string): PredictionMethod | null {
  return PREDICTION_METHODS.find(({ id }) => id === name)?.id ?? null;
}
