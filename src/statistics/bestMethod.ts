import type { BackTest } from './backTest.ts';
import { bootstrapMean, LEAST_FOR_INTERVAL, type BootstrapMean } from './bootstrap.ts';
import type { RandomSource } from './seededRandom.ts';

export interface BestMethod {
  /** The method with the highest mean over the rounds; of equal ones the first. */
  readonly name: string;
  readonly measure: 'capture' | 'pai' | 'pei';
  /**
   * How much better it was than each other method in the same rounds, best first: mean difference with its bootstrap
   * interval.
   */
  readonly against: readonly { readonly name: string; readonly difference: BootstrapMean; readonly clear: boolean }[];
  /** Whether it was clearly better (the interval of the difference lies above 0) than every other method. */
  readonly clear: boolean;
  readonly rounds: number;
  readonly reason: null;
}

/** `fewer-than-5-rounds`: a difference cannot be told from luck. `one-method`: nothing to compare. */
export type BestReason = 'fewer-than-5-rounds' | 'one-method';

/**
 * Names the best method of a back-test and says how sure that is, by the paired differences round by round (periods
 * differ more than methods do). Having picked the best of several, its lead is a little too high and the intervals are
 * not adjusted for the number of methods: where `clear` is false, call the methods equal. null with a reason for fewer
 * than 5 rounds or 2 methods. `random` is seeded by the caller.
 */
export function bestMethod(
  test: BackTest, measure: BestMethod['measure'], options: { readonly confidence?: number; readonly random: RandomSource },
): BestMethod | { readonly name: null; readonly reason: BestReason } {
  const { confidence = 0.95, random } = options;
  const names = Object.keys(test.methods);
  if (names.length < 2) return { name: null, reason: 'one-method' };
  if (test.rounds.length < LEAST_FOR_INTERVAL) return { name: null, reason: 'fewer-than-5-rounds' };
  const values = (name: string): number[] => test.rounds.map(({ accuracy }) => accuracy[name]?.[measure] ?? Number.NaN);
  const mean = (name: string): number => values(name).reduce((sum, value) => sum + value, 0) / test.rounds.length;
  const [best = '', ...others] = names.toSorted((a, b) => mean(b) - mean(a));
  const own = values(best);
  const against = others.flatMap((name) => {
    const other = values(name);
    const difference = bootstrapMean(own.map((value, round) => value - (other[round] ?? Number.NaN)), confidence, random);
    return difference === null ? [] : [{ name, difference, clear: (difference.lower ?? 0) > 0 }];
  });
  return { name: best, measure, against, clear: against.every(({ clear }) => clear), rounds: test.rounds.length, reason: null };
}
