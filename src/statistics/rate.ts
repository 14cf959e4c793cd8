/**
 * Why a rate is not shown:
 * - `fewer-than-10`: fewer events than the rate's minimum (10 for DSRs, Fingertips guidance);
 * - `no-population`: nobody lives there (or no person-time), so there is nothing to divide by;
 * - `events-without-population`: events where the population says nobody is, so the figures contradict each other.
 */
export type RateReason = 'fewer-than-10' | 'no-population' | 'events-without-population';

/** A rate with its confidence limits, or the reason why there is none. Never NaN. */
export type RateResult =
  | { value: number; lower: number; upper: number; reason: null }
  | { value: null; lower: null; upper: null; reason: RateReason };

/** Rates of many areas as columns; NaN where there is none. */
export interface RateColumns {
  readonly value: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Position of the reason in RATE_REASONS. */
  readonly reason: Uint8Array;
}

/** null = the rate is given. */
export const RATE_REASONS: readonly (RateReason | null)[] = [null, 'fewer-than-10', 'no-population', 'events-without-population'];

/** No rate for any area yet. */
export function emptyRateColumns(areas: number): RateColumns {
  const missing = (): Float64Array => new Float64Array(areas).fill(Number.NaN);
  return { value: missing(), lower: missing(), upper: missing(), reason: new Uint8Array(areas) };
}

export interface RateOptions {
  /** Confidence of the limits as a proportion: 0.95 or 0.998. */
  readonly confidence: number;
  /** Rates are per so many persons (person-years): 100 000. */
  readonly multiplier: number;
  /** The area's name or code, for the message where its figures are refused. */
  readonly name?: string;
}

/** "Luton 003D: the number of events", or "The number of events" where the area has no name. */
export function subject(what: string, name?: string): string {
  return name === undefined ? what.charAt(0).toUpperCase() + what.slice(1) : `${name}: ${what}`;
}

/** A rate that is not shown, and why. */
export function withheld(reason: RateReason): RateResult & { value: null } {
  return { value: null, lower: null, upper: null, reason };
}

/**
 * Throws RangeError for a confidence outside 0.9 to just below 1 (a percentage such as 95 would pass
 * unnoticed through a formula; 1 has infinite limits) and for a multiplier that is not positive.
 */
export function checkRateOptions({ confidence, multiplier }: RateOptions): void {
  if (!(confidence >= 0.9 && confidence < 1)) {
    throw new RangeError(`Confidence is a proportion from 0.9 to below 1, such as 0.95; it is ${confidence}.`);
  }
  if (!(multiplier > 0 && Number.isFinite(multiplier))) throw new RangeError(`The multiplier must be positive; it is ${multiplier}.`);
}

/** Throws RangeError naming `what` unless the value is finite and not negative. */
export function checkAmount(value: number | undefined, what: string): asserts value is number {
  if (!isAmount(value)) throw amountError(value, what);
}

/** A finite number, zero or more. */
export function isAmount(value: number | undefined): value is number {
  return typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY;
}

/** Says what is wrong with a value that is no amount. */
export function amountError(value: number | undefined, what: string): RangeError {
  if (typeof value !== 'number' || !Number.isFinite(value)) return new RangeError(`${what} is missing or not a number.`);
  return new RangeError(`${what} is negative (${value}).`);
}
