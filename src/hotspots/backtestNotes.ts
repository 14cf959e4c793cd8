import { DEFAULT_SURFACE, type BacktestRequest } from '../model/backtest.ts';
import { LEAST_FOR_INTERVAL } from '../statistics/bootstrap.ts';
import type { BackTest } from '../statistics/backTest.ts';
import type { RollingPeriod } from './backtestPeriods.ts';
import type { DensityFrom } from './backtestScores.ts';
import { fittingCell } from './density.ts';
import { entryOf, type HotspotInput } from './input.ts';
import { insidePoints } from './neighbours.ts';
import { pointNotes } from './notes.ts';

export interface BacktestNoted {
  readonly periods: readonly RollingPeriod[];
  readonly test: BackTest | null;
  /** Areas that took part. */
  readonly areas: number;
  readonly withheld: number;
  readonly density: DensityFrom;
}

/** Plain sentences: how places were picked and judged, what was left out and why. */
export function backtestNotes(request: BacktestRequest, input: HotspotInput, { periods, test, areas, withheld, density }: BacktestNoted): string[] {
  const entry = entryOf(input.pack, request.dataSet);
  const cell = fittingCell(insidePoints(input.pack), DEFAULT_SURFACE);
  const rounds = test?.rounds.length ?? 0;
  const unusable = periods.slice(0, -1).filter(({ usable }) => !usable).length;
  if (periods.length === 0) return [`A test needs ${months(request.trainMonths)} to train on and ${months(request.testMonths)} after them; choose a longer period.`];
  if (areas === 0) return [nobodyLeft(withheld)];
  return [
    `Places are picked from ${months(request.trainMonths)} and judged on the ${months(request.testMonths)} after them, rolling over ${rounds === 1 ? '1 test period' : `${rounds} test periods`}; ${areas} areas take part.`,
    ...(unusable > 0 ? [`${unusable === 1 ? '1 test period is' : `${unusable} test periods are`} left out, because the data set lacks months that it needs.`] : []),
    ...(withheld > 0 ? [`${withheld === 1 ? '1 area is' : `${withheld} areas are`} left out, because a count is withheld there in some period. What is captured is of the events of the areas that take part.`] : []),
    ...(rounds < LEAST_FOR_INTERVAL ? [`Fewer than ${LEAST_FOR_INTERVAL} test periods: no intervals, and no method can be called best.`] : ['Training periods overlap, so the intervals are somewhat too narrow.']),
    `“Last year’s top” picks by the same months a year before. “Significantly higher” is against ${input.pack.manifest.benchmark} at 95%, by the ${entry.fields.age ? 'standardised' : 'crude'} rate; areas that are not follow by their number of events.`,
    density === 'points'
      ? `Kernel density: quartic, ${DEFAULT_SURFACE.bandwidthMetres.toLocaleString('en-GB')} m, from points, read at each area’s inside point.`
      : `Kernel density: quartic, ${DEFAULT_SURFACE.bandwidthMetres.toLocaleString('en-GB')} m, from each area’s count at its inside point, because ${entry.disclosureThreshold > 1 ? 'the data set withholds small counts' : 'there are no points'}; read there too.`,
    ...(cell > DEFAULT_SURFACE.cellMetres ? [`The areas reach so far that the kernel density is made on cells of ${cell.toLocaleString('en-GB')} m, which is coarse beside its bandwidth.`] : []),
    `Random choice: the mean is worked out, its interval is of 999 choices a period (seed ${request.seed}).`,
    ...(density === 'points' ? pointNotes(entry) : []),
  ];
}

/** Why no area takes part. */
export function nobodyLeft(withheld: number): string {
  return withheld > 0 ? 'In every area a count of some period is withheld, so nothing can be tested.' : 'No area of the chosen places can be tested.';
}

const months = (number: number): string => (number === 1 ? '1 month' : `${number} months`);
