import { fiveWayBenchmarkClass, type FiveWayClass } from './benchmarkClass.ts';
import { countLimits, type Limits } from './countLimits.ts';
import { MINIMUM_DSR_EVENTS } from './directlyStandardisedRate.ts';
import { funnelPersonYears } from './funnelLimits.ts';
import { checkAmount, subject } from './rate.ts';
import { wilsonProportion } from './wilsonProportion.ts';

/** Areas by position. */
export interface FunnelAreas {
  readonly events: ArrayLike<number>;
  /** Person-years, denominators of proportions or expected events of ratios; not used for DSRs. */
  readonly denominators?: ArrayLike<number>;
  /** DSRs per `multiplier`; used for DSRs only. */
  readonly rates?: ArrayLike<number>;
  /** For messages. */
  readonly names?: readonly string[];
}

export interface FunnelSignificance {
  /** What areas are compared with: all their events over all their denominators, times `multiplier`; 1 for ratios; NaN where no DSR enters. */
  readonly average: number;
  /** null: a DSR of fewer than 10 events. */
  readonly classes: readonly (FiveWayClass | null)[];
}

/**
 * Where areas lie on a funnel plot round their own average: outside the 95% limits (a chance of 0.025 on a side)
 * or the 99.8% limits (0.001). `rate`: exact limits of the count below 10 events, Byar's from 10; `proportion`:
 * Wilson's limits; `ratio`: as rates, against 1; `dsr`: as rates with the person-years that the DSR and its events
 * imply (`funnelPersonYears`); areas without events, or with fewer than 10 and no rate (NaN), are not in the average.
 *
 * Throws RangeError that names the area for missing or negative events and rates, for proportions above 1, and for
 * denominators that are not positive: an area without population belongs in no funnel.
 * Source: PHEindicatormethods `assign_funnel_significance`.
 */
export function funnelSignificance(
  areas: FunnelAreas, statistic: 'rate' | 'proportion' | 'ratio' | 'dsr', multiplier: number,
): FunnelSignificance {
  const counts = Array.from(areas.events, (events, area) => {
    checkAmount(events, subject('the number of events', areas.names?.[area]));
    return events;
  });
  const denominators = counts.map((events, area) =>
    (statistic === 'dsr' ? impliedYears(areas, events, area, multiplier) : denominator(areas, area)));
  const compared = counts.filter((_, area) => !Number.isNaN(denominators[area]));
  const average = statistic === 'ratio' ? 1 : total(compared) / total(denominators.filter((per) => !Number.isNaN(per)));
  const classes = counts.map((events, area) => {
    if (statistic === 'dsr' && events < MINIMUM_DSR_EVENTS) return null;
    const per = denominators[area] ?? Number.NaN;
    const limits = (confidence: number): Limits => (statistic === 'proportion'
      ? wilsonLimits(events, per, confidence, areas.names?.[area]) : shareOf(countLimits(events, confidence), per));
    return fiveWayBenchmarkClass(limits(0.95), limits(0.998), average);
  });
  return { average: statistic === 'ratio' ? 1 : average * multiplier, classes };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function denominator({ denominators, names }: FunnelAreas, area: number): number {
  const value = denominators?.[area] ?? Number.NaN;
  const what = subject('the denominator', names?.[area]);
  checkAmount(value, what);
  if (value === 0) throw new RangeError(`${what} is 0.`);
  return value;
}

function impliedYears({ rates, names }: FunnelAreas, events: number, area: number, multiplier: number): number {
  const rate = rates?.[area] ?? Number.NaN;
  if (events === 0 || (events < MINIMUM_DSR_EVENTS && Number.isNaN(rate))) return Number.NaN;
  const what = subject('the directly standardised rate', names?.[area]);
  checkAmount(rate, what);
  if (rate === 0) throw new RangeError(`${what} is 0, with ${events} events.`);
  return funnelPersonYears(events, rate, multiplier);
}

function shareOf({ lower, upper }: Limits, denominators: number): Limits {
  return { lower: lower / denominators, upper: upper / denominators };
}

function wilsonLimits(events: number, denominators: number, confidence: number, name: string | undefined): Limits {
  const { value, lower, upper } = wilsonProportion(events, denominators, { confidence, multiplier: 1, ...(name === undefined ? {} : { name }) });
  return value === null ? { lower: 0, upper: 1 } : { lower, upper };
}
