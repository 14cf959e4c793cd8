import { CHANGE_CLASS, type Correction, type HotspotRequest, type MonthSpan } from '../model/hotspots.ts';
import type { Confidence } from '../model/measures.ts';
import { SUPPRESSED } from '../model/results.ts';
import { rateChanges, type ChangeClass, type Period } from '../statistics/rateChange.ts';
import type { HotspotInput } from './input.ts';

/** Ratio of the later period's rate to the earlier one's, by area; NaN where there is none. */
export interface ChangeColumns {
  readonly ratio: Float64Array;
  readonly ratioLower: Float64Array;
  readonly ratioUpper: Float64Array;
  readonly ratioAdjustedP: Float64Array;
  /** CHANGE_CLASS codes. */
  readonly changeClass: Uint8Array;
}

/** Confidence of limits; under FDR they are drawn at 95%. */
export const LIMIT_LEVEL: Readonly<Record<Confidence, number>> = { 95: 0.95, 99.8: 0.998, fdr: 0.95 };
/** Fewer events than this in both periods together say nothing of a change. */
const LEAST_EVENTS = 10;
const CODES: Readonly<Record<ChangeClass, number>> = { lower: CHANGE_CLASS.lower, similar: CHANGE_CLASS.similar, higher: CHANGE_CLASS.higher };

/** Without two periods to compare. */
export function noChange(areas: number): ChangeColumns {
  const nan = (): Float64Array => new Float64Array(areas).fill(Number.NaN);
  return { ratio: nan(), ratioLower: nan(), ratioUpper: nan(), ratioAdjustedP: nan(), changeClass: new Uint8Array(areas) };
}

/**
 * Rate ratios with exact limits, of tested areas with at least 10 events in the two periods together. Classes by the
 * adjusted p, or without correction by the limits. An area whose count is withheld in either period is not tested.
 */
export function changeColumns(request: HotspotRequest, input: HotspotInput, spans: { readonly before: MonthSpan; readonly after: MonthSpan }, tested: Uint8Array): ChangeColumns {
  const [earlier, later] = [periodOf(request, input, spans.before, tested), periodOf(request, input, spans.after, tested)];
  const together = earlier.events.map((count, area) => count + (later.events[area] ?? Number.NaN));
  const few = together.map((count) => (count < LEAST_EVENTS ? 1 : 0));
  const enough = (period: CountedPeriod): Period => ({ ...period, events: period.events.map((count, area) => (few[area] === 1 ? Number.NaN : count)) });
  const found = rateChanges(enough(earlier), enough(later), { confidence: LIMIT_LEVEL[request.confidence] });
  const classes = classesOf(found, request.settings.correction);
  return {
    ratio: found.ratios, ratioLower: found.lower, ratioUpper: found.upper, ratioAdjustedP: found.adjusted,
    changeClass: few.reduce((codes, one, area) => {
      const name = classes[area] ?? null;
      codes[area] = one === 1 ? CHANGE_CLASS.fewerThan10 : name === null ? CHANGE_CLASS.notTested : CODES[name];
      return codes;
    }, new Uint8Array(tested.length)),
  };
}

function classesOf(found: ReturnType<typeof rateChanges>, correction: Correction): readonly (ChangeClass | null)[] {
  return correction === 'fdr' ? found.classesAfterFdr : found.classes;
}

interface CountedPeriod extends Period {
  readonly events: Float64Array;
}

function periodOf(request: HotspotRequest, input: HotspotInput, period: MonthSpan, tested: Uint8Array): CountedPeriod {
  const { confidence, benchmark, selection } = request;
  const { areas } = input.evaluate(request.dataSet, { ...selection, period }, { confidence, benchmark });
  return {
    events: Float64Array.from(areas.count, (count, area) => (tested[area] === 1 && count !== SUPPRESSED ? count : Number.NaN)),
    personYears: areas.personYears,
  };
}
