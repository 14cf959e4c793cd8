import { caterpillarEnd } from '../../../charts/caterpillarLayout.ts';
import { funnelEnd } from '../../../charts/funnelLayout.ts';
import type { PlotPoint } from '../../../charts/plotPoints.ts';
import { type RateKind, REASON, type ReasonCode } from '../../../model/measures.ts';
import type { Evaluation } from '../../../model/results.ts';
import { isWithheld, plural } from '../../../ui/formats.ts';
import type { AreaRow } from '../areaRows.ts';
import { placeTitle } from '../places.ts';
import { benchmarkWords, type Scene } from '../scene.ts';
import type { AreaPlotKind } from './areaViews.ts';

/**
 * The areas that have a rate, as a plot draws them. Size: person-years; for a standardised rate those that would give
 * its victims at its rate, as the funnel's limits have it (NaN for a rate of nothing).
 *
 * @param against whose benchmark an area is compared with, where each has its own
 */
export function plotPoints(rows: readonly AreaRow[], kind: RateKind, against: (row: AreaRow) => string = () => ''): PlotPoint[] {
  return rows.filter(({ reason, value }) => reason === REASON.given && Number.isFinite(value)).map((row) => ({
    area: row.area, name: row.name, value: row.value, lower: row.lower, upper: row.upper, benchmark: row.benchmark, against: against(row), classCode: row.classCode, chosen: row.inPlace,
    size: kind === 'rate' ? row.personYears : effectivePersonYears(row),
  }));
}

/** The points of a scene: with benchmarks of their own they say whose. */
export function pointsOf({ pack, evaluation, rateKind }: Pick<Scene, 'pack' | 'evaluation' | 'rateKind'>, rows: readonly AreaRow[]): PlotPoint[] {
  const own = evaluation?.request.benchmark.kind === 'own-borough';
  return plotPoints(rows, rateKind, own ? ({ borough }) => placeTitle(pack, 'borough', borough) : undefined);
}

/** What a funnel's axis of sizes counts. */
export function sizeTitle(kind: RateKind): string {
  return kind === 'dsr' ? 'Effective person-years' : 'Person-years';
}

function effectivePersonYears({ victims, value }: AreaRow): number {
  return isWithheld(victims) || !(value > 0) ? Number.NaN : (victims / value) * 100_000;
}

/** Areas whose value lies past the end of the axis, unless the whole of it is drawn. */
export function pastAxis(points: readonly PlotPoint[], kind: AreaPlotKind, benchmark: number): number {
  const end = kind === 'funnel' ? funnelEnd(points, benchmark, false) : caterpillarEnd(points, benchmark, false);
  return points.filter(({ value }) => value > end).length;
}

/** "8 areas stand above the dotted line, past the end of the axis." Null where none does. */
export function pastAxisWords(count: number): string | null {
  return count === 0 ? null : `${plural(count, 'area stands', 'areas stand')} above the dotted line, past the end of the axis.`;
}

const MISSING: readonly (readonly [ReasonCode, string])[] = [
  [REASON.fewerThan10, 'too few to say'],
  [REASON.belowThreshold, 'withheld'],
  [REASON.noPopulation, 'without residents'],
  [REASON.eventsWithoutPopulation, 'with events in an age band without residents'],
  [REASON.notCovered, 'not covered by this data set'],
];

/** "Not drawn: 35 areas too few to say, 2 withheld": every area without a rate, by its reason. Null where there is none. */
export function notDrawnWords(rows: readonly Pick<AreaRow, 'reason'>[]): string | null {
  const counted = MISSING.map(([code, words]) => ({ words, count: rows.filter(({ reason }) => reason === code).length })).filter(({ count }) => count > 0);
  if (counted.length === 0) return null;
  return `Not drawn: ${counted.map(({ words, count }, index) => `${index === 0 ? plural(count, 'area', 'areas') : count} ${words}`).join(', ')}.`;
}

/** Why there is no funnel to draw; null where there is one. */
export function noFunnelReason(scene: Scene & { readonly evaluation: Evaluation }): string | null {
  const { evaluation, rateKind } = scene;
  if (evaluation.funnel[rateKind] !== null) return null;
  const asked = evaluation.request.benchmark;
  if (asked.kind === 'own-borough') return 'Each area has its own benchmark, so there is no one funnel to draw. Choose the county or one borough as benchmark for a funnel.';
  if (asked.kind === 'value' && asked.of !== rateKind) return `The typed value is a ${asked.of === 'dsr' ? 'standardised' : 'crude'} rate; a funnel of ${rateKind === 'dsr' ? 'standardised' : 'crude'} rates cannot be drawn around it.`;
  return `There is no rate of ${benchmarkWords(scene).title} for this filter to draw a funnel around.`;
}
