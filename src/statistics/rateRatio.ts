import { betaTail, binomialMass } from './betaTail.ts';
import { findRoot, stepOut } from './findRoot.ts';
import { twoSidedZ } from './normalQuantile.ts';
import { twoSidedNormalTail } from './normalTail.ts';
import { checkAmount, checkRateOptions, subject } from './rate.ts';
import { twoSidedBinomialTest } from './twoSidedBinomialTest.ts';

/** Events and the person-years (or months, or anything both sides share) in which they were counted. */
export interface Exposure {
  readonly events: number;
  readonly personYears: number;
}

/** `no-events`: none on either side, so that any ratio would do. */
export type RatioReason = 'no-events' | 'no-population' | 'events-without-population';

/** A ratio of two rates, or why there is none. `value` and `upper` are Infinity where only the first has events. */
export type RatioResult =
  | { value: number; lower: number; upper: number; p: number; reason: null }
  | { value: null; lower: null; upper: null; p: null; reason: RatioReason };

export interface RatioOptions {
  /** Confidence of the limits as a proportion: 0.95 or 0.998. */
  readonly confidence: number;
  /**
   * `exact` (default): limits never cover less than they say. `mid-p`: counts half of the observed outcome's
   * probability, covers what it says on average; its value is the median-unbiased estimate, not the plain ratio.
   * `wald`: normal on the log scale, for comparison; without events on one side it has no limits (0 to Infinity) and p is 1, because
   * the logarithm of the ratio has no standard error there.
   */
  readonly method?: 'exact' | 'mid-p' | 'wald';
  /** The area's name or code, for the message where its figures are refused. */
  readonly name?: string;
}

/**
 * Rate of `a` over rate of `b` (two periods of an area, or two areas in a period) with limits and the two-sided
 * p-value of equal rates: given all events of both, those of `a` are binomial. The exact p adds up all outcomes
 * no more likely than the one seen (to 1e-7), the mid-P one is twice the smaller tail; the exact p can therefore
 * disagree with the exact limits at the margin.
 *
 * Withheld without person-years on either side (`no-population`, `events-without-population`) and with
 * `no-events`. Throws RangeError for missing, infinite or negative amounts, events that are not whole (to 1e-7)
 * and a confidence outside 0.9 to below 1.
 *
 * Source: Clopper and Pearson, Biometrika 26 (1934), 404-413; Rothman and Greenland, Modern Epidemiology
 * (mid-P); R's `poisson.test`, which gives NaN and Infinity where this withholds.
 *
 * @example rateRatio({ events: 401, personYears: 1 }, { events: 518, personYears: 1 }, { confidence: 0.95 }) // 0.774 (0.678 to 0.884)
 */
export function rateRatio(a: Exposure, b: Exposure, options: RatioOptions): RatioResult {
  const { confidence, method = 'exact', name } = options;
  checkRateOptions({ confidence, multiplier: 1 });
  const x = wholeEvents(a, 'first', name);
  const y = wholeEvents(b, 'second', name);
  if (a.personYears === 0 || b.personYears === 0) {
    return none((a.personYears === 0 && x > 0) || (b.personYears === 0 && y > 0) ? 'events-without-population' : 'no-population');
  }
  if (x + y === 0) return none('no-events');
  const found = METHODS[method](x, y, a.personYears / b.personYears, confidence);
  const scale = b.personYears / a.personYears;
  return { value: found.value * scale, lower: found.lower * scale, upper: found.upper * scale, p: found.p, reason: null };
}

/** One-sided exact p-values: the chance of as many events of `a` or more, and of as many or fewer, were the rates equal. */
export function rateRatioTails(a: Exposure, b: Exposure): { greater: number; less: number } {
  const x = wholeEvents(a, 'first');
  const y = wholeEvents(b, 'second');
  const odds = a.personYears / b.personYears;
  return { greater: x > 0 ? betaTail(odds, x, y + 1, true) : 1, less: y > 0 ? betaTail(odds, x + 1, y, false) : 1 };
}

/** x and y events, the odds of an event being x's were the rates equal -> odds and their limits, and p. */
type Method = (x: number, y: number, equal: number, confidence: number) => { value: number; lower: number; upper: number; p: number };

const METHODS: Readonly<Record<NonNullable<RatioOptions['method']>, Method>> = {
  exact: (x, y, equal, confidence) => {
    const tail = (1 - confidence) / 2;
    return {
      value: x / y,
      lower: x === 0 ? 0 : oddsAt(x, y, -1, tail, (odds) => betaTail(odds, x, y + 1, true)),
      upper: y === 0 ? Infinity : oddsAt(x, y, 1, tail, (odds) => betaTail(odds, x + 1, y, false)),
      p: twoSidedBinomialTest(x, y, equal),
    };
  },
  'mid-p': (x, y, equal, confidence) => {
    const tail = (1 - confidence) / 2;
    const greater = (odds: number): number => (y > 0 ? betaTail(odds, x + 1, y, true) : 0) + binomialMass(odds, x, y) / 2;
    const less = (odds: number): number => (x > 0 ? betaTail(odds, x, y + 1, false) : 0) + binomialMass(odds, x, y) / 2;
    return {
      value: x === 0 || y === 0 ? x / y : oddsAt(x, y, -1, 0.5, greater),
      lower: x === 0 ? 0 : oddsAt(x, y, -1, tail, greater),
      upper: y === 0 ? Infinity : oddsAt(x, y, 1, tail, less),
      p: Math.min(1, 2 * greater(equal), 2 * less(equal)),
    };
  },
  wald: (x, y, equal, confidence) => {
    const spread = Math.sqrt(1 / x + 1 / y);
    const width = Math.exp(twoSidedZ(confidence) * spread);
    const value = x / y;
    return {
      value,
      lower: x === 0 || y === 0 ? 0 : value / width,
      upper: x === 0 || y === 0 ? Infinity : value * width,
      p: x === 0 || y === 0 ? 1 : twoSidedNormalTail(Math.abs(Math.log(value / equal)) / spread),
    };
  },
};

/** Odds at which a tail that shrinks in the given direction comes down to `target`. */
function oddsAt(x: number, y: number, direction: -1 | 1, target: number, tail: (odds: number) => number): number {
  const f = (log: number): number => Math.log(tail(Math.exp(log)) / target);
  const middle = Math.log((x + 0.5) / (y + 0.5));
  const step = direction * Math.sqrt(1 / (x + 0.5) + 1 / (y + 0.5));
  // The tail's own middle can lie on the far side of the target, so the bracket reaches out both ways.
  const near = stepOut(middle, -step, (log) => f(log) >= 0);
  const far = stepOut(middle, step, (log) => f(log) <= 0);
  return Math.exp(findRoot(f, Math.min(near, far), Math.max(near, far)));
}

function wholeEvents({ events, personYears }: Exposure, which: string, name?: string): number {
  const what = subject(`the number of events of the ${which} rate`, name);
  checkAmount(events, what);
  checkAmount(personYears, subject(`the number of person-years of the ${which} rate`, name));
  if (Math.abs(events - Math.round(events)) > 1e-7) throw new RangeError(`${what} is not whole (${events}).`);
  return Math.round(events);
}

function none(reason: RatioReason): RatioResult {
  return { value: null, lower: null, upper: null, p: null, reason };
}
