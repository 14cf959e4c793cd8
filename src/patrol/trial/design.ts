import { dateOfDay, dayNumber, weekdayOfDay } from '../londonTime.ts';
import { seededRandom, type Random } from '../random.ts';

export interface DesignRequest {
  readonly hotspots: readonly string[];
  /** First date of the trial, "2025-03-03". */
  readonly from: string;
  /** Days of the trial. Balance is exact over a multiple of `7 * oneIn` days (of `7 * oneIn * runDays` where a run is no whole number of weeks). */
  readonly days: number;
  /** One hotspot of this many is treated at a time: 2 = half, 3 = a third. */
  readonly oneIn: number;
  /** Days in a row for which a draw holds: 1, or 3 as in Operation Rowan. */
  readonly runDays: number;
  readonly seed: number;
}

/**
 * Runs of days that start on the same weekday, `oneIn` in a row (fewer at the end of the trial): within a block the
 * hotspots are split at random into `oneIn` groups whose sizes differ by at most one, and each run treats one group.
 */
export interface Block {
  /** First day of each run, counted from the trial's first. */
  readonly runs: readonly number[];
  /** Group of each hotspot, 0 to oneIn - 1; group g is treated in run g, and not at all where there is no run g. */
  readonly groups: readonly number[];
}

export interface TrialDesign {
  readonly request: DesignRequest;
  readonly blocks: readonly Block[];
  /** By hotspot, then day: true = treatment, false = control. */
  readonly treated: readonly (readonly boolean[])[];
}

/**
 * Treatment and control days drawn with a seed, balanced by weekday: of the `oneIn` runs of a block each hotspot has
 * exactly one, and on each day one in `oneIn` hotspots is treated. With draws of one day, each hotspot is so treated on
 * one of `oneIn` successive Mondays, one of `oneIn` successive Tuesdays and so on. Days that do not fill a block stay
 * random but can leave a hotspot one run more or fewer. The draw is what `compareTrial` repeats.
 * Throws RangeError for a bad date or numbers that are not whole and above 0 (`oneIn` above 1).
 *
 * Source: permuted blocks (Matts and Lachin, Controlled Clinical Trials 9 (1988), 327-344), within weekdays.
 */
export function drawTreatment(request: DesignRequest): TrialDesign {
  check(request);
  const random = seededRandom(request.seed, 1);
  const blocks = blocksOf(request).map((runs) => ({ runs, groups: drawGroups(request.hotspots.length, request.oneIn, random) }));
  const treated = request.hotspots.map(() => Array.from({ length: request.days }, () => false));
  for (const { runs, groups } of blocks) {
    groups.forEach((group, hotspot) => {
      for (const day of daysOfRun(runs[group], request)) treated[hotspot]![day] = true;
    });
  }
  return { request, blocks, treated };
}

/** A random split into groups of sizes that differ by at most one; which group is the larger one is random too. */
export function drawGroups(hotspots: number, groups: number, random: Random): number[] {
  const labels = random.shuffled(Array.from({ length: groups }, (_, group) => group));
  const order = random.shuffled(Array.from({ length: hotspots }, (_, hotspot) => hotspot));
  const drawn = Array.from({ length: hotspots }, () => 0);
  order.forEach((hotspot, position) => {
    drawn[hotspot] = labels[position % groups] ?? 0;
  });
  return drawn;
}

/** Days of a run within the trial; none where there is no such run. */
export function daysOfRun(start: number | undefined, { days, runDays }: Pick<DesignRequest, 'days' | 'runDays'>): number[] {
  if (start === undefined) return [];
  return Array.from({ length: Math.min(runDays, days - start) }, (_, step) => start + step);
}

/** Rows of the draw for a file: date, weekday (0 = Monday) and the hotspots treated. */
export function designRows({ request, treated }: TrialDesign): { date: string; weekday: number; treated: string[] }[] {
  const first = dayNumber(request.from) ?? 0;
  return Array.from({ length: request.days }, (_, day) => ({
    date: dateOfDay(first + day), weekday: weekdayOfDay(first + day),
    treated: request.hotspots.filter((_hotspot, hotspot) => treated[hotspot]?.[day] === true),
  }));
}

/** Runs of the same first weekday, in order, in pieces of `oneIn`. */
function blocksOf({ days, oneIn, runDays }: DesignRequest): number[][] {
  const strata = Array.from({ length: 7 }, (): number[] => []);
  for (let start = 0; start < days; start += runDays) strata[start % 7]?.push(start);
  return strata.flatMap((runs) => Array.from({ length: Math.ceil(runs.length / oneIn) }, (_, block) => runs.slice(block * oneIn, (block + 1) * oneIn)));
}

function check({ from, days, oneIn, runDays }: DesignRequest): void {
  if (dayNumber(from) === null) throw new RangeError(`The first date of a trial is a date such as 2025-03-03; it is ${from}.`);
  for (const [value, least, what] of [[days, 1, 'days'], [oneIn, 2, 'hotspots of which one is treated'], [runDays, 1, 'days of a run']] as const) {
    if (!Number.isInteger(value) || value < least) throw new RangeError(`The number of ${what} is a whole number from ${least}; it is ${value}.`);
  }
}
