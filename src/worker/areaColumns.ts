import { REASON, type Confidence } from '../model/measures.ts';
import { NO_PACE, type AreaColumns } from '../model/results.ts';
import { monthsNeeded } from '../statistics/monthsNeeded.ts';
import { quantileClasses } from '../statistics/quantileClasses.ts';
import { emptyRateColumns, type RateColumns } from '../statistics/rate.ts';
import { crudeColumns, MINIMUM_EVENTS, standardisedColumns, type RateInput } from './rates.ts';

interface AreaMarks {
  readonly inPlace: Uint8Array;
  /** 1 where the data set covers the area; elsewhere there is neither count nor rate. */
  readonly covered: Uint8Array;
}

interface AreaStatistics {
  /** Not compared with anything yet: classes 0, benchmarks and p-values NaN (classifyAreas.ts). */
  readonly columns: AreaColumns;
  /** Standard error of each area's standardised rate; NaN where there is no rate. */
  readonly dsrErrors: Float64Array;
}

/** Counts and rates of every area for one filter. */
export function areaStatistics(input: RateInput, { inPlace, covered }: AreaMarks, months: number, confidence: Confidence): AreaStatistics {
  const { personYears, victimsByAge } = input;
  const areas = inPlace.length;
  const count = input.offences.slice(0, areas);
  const rate = crudeColumns(count, personYears.total, confidence);
  const standardised = victimsByAge && standardisedColumns(victimsByAge, personYears.byBand, input.standard, confidence);
  const dsr = standardised ?? withoutAge(areas);
  const victims = standardised ? standardised.total : count.slice();
  for (const columns of [rate, dsr]) withoutCover(columns, covered);
  const columns: AreaColumns = {
    // Person-years are kept for the next answer, and this one's columns may be transferred away.
    count, victims, personYears: personYears.total.slice(), inPlace,
    rate: rate.value, rateLower: rate.lower, rateUpper: rate.upper, rateClass: new Uint8Array(areas), rateReason: rate.reason,
    dsr: dsr.value, dsrLower: dsr.lower, dsrUpper: dsr.upper, dsrClass: new Uint8Array(areas), dsrReason: dsr.reason,
    countQuintile: quantileClasses(whereCovered(count, covered), 5),
    monthsNeededRate: paces(count, months),
    monthsNeededDsr: victimsByAge ? paces(victims, months) : new Uint16Array(areas).fill(NO_PACE),
    rateBenchmark: missing(areas), dsrBenchmark: missing(areas), rateAdjustedP: missing(areas), dsrAdjustedP: missing(areas),
  };
  return { columns, dsrErrors: standardised?.standardError ?? missing(areas) };
}

function missing(areas: number): Float64Array {
  return new Float64Array(areas).fill(Number.NaN);
}

function whereCovered(count: Uint32Array, covered: Uint8Array): Float64Array {
  const values = Float64Array.from(count);
  for (let area = 0; area < values.length; area += 1) if (covered[area] !== 1) values[area] = Number.NaN;
  return values;
}

/** No value; the data set's own entry says that it carries no age. */
function withoutAge(areas: number): RateColumns {
  const columns = emptyRateColumns(areas);
  columns.reason.fill(REASON.noPopulation);
  return columns;
}

function withoutCover(columns: RateColumns, covered: Uint8Array): void {
  for (let area = 0; area < covered.length; area += 1) {
    if (covered[area] === 1) continue;
    columns.value[area] = Number.NaN;
    columns.lower[area] = Number.NaN;
    columns.upper[area] = Number.NaN;
    columns.reason[area] = REASON.notCovered;
  }
}

function paces(events: Uint32Array, months: number): Uint16Array {
  const paceOf = Uint16Array.from({ length: MINIMUM_EVENTS }, (_, count) => {
    const needed = monthsNeeded(count, months, MINIMUM_EVENTS);
    return needed === null ? NO_PACE : Math.min(needed, NO_PACE - 1);
  });
  const needed = new Uint16Array(events.length);
  for (let area = 0; area < needed.length; area += 1) {
    // From the minimum on there is nothing to wait for.
    if (events[area]! < MINIMUM_EVENTS) needed[area] = paceOf[events[area]!]!;
  }
  return needed;
}
