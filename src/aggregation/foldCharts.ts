import type { Cells } from '../model/cells.ts';
import { COUNTS, COUNTS_BY_FAILS, type ChartCounts } from './charts.ts';
import type { CompiledSelection } from './compileSelection.ts';

type Shape = Pick<Cells, 'kinds' | 'months' | 'weekdayHours'>;

type Folding = Pick<CompiledSelection, 'fails' | 'hourPasses'>;

export function emptyCharts({ kinds, months, weekdayHours }: Shape): ChartCounts {
  return {
    byMonth: new Uint32Array(months),
    byMonthInPeriod: new Uint32Array(months),
    byWeekdayHour: new Uint32Array(weekdayHours),
    byKind: new Uint32Array(kinds),
  };
}

/**
 * Adds offences per cell code to the charts that their code counts towards. Kind and month are the same for a run
 * of hours, so only the hours chart needs each code by itself.
 */
export function foldCharts(shape: Shape, { fails, hourPasses }: Folding, perCode: Uint32Array, charts: ChartCounts): void {
  const { months, weekdayHours } = shape;
  const { byMonth, byMonthInPeriod, byWeekdayHour, byKind } = charts;
  const mask = Int32Array.from(hourPasses, (passes) => -passes);
  for (let run = 0; run < fails.length; run += 1) {
    const bits = COUNTS_BY_FAILS[fails[run]!]!;
    if (bits === 0) continue;
    const start = run * weekdayHours;
    const inHours = bits & COUNTS.hours ? addHours(perCode, start, mask, byWeekdayHour) : sumHours(perCode, start, mask);
    if (bits & COUNTS.month) byMonth[run % months]! += inHours;
    if (bits & COUNTS.monthOfYear) byMonthInPeriod[run % months]! += inHours;
    if (bits & COUNTS.kind) byKind[Math.floor(run / months)]! += inHours;
  }
}

function sumHours(perCode: Uint32Array, start: number, mask: Int32Array): number {
  let inHours = 0;
  for (let hour = 0; hour < mask.length; hour += 1) inHours += perCode[start + hour]! & mask[hour]!;
  return inHours;
}

/** Adds every hour to its bar, and sums those that pass. */
function addHours(perCode: Uint32Array, start: number, mask: Int32Array, byWeekdayHour: Uint32Array): number {
  let inHours = 0;
  for (let hour = 0; hour < mask.length; hour += 1) {
    const offences = perCode[start + hour]!;
    byWeekdayHour[hour]! += offences;
    inHours += offences & mask[hour]!;
  }
  return inHours;
}

/** Adds one offence to the charts of `bits`. */
export function addToCharts(shape: Shape, code: number, bits: number, charts: ChartCounts): void {
  const hour = code % shape.weekdayHours;
  const kindMonth = (code - hour) / shape.weekdayHours;
  const month = kindMonth % shape.months;
  if (bits & COUNTS.month) charts.byMonth[month]! += 1;
  if (bits & COUNTS.monthOfYear) charts.byMonthInPeriod[month]! += 1;
  if (bits & COUNTS.hours) charts.byWeekdayHour[hour]! += 1;
  if (bits & COUNTS.kind) charts.byKind[(kindMonth - month) / shape.months]! += 1;
}
