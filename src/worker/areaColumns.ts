import { REASON, type Confidence } from '../model/measures.ts';
import { NO_PACE, type AreaColumns } from '../model/results.ts';
import { AGE_BAND_COUNT } from '../model/vocabulary.ts';
import { AGE_COLUMNS } from '../aggregation/countRows.ts';
import { monthsNeeded } from '../statistics/monthsNeeded.ts';
import { quantileClasses } from '../statistics/quantileClasses.ts';
import type { RateResult } from '../statistics/rate.ts';
import { crude, MINIMUM_EVENTS, reasonCode, standardised, type RateInput } from './rates.ts';

interface RateColumns {
  readonly value: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly reason: Uint8Array;
}

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
  const victims = victimsByAge ? knownAges(victimsByAge, areas) : count.slice();
  const rate = rateColumns(areas, (area) => crude(count[area]!, personYears.total[area]!, confidence));
  const dsrErrors = missing(areas);
  const dsr = victimsByAge
    ? rateColumns(areas, (area) => {
        const ages = victimsByAge.subarray(area * AGE_COLUMNS, area * AGE_COLUMNS + AGE_BAND_COUNT);
        const years = personYears.byBand.subarray(area * AGE_BAND_COUNT, (area + 1) * AGE_BAND_COUNT);
        const result = standardised(ages, years, input.standard, confidence);
        dsrErrors[area] = result.standardError ?? Number.NaN;
        return result;
      })
    : withoutAge(areas);
  for (const columns of [rate, dsr]) withoutCover(columns, covered);
  const columns: AreaColumns = {
    count, victims, personYears: personYears.total, inPlace,
    rate: rate.value, rateLower: rate.lower, rateUpper: rate.upper, rateClass: new Uint8Array(areas), rateReason: rate.reason,
    dsr: dsr.value, dsrLower: dsr.lower, dsrUpper: dsr.upper, dsrClass: new Uint8Array(areas), dsrReason: dsr.reason,
    countQuintile: quantileClasses(Float64Array.from(count, (value, area) => (covered[area] === 1 ? value : Number.NaN)), 5),
    monthsNeededRate: paces(count, months),
    monthsNeededDsr: victimsByAge ? paces(victims, months) : new Uint16Array(areas).fill(NO_PACE),
    rateBenchmark: missing(areas), dsrBenchmark: missing(areas), rateAdjustedP: missing(areas), dsrAdjustedP: missing(areas),
  };
  return { columns, dsrErrors };
}

function missing(areas: number): Float64Array {
  return new Float64Array(areas).fill(Number.NaN);
}

function knownAges(victimsByAge: Uint32Array, areas: number): Uint32Array {
  return Uint32Array.from({ length: areas }, (_, area) => {
    let victims = 0;
    for (let band = 0; band < AGE_BAND_COUNT; band += 1) victims += victimsByAge[area * AGE_COLUMNS + band]!;
    return victims;
  });
}

function rateColumns(areas: number, rateOf: (area: number) => RateResult): RateColumns {
  const columns = emptyColumns(areas);
  for (let area = 0; area < areas; area += 1) {
    const result = rateOf(area);
    columns.value[area] = result.value ?? Number.NaN;
    columns.lower[area] = result.lower ?? Number.NaN;
    columns.upper[area] = result.upper ?? Number.NaN;
    columns.reason[area] = reasonCode(result.reason);
  }
  return columns;
}

function emptyColumns(areas: number): RateColumns {
  return { value: new Float64Array(areas), lower: new Float64Array(areas), upper: new Float64Array(areas), reason: new Uint8Array(areas) };
}

/** No value; the data set's own entry says that it carries no age. */
function withoutAge(areas: number): RateColumns {
  const columns = emptyColumns(areas);
  for (const column of [columns.value, columns.lower, columns.upper]) column.fill(Number.NaN);
  columns.reason.fill(REASON.noPopulation);
  return columns;
}

function withoutCover(columns: RateColumns, covered: Uint8Array): void {
  covered.forEach((one, area) => {
    if (one === 1) return;
    for (const column of [columns.value, columns.lower, columns.upper]) column[area] = Number.NaN;
    columns.reason[area] = REASON.notCovered;
  });
}

function paces(events: Uint32Array, months: number): Uint16Array {
  return Uint16Array.from(events, (count) => {
    const needed = monthsNeeded(count, months, MINIMUM_EVENTS);
    return needed === null ? NO_PACE : Math.min(needed, NO_PACE - 1);
  });
}
