import { monthOfYear, parseMonth, yearOf } from '../model/months.ts';
import { SUPPRESSED } from '../model/results.ts';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const upToTenth = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** What stands where a figure is not given; the reason stands beside it or in its label. */
export const NOT_GIVEN = '–';

/** "49,162"; a dash for NaN and infinities. */
export function formatNumber(value: number): string {
  return Number.isFinite(value) ? whole.format(value) : NOT_GIVEN;
}

/** True where the engine withholds a count under the data set's disclosure threshold (or to protect another). */
export function isWithheld(count: number): boolean {
  return count === SUPPRESSED;
}

/** A count; "withheld" where it may not be shown. */
export function formatCount(count: number): string {
  return isWithheld(count) ? 'withheld' : formatNumber(count);
}

/** Sum of counts; withheld when any of them is. */
export function sumCounts(counts: readonly number[]): number {
  return counts.some(isWithheld) ? SUPPRESSED : counts.reduce((sum, count) => sum + count, 0);
}

/** A rate per 100,000: whole from 100, one decimal below; a dash where not given. */
export function formatRate(value: number): string {
  if (!Number.isFinite(value)) return NOT_GIVEN;
  return Math.abs(value) >= 99.95 ? whole.format(value) : tenth.format(value);
}

const MOST_DECIMALS = 12;

/** Two different rates with as many decimals as tell them apart: "2,876.4" and "2,876.0". Equal ones, and dashes, as formatRate has them. */
export function formatRatesApart(one: number, other: number): [string, string] {
  const texts: [string, string] = [formatRate(one), formatRate(other)];
  if (one === other || texts[0] !== texts[1]) return texts;
  for (let decimals = 1; decimals <= MOST_DECIMALS; decimals += 1) {
    const format = new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    if (format.format(one) !== format.format(other)) return [format.format(one), format.format(other)];
  }
  return texts;
}

/** "19,154 to 20,818"; a dash where not given. */
export function formatLimits(lower: number, upper: number): string {
  return Number.isFinite(lower) && Number.isFinite(upper) ? `${formatRate(lower)} to ${formatRate(upper)}` : NOT_GIVEN;
}

/** A share 0-1 as "3.5%", "46%" from ten per cent, "under 0.1%" for what would round to nothing. */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return NOT_GIVEN;
  const percent = share * 100;
  if (percent > 0 && percent < 0.05) return 'under 0.1%';
  return `${percent >= 9.95 ? whole.format(percent) : upToTenth.format(percent)}%`;
}

/** Part of a whole as a share; a dash when the whole is nothing or either is withheld. */
export function formatShareOf(part: number, all: number): string {
  return all > 0 && !isWithheld(all) && !isWithheld(part) ? formatShare(part / all) : NOT_GIVEN;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2021-05" -> "May 2021"; any other text as it is. */
export function formatMonthText(text: string): string {
  const month = parseMonth(text);
  return month === null ? text : `${MONTHS[monthOfYear(month) - 1] ?? ''} ${yearOf(month)}`;
}

/** "May 2021 to Dec 2023", "May 2021" for a single month. */
export function formatPeriod(from: string, to: string): string {
  return from === to ? formatMonthText(from) : `${formatMonthText(from)} to ${formatMonthText(to)}`;
}

/** 19 -> "19:00"; 24 is the end of a day. */
export function formatHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** "1.4 MB", "312 kB". */
export function formatBytes(bytes: number): string {
  return bytes >= 1e6 ? `${tenth.format(bytes / 1e6)} MB` : `${whole.format(Math.max(1, bytes / 1e3))} kB`;
}

/** "1 month", "12 months". */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
