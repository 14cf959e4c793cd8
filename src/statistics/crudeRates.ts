import { byarTable } from './byarTable.ts';
import { countLimits, EXACT_BELOW } from './countLimits.ts';
import { checkAmount, checkRateOptions, emptyRateColumns, isAmount, RATE_REASONS, type RateColumns, type RateOptions } from './rate.ts';

/**
 * `crudeRate` of many areas at once: the same numbers, as columns. `events` are whole and not negative; both columns
 * have one value per area. Throws RangeError as `crudeRate`, with the area's position.
 */
export function crudeRates(events: Uint32Array, personYears: Float64Array, options: Omit<RateOptions, 'name'> & { minimumEvents?: number }): RateColumns {
  checkRateOptions(options);
  const { confidence, multiplier, minimumEvents = 0 } = options;
  const columns = emptyRateColumns(events.length);
  const { value, lower, upper, reason } = columns;
  const byar = byarTable(confidence, largestOf(events));
  const [tooFew, nobody, contradictory] = [RATE_REASONS.indexOf('fewer-than-10'), RATE_REASONS.indexOf('no-population'), RATE_REASONS.indexOf('events-without-population')];
  for (let area = 0; area < events.length; area += 1) {
    const count = events[area]!;
    const years = personYears[area]!;
    if (!isAmount(years)) checkAmount(years, `Area ${area}: the number of person-years`);
    if (years === 0) reason[area] = count > 0 ? contradictory : nobody;
    else if (count < minimumEvents) reason[area] = tooFew;
    else {
      const inTable = count >= EXACT_BELOW && count < byar.lower.length;
      const limits = inTable ? null : countLimits(count, confidence);
      value[area] = count / years * multiplier;
      lower[area] = (limits ? limits.lower : byar.lower[count]!) / years * multiplier;
      upper[area] = (limits ? limits.upper : byar.upper[count]!) / years * multiplier;
    }
  }
  return columns;
}

export function largestOf(counts: Uint32Array): number {
  let largest = 0;
  for (let i = 0; i < counts.length; i += 1) if (counts[i]! > largest) largest = counts[i]!;
  return largest;
}
