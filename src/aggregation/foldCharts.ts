import type { Cells } from '../model/cells.ts';
import { COUNTS, type ChartCounts } from './charts.ts';

type Shape = Pick<Cells, 'kinds' | 'months' | 'weekdayHours'>;

export function emptyCharts({ kinds, months, weekdayHours }: Shape): ChartCounts {
  return {
    byMonth: new Uint32Array(months),
    byMonthInPeriod: new Uint32Array(months),
    byWeekdayHour: new Uint32Array(weekdayHours),
    byKind: new Uint32Array(kinds),
  };
}

/** Adds offences per cell code to the charts that their code counts towards. */
export function foldCharts(shape: Shape, counts: Uint8Array, perCode: Uint32Array, charts: ChartCounts): void {
  const { byMonth, byMonthInPeriod, byWeekdayHour, byKind } = charts;
  let code = 0;
  for (let kind = 0; kind < shape.kinds; kind += 1) {
    for (let month = 0; month < shape.months; month += 1) {
      for (let hour = 0; hour < shape.weekdayHours; hour += 1, code += 1) {
        const offences = perCode[code]!;
        if (offences === 0) continue;
        const bits = counts[code]!;
        if (bits & COUNTS.month) byMonth[month]! += offences;
        if (bits & COUNTS.monthOfYear) byMonthInPeriod[month]! += offences;
        if (bits & COUNTS.hours) byWeekdayHour[hour]! += offences;
        if (bits & COUNTS.kind) byKind[kind]! += offences;
      }
    }
  }
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
