import { dayNumber } from '../londonTime.ts';
import { seededRandom } from '../random.ts';
import { daysOfRun, drawGroups, type TrialDesign } from './design.ts';

/** A day's count in a hotspot, as the analyst brings it. Days with nothing must be there with 0: an absent one is not known. */
export interface DailyCount {
  readonly hotspot: string;
  readonly date: string;
  readonly count: number;
}

export interface CompareOptions {
  /** Redraws of the trial, e.g. 9,999. */
  readonly permutations: number;
  readonly seed: number;
  /** 0.95. */
  readonly confidence: number;
}

export interface Estimate {
  readonly value: number;
  /** Infinite where the redraws are too few or too much alike to limit it. */
  readonly lower: number;
  readonly upper: number;
}

export interface TrialComparison {
  readonly treatment: { readonly days: number; readonly events: number; readonly mean: number };
  readonly control: { readonly days: number; readonly events: number; readonly mean: number };
  /** Mean events per hotspot and treatment day less those per control day. */
  readonly difference: Estimate;
  /** Treatment mean over control mean; null where either is 0. */
  readonly ratio: Estimate | null;
  /** Two-sided, (M + 1) / (R + 1): never 0. */
  readonly p: number;
  readonly permutations: number;
  readonly seed: number;
  /** Rows used = rows given - all set aside. Hotspot-days of the trial without a row are not counted as 0. */
  readonly rows: { readonly given: number; readonly unknownHotspot: number; readonly badDate: number; readonly outsideTrial: number; readonly badCount: number; readonly twice: number; readonly daysWithout: number };
}

/**
 * Intention-to-treat comparison: every hotspot-day counts as it was drawn, whether or not the patrol was made. The draw
 * is repeated within the same blocks; p is the share of redraws whose difference is as large, this draw included. The
 * limits of the difference are those constant effects the test does not reject (one tail each), and so are those
 * of the ratio for constant relative effects: both follow from the same redraws, because the statistic is linear in the
 * effect. Throws RangeError where no treatment day or no control day has a row, and for a confidence outside 0 to 1.
 *
 * Source: randomisation inference (Fisher; Rosenbaum, Observational Studies (2002), 2.4-2.6); p by Phipson and Smyth,
 * Statistical Applications in Genetics and Molecular Biology 9 (2010), 39.
 */
export function compareTrial(design: TrialDesign, counts: readonly DailyCount[], { permutations, seed, confidence }: CompareOptions): TrialComparison {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`A confidence lies between 0 and 1; it is ${confidence}.`);
  const { daily, rows } = readCounts(design, counts);
  const blocks = design.blocks.map(({ runs, groups }) => blockOf(design, daily, runs, groups));
  const seen = sumOf(blocks, (block) => block.groups);
  const whole = totalOf(daily);
  const control = { days: whole.days - seen.days, events: whole.events - seen.events };
  if (seen.days === 0 || control.days === 0) throw new RangeError(`There are no counts for ${seen.days === 0 ? 'treatment' : 'control'} days. ${rowsText(rows)}`);
  const means = { treatment: seen.events / seen.days, control: control.events / control.days };
  const observed = means.treatment - means.control;
  const random = seededRandom(seed, 3);
  const redraws = Array.from({ length: permutations }, () => statistics(sumOf(blocks, (block) => drawGroups(block.groups.length, design.request.oneIn, random)), seen, whole));
  // A redraw that leaves no known treatment days has no difference (NaN) and counts against the trial.
  const asLarge = redraws.filter(({ difference }) => !(Math.abs(difference) < Math.abs(observed) - 1e-12)).length;
  const [lower, upper] = limits(redraws.map(({ difference, sameDays }) => [observed - difference, 1 - sameDays]), confidence);
  const relative = limits(redraws.map(({ difference, sameEvents }) => [observed - difference, means.treatment - sameEvents]), confidence);
  return {
    treatment: { days: seen.days, events: seen.events, mean: means.treatment }, control: { ...control, mean: means.control },
    difference: { value: observed, lower, upper },
    ratio: means.treatment > 0 && means.control > 0 ? { value: means.treatment / means.control, lower: ratioAt(relative[0]), upper: ratioAt(relative[1]) } : null,
    p: (asLarge + 1) / (permutations + 1), permutations, seed, rows,
  };
}

/** What became of the rows of the analyst's file, in a sentence. */
export function rowsText({ given, unknownHotspot, badDate, outsideTrial, badCount, twice, daysWithout }: TrialComparison['rows']): string {
  const aside = [[unknownHotspot, 'of hotspots that are not in the trial'], [badDate, 'with a date that is none'], [outsideTrial, 'outside the days of the trial'], [badCount, 'with no count from 0'], [twice, 'given twice']] as const;
  const told = aside.filter(([rows]) => rows > 0).map(([rows, why]) => `${rows} ${why}`).join(', ');
  const used = given - aside.reduce((sum, [rows]) => sum + rows, 0);
  return `Rows: ${given} given, ${used} used${told === '' ? '' : `; set aside ${told}`}. ${daysWithout} hotspot-days of the trial have no row.`;
}

/** Counts by hotspot and day of the trial; NaN where there is no row. */
function readCounts(design: TrialDesign, counts: readonly DailyCount[]): { daily: Float64Array[]; rows: TrialComparison['rows'] } {
  const { hotspots, days, from } = design.request;
  const first = dayNumber(from) ?? 0;
  const daily = hotspots.map(() => new Float64Array(days).fill(Number.NaN));
  const numbers = new Map(hotspots.map((id, number) => [id, number]));
  const aside = { unknownHotspot: 0, badDate: 0, outsideTrial: 0, badCount: 0, twice: 0 };
  for (const { hotspot, date, count } of counts) {
    const own = daily[numbers.get(hotspot) ?? -1];
    const day = (dayNumber(date) ?? Number.NaN) - first;
    if (!own) aside.unknownHotspot += 1;
    else if (Number.isNaN(day)) aside.badDate += 1;
    else if (!(day >= 0 && day < days)) aside.outsideTrial += 1;
    else if (!(count >= 0 && Number.isFinite(count))) aside.badCount += 1;
    else if (!Number.isNaN(own[day])) aside.twice += 1;
    else own[day] = count;
  }
  const daysWithout = daily.reduce((sum, own) => sum + own.reduce((missing, count) => missing + (Number.isNaN(count) ? 1 : 0), 0), 0);
  return { daily, rows: { given: counts.length, ...aside, daysWithout } };
}

/** Days with a row and events, by hotspot and run. */
interface BlockSums {
  readonly groups: readonly number[];
  readonly days: readonly (readonly number[])[];
  readonly events: readonly (readonly number[])[];
}

function blockOf(design: TrialDesign, daily: readonly Float64Array[], runs: readonly number[], groups: readonly number[]): BlockSums {
  const known = (own: Float64Array, run: number): number[] => daysOfRun(run, design.request).map((day) => own[day] ?? Number.NaN).filter((count) => !Number.isNaN(count));
  return {
    groups,
    days: daily.map((own) => runs.map((run) => known(own, run).length)),
    events: daily.map((own) => runs.map((run) => known(own, run).reduce((a, b) => a + b, 0))),
  };
}

/** Hotspot-days and events that a draw treats; `same...`: those of them that were treated in truth. */
interface Treated {
  readonly days: number;
  readonly events: number;
  readonly sameDays: number;
  readonly sameEvents: number;
}

function sumOf(blocks: readonly BlockSums[], groupsOf: (block: BlockSums) => readonly number[]): Treated {
  const sum = { days: 0, events: 0, sameDays: 0, sameEvents: 0 };
  for (const block of blocks) {
    const groups = groupsOf(block);
    for (let hotspot = 0; hotspot < groups.length; hotspot += 1) {
      const group = groups[hotspot] ?? 0;
      const days = block.days[hotspot]?.[group] ?? 0;
      const events = block.events[hotspot]?.[group] ?? 0;
      sum.days += days;
      sum.events += events;
      if (group !== block.groups[hotspot]) continue;
      sum.sameDays += days;
      sum.sameEvents += events;
    }
  }
  return sum;
}

function totalOf(daily: readonly Float64Array[]): { days: number; events: number } {
  const known = daily.flatMap((own) => [...own].filter((count) => !Number.isNaN(count)));
  return { days: known.length, events: known.reduce((a, b) => a + b, 0) };
}

/** Differences of means under a redraw: of the counts, of "was treated", and of the counts where it was. */
function statistics(drawn: Treated, seen: Treated, whole: { days: number; events: number }): { difference: number; sameDays: number; sameEvents: number } {
  const difference = (treated: number, all: number): number => treated / drawn.days - (all - treated) / (whole.days - drawn.days);
  return { difference: difference(drawn.events, whole.events), sameDays: difference(drawn.sameDays, seen.days), sameEvents: difference(drawn.sameEvents, seen.events) };
}

/**
 * Effects that a redraw's statistic does not exceed: a redraw exceeds every effect above top / bottom, so the limits are
 * the k-th of these from either end, k = (R + 1) * (1 - confidence) / 2. Redraws like the truth limit nothing.
 */
function limits(parts: readonly (readonly [top: number, bottom: number])[], confidence: number): [number, number] {
  const k = Math.floor((parts.length + 1) * (1 - confidence) / 2 + 1e-9);
  const at = (unlimited: number): number[] => parts.map(([top, bottom]) => (bottom > 1e-12 ? top / bottom : unlimited)).toSorted((a, b) => a - b);
  if (k < 1) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return [at(Number.NEGATIVE_INFINITY)[k - 1] ?? Number.NEGATIVE_INFINITY, at(Number.POSITIVE_INFINITY)[parts.length - k] ?? Number.POSITIVE_INFINITY];
}

/** The ratio whose share taken off treatment days is `share` = 1 - 1 / ratio. */
function ratioAt(share: number): number {
  return share >= 1 ? Number.POSITIVE_INFINITY : 1 / (1 - share);
}
