import { binomialCoefficientLogs } from './logBinomial.ts';

/** A chart of fewer points has no rules and no limits. */
export const LEAST_POINTS = 10;
/** This many useful points in a row on one side of the median are a shift. */
const SHIFT_POINTS = 6;
/** This many points that rise (or fall) in a row, the first included, are a trend. */
const TREND_POINTS = 5;
/** Chance of too few runs, and of too many, in a series without a pattern: at most this each. */
const RUNS_TAIL = 0.025;

/** Points by position, from `first` to `last`. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly direction: 'up' | 'down';
}

export interface RunChart {
  readonly median: number;
  /** Six or more useful points in a row above (`up`) or below the median; points on it are skipped. */
  readonly shifts: readonly Stretch[];
  /** Five or more points in a row that go up, or down; a point equal to the one before is skipped. */
  readonly trends: readonly Stretch[];
  readonly runs: number;
  /** The runs that such a series without a pattern has, but for 2.5% on each side. */
  readonly fewestRuns: number;
  readonly mostRuns: number;
  readonly runsSignal: 'too-few' | 'too-many' | null;
  /** Points not on the median. */
  readonly useful: number;
  /** The longest run, and how long one may be: rounded log2(useful) + 3. */
  readonly longestRun: number;
  readonly longestUsual: number;
  /**
   * Anhoej's rule: a run longer than that, or fewer crossings of the median than 95% of charts without a pattern have.
   * True by chance for about 1 chart in 20 whatever its length: for scanning many areas. Of counts of 1 or 2 a point, many
   * of which are on the median, 1 in 10 of 48 points, and of 0.7, 1 in 6.
   */
  readonly unusual: boolean;
  readonly missing: number;
  readonly reason: null;
}

/**
 * Run chart of a series: whether it wanders about its median by chance. Rules: shift, trend, too few or too many runs
 * (an unbroken series of points on one side of the median; the limits come from the exact distribution given how many
 * points lie above and below). These rules are for one chart that someone watches: of charts of 24 points without any
 * pattern 16% show a shift, 26% a trend, 2% too few or many runs (tests/calibration). To scan many areas, use
 * `unusual`.
 *
 * Where the median is the lowest (or highest) value, as of counts that are mostly 0, no point can lie on its other side:
 * then no stretch is a shift and nothing is unusual.
 *
 * Missing points (NaN) are skipped and counted. Fewer than 10 points: null with a reason. Throws RangeError for
 * infinite values.
 * Source: Perla, Provost and Murray, BMJ Quality and Safety 20 (2011), 46-51; Swed and Eisenhart, Annals of
 * Mathematical Statistics 14 (1943), 66-87; Anhoej and Olesen, PLoS ONE 9 (2014), e113825.
 */
export function runChart(series: ArrayLike<number>): RunChart | { readonly median: null; readonly missing: number; readonly reason: 'fewer-than-10-points' } {
  const points = presentPoints(series);
  const missing = series.length - points.length;
  if (points.length < LEAST_POINTS) return { median: null, missing, reason: 'fewer-than-10-points' };
  const sorted = points.map(({ value }) => value).toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] ?? 0 : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  const sides = points.map(({ value, at }) => ({ at, sign: Math.sign(value - median) })).filter(({ sign }) => sign !== 0);
  const runs = sides.filter(({ sign }, i) => sign !== sides[i - 1]?.sign).length;
  const above = sides.filter(({ sign }) => sign > 0).length;
  const [fewestRuns, mostRuns] = runLimits(above, sides.length - above);
  const bothSides = above > 0 && above < sides.length;
  const longestRun = stretches(sides, 1).reduce((most, { length }) => Math.max(most, length), 0);
  const longestUsual = sides.length === 0 ? 0 : Math.round(Math.log2(sides.length) + 3);
  const steps = points.map(({ value, at }, i) => ({ at, before: points[i - 1]?.at ?? at, sign: i === 0 ? 0 : Math.sign(value - (points[i - 1]?.value ?? 0)) }));
  return {
    median, shifts: bothSides ? stretches(sides, SHIFT_POINTS).map(({ stretch }) => stretch) : [],
    trends: stretches(steps.filter(({ sign }) => sign !== 0), TREND_POINTS - 1).map(({ stretch }) => stretch), runs, fewestRuns, mostRuns,
    runsSignal: runs < fewestRuns ? 'too-few' : runs > mostRuns ? 'too-many' : null, useful: sides.length,
    longestRun, longestUsual, unusual: bothSides && (longestRun > longestUsual || runs - 1 < fewestCrossings(sides.length)), missing, reason: null,
  };
}

/**
 * The fewest crossings of the median that are no signal: each of n - 1 steps crosses as a coin falls, 5% of charts have
 * fewer or as many.
 */
function fewestCrossings(useful: number): number {
  const steps = useful - 1;
  if (steps < 1) return 0;
  const choose = binomialCoefficientLogs(steps);
  let fewest = 0;
  for (let tail = Math.exp(choose(steps, 0) - steps * Math.LN2); tail < 0.05; tail += Math.exp(choose(steps, fewest) - steps * Math.LN2)) fewest += 1;
  return fewest;
}

/**
 * Fewest and most runs of `above` and `below` points that are no signal: fewer have a chance of at most 2.5%, and so
 * have more. The exact distribution of runs of two kinds in random order.
 */
export function runLimits(above: number, below: number): [fewest: number, most: number] {
  if (above === 0 || below === 0) return [Math.min(1, above + below), Math.min(1, above + below)];
  const choose = binomialCoefficientLogs(above + below);
  const ways = (a: number, b: number): number => Math.exp(choose(above - 1, a - 1) + choose(below - 1, b - 1) - choose(above + below, above));
  const chance = (runs: number): number => {
    const pairs = Math.floor(runs / 2);
    return runs % 2 === 0 ? 2 * ways(pairs, pairs) : ways(pairs + 1, pairs) + ways(pairs, pairs + 1);
  };
  const greatest = 2 * Math.min(above, below) + (above === below ? 0 : 1);
  let fewest = 2;
  for (let tail = chance(fewest); tail <= RUNS_TAIL && fewest < greatest; tail += chance(fewest)) fewest += 1;
  let most = greatest;
  for (let tail = chance(most); tail <= RUNS_TAIL && most > 2; tail += chance(most)) most -= 1;
  return [fewest, most];
}

interface Signed {
  readonly at: number;
  readonly sign: number;
  readonly before?: number;
}

/** Unbroken series of one sign of at least so many. */
function stretches(points: readonly Signed[], least: number): { stretch: Stretch; length: number }[] {
  const found: { stretch: Stretch; length: number }[] = [];
  for (let from = 0; from < points.length;) {
    let to = from;
    while (to + 1 < points.length && points[to + 1]?.sign === points[from]?.sign) to += 1;
    const [start, end] = [points[from], points[to]];
    if (to - from + 1 >= least && start !== undefined && end !== undefined) {
      found.push({ stretch: { first: start.before ?? start.at, last: end.at, direction: start.sign > 0 ? 'up' : 'down' }, length: to - from + 1 });
    }
    from = to + 1;
  }
  return found;
}

function presentPoints(series: ArrayLike<number>): { value: number; at: number }[] {
  const points: { value: number; at: number }[] = [];
  for (let at = 0; at < series.length; at += 1) {
    const value = series[at] ?? Number.NaN;
    if (Math.abs(value) === Infinity) throw new RangeError(`Point ${at} is not finite.`);
    if (!Number.isNaN(value)) points.push({ value, at });
  }
  return points;
}
