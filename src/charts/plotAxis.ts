import { scaleLinear, scaleLog } from 'd3-scale';
import { countText } from './words.ts';

export interface PlotTick {
  /** Pixels. */
  readonly at: number;
  readonly text: string;
}

export interface PlotAxis {
  /** Pixels for a value; values past the ends are held at them. */
  readonly at: (value: number) => number;
  readonly start: number;
  readonly end: number;
  readonly ticks: readonly PlotTick[];
}

/** From here on the few largest are past the end of an axis rather than the others squeezed. */
const AXIS_SHARE = 0.97;
/** An axis is cut only where that makes the others at least this much larger. */
const WORTH_CUTTING = 1.5;

/**
 * Where a rate's axis ends: at the largest of the values, or (unless `whole`) where 97% of them do when a few town
 * centres would squeeze all others; always past the benchmark. 1 where there is nothing.
 */
export function rateAxisEnd(values: readonly number[], benchmark: number, whole: boolean): number {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  const least = Number.isFinite(benchmark) ? benchmark * 1.25 : 0;
  const most = Math.max(sorted.at(-1) ?? 0, least);
  const usual = Math.max(sorted[Math.ceil(sorted.length * AXIS_SHARE) - 1] ?? 0, least);
  const end = whole || most <= usual * WORTH_CUTTING ? most : usual;
  return end > 0 ? end : 1;
}

/** An axis of rates from nothing upwards. Pixels run down, so `bottom` is more than `top`. */
export function rateAxis(end: number, bottom: number, top: number): PlotAxis {
  const scale = scaleLinear().domain([0, end]).range([bottom, top]).clamp(true);
  return { at: scale, start: 0, end, ticks: scale.ticks(Math.max(2, Math.floor((bottom - top) / 44))).map((value) => ({ at: Math.round(scale(value)), text: tickText(value) })) };
}

/** Sizes that differ by more than this stand on a logarithmic axis. */
const LOG_FROM = 5;

/** An axis of person-years, logarithmic where the largest is many times the smallest; with a little room at both ends. */
export function sizeAxis(sizes: readonly number[], left: number, right: number): PlotAxis & { readonly logarithmic: boolean } {
  const given = sizes.filter((size) => Number.isFinite(size) && size > 0);
  const least = given.reduce((lowest, size) => Math.min(lowest, size), Number.POSITIVE_INFINITY);
  const most = given.reduce((highest, size) => Math.max(highest, size), 0);
  if (most === 0) return { at: () => left, start: 0, end: 1, ticks: [], logarithmic: false };
  const logarithmic = most / least > LOG_FROM;
  const [start, end] = logarithmic ? [least / 1.1, most * 1.1] : [Math.max(0, least - (most - least || least) * 0.04), most + (most - least || most) * 0.04];
  const scale = (logarithmic ? scaleLog() : scaleLinear()).domain([start, end]).range([left, right]).clamp(true);
  const wanted = Math.max(2, Math.floor((right - left) / 80));
  const ticks = logarithmic ? logTicks(scale.ticks(), wanted) : scale.ticks(wanted);
  return { at: scale, start, end, ticks: ticks.map((value) => ({ at: Math.round(scale(value)), text: tickText(value) })), logarithmic };
}

/** 1, 2 and 5 of each power of ten; only the powers where these would be too many. */
function logTicks(all: readonly number[], wanted: number): number[] {
  const some = all.filter((value) => [1, 2, 5].includes(firstDigit(value)));
  return some.length <= wanted * 1.5 ? some : some.filter((value) => firstDigit(value) === 1);
}

function firstDigit(value: number): number {
  return Number(value.toExponential(0).charAt(0));
}

function tickText(value: number): string {
  return value > 0 && value < 10 && !Number.isInteger(value) ? value.toFixed(1) : countText(value);
}
