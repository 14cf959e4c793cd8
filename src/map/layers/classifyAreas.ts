/** Classes of the areas for every measure: which legend item each area belongs to. Counting comes later. */
import type { Agreement } from '../../model/agreement.ts';
import { breaksFor, classByBreaks } from '../../model/breaks.ts';
import type { HotspotAnswer } from '../../model/hotspots.ts';
import type { MeasureId } from '../../model/measures.ts';
import { REASON } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';
import type { AreaColumns, Evaluation } from '../../model/results.ts';
import { SUPPRESSED } from '../../model/results.ts';
import { COLOUR_TOKENS, DENSITY, DEPRIVATION_QUINTILES } from '../scale/colours.ts';
import type { ColourToken } from '../scale/colours.ts';
import { agreementClasses } from './agreementClasses.ts';
import type { Candidate } from './candidates.ts';
import { NO_DATA, NOT_YET, TOO_FEW, WITHHELD, ZERO, assign, plainClass } from './candidates.ts';
import { hotspotClasses, isHotspotMeasure } from './hotspotClasses.ts';
import type { Classified } from './legend.ts';
import { formatNumber, rangeLabel, sequenceColour } from './ranges.ts';
import { againstBenchmark, byDeprivation, withoutRate } from './rateClasses.ts';

export interface ClassifyInput {
  readonly pack: OpenedPack;
  readonly evaluation: Evaluation | null;
  readonly measure: MeasureId;
  readonly breaks: readonly number[] | null;
  readonly agreement: Agreement | null;
  /** Needed by the measures of the hotspot tests alone. */
  readonly hotspots?: HotspotAnswer | null;
}

/**
 * Classes in legend order (highest first, then none recorded, too few, withheld, no data) and each area's place among
 * them. Real classes are always listed, so that a legend does not jump while filtering; the others only where
 * an area of the county needs them. Without an evaluation, measures that need one give "no data" everywhere.
 */
export function classifyAreas(input: ClassifyInput): Classified {
  const { pack, measure, evaluation } = input;
  const areaCount = pack.areas.code.length;
  if (measure === 'none') return assign([plainClass('area', 'Area (LSOA)', 'plain')], areaCount, () => 'area');
  if (measure === 'imd') return deprivation(pack, 5);
  if (measure === 'imd-decile') return deprivation(pack, 10);
  if (measure === 'density') return density(pack);
  if (measure === 'agreement') return agreementClasses(input.agreement, pack);
  if (isHotspotMeasure(measure)) return hotspotClasses(input.hotspots ?? null, measure, pack);
  if (!evaluation) return assign([NOT_YET], areaCount, () => 'no-data');
  const columns = evaluation.areas;
  if (measure === 'count') return counts(columns, areaCount, input);
  if (measure === 'count-quintile') return countQuintiles(columns, areaCount);
  if (measure === 'rate' || measure === 'dsr') return values(columns, areaCount, measure, input);
  if (measure === 'class-by-imd') return byDeprivation(pack, evaluation, pack.manifest.dataSets.find(({ id }) => id === evaluation.request.dataSet) ?? null);
  return againstBenchmark(columns, areaCount, measure === 'dsr-class' ? 'dsr' : 'rate');
}

function deprivation(pack: OpenedPack, groups: 5 | 10): Classified {
  const items = Array.from({ length: groups }, (_, index) => {
    const end = index === 0 ? ' (most deprived)' : index === groups - 1 ? ' (least deprived)' : '';
    const colour: ColourToken = groups === 5 ? DEPRIVATION_QUINTILES[index] ?? 'no-data' : DECILES[index] ?? 'no-data';
    return plainClass(`imd-${index + 1}`, `${index + 1}${end}`, colour);
  });
  return assign([...items, NO_DATA], pack.areas.code.length, (area) => {
    const decile = pack.areas.imdDecile[area] ?? Number.NaN;
    if (!(decile >= 1 && decile <= 10)) return 'no-data';
    return `imd-${groups === 10 ? decile : Math.ceil(decile / 2)}`;
  });
}
const DECILES = COLOUR_TOKENS.filter((token) => token.startsWith('deprivation-'));

function density(pack: OpenedPack): Classified {
  const { edges, quintile } = pack.density;
  const items = Array.from({ length: 5 }, (_, index) => 4 - index).map((index) =>
    plainClass(`density-${index + 1}`, edges.length === 4 ? rangeLabel(edges.map(Math.round), index, false) : `Fifth ${index + 1}`, DENSITY[index] ?? 'no-data'));
  return assign([...items, NO_DATA], pack.areas.code.length, (area) => {
    const group = quintile[area] ?? 0;
    return group >= 1 && group <= 5 ? `density-${group}` : 'no-data';
  });
}

function steps(breaks: readonly number[], whole: boolean): Candidate[] {
  const classes = breaks.length + 1;
  return Array.from({ length: classes }, (_, index) => classes - 1 - index)
    .map((index) => plainClass(`step-${index + 1}`, rangeLabel(breaks, index, whole), sequenceColour(index, classes)));
}

function counts(columns: AreaColumns, areaCount: number, input: ClassifyInput): Classified {
  const shown = columns.count.map((count) => (count === SUPPRESSED ? 0 : count));
  const breaks = input.breaks ?? breaksFor(shown, 5);
  return assign([...steps(breaks, true), ZERO, WITHHELD, NO_DATA], areaCount, (area) => {
    if (columns.rateReason[area] === REASON.notCovered) return 'no-data';
    const count = columns.count[area] ?? 0;
    if (count === SUPPRESSED) return 'withheld';
    return count === 0 ? 'zero' : `step-${classByBreaks(count, breaks) + 1}`;
  });
}

function countQuintiles(columns: AreaColumns, areaCount: number): Classified {
  const shown = Array.from(columns.count, (count) => count > 0 && count !== SUPPRESSED);
  const items = [5, 4, 3, 2, 1].map((quintile) => {
    const held = Array.from(columns.count).filter((_, area) => shown[area] === true && columns.countQuintile[area] === quintile);
    return plainClass(`quintile-${quintile}`, quintileLabel(quintile, held), sequenceColour(quintile - 1, 5));
  });
  return assign([...items, ZERO, WITHHELD, NO_DATA], areaCount, (area) => {
    if (columns.rateReason[area] === REASON.notCovered) return 'no-data';
    const count = columns.count[area] ?? 0;
    if (count === SUPPRESSED) return 'withheld';
    if (count === 0) return 'zero';
    const quintile = columns.countQuintile[area] ?? 0;
    return quintile >= 1 && quintile <= 5 ? `quintile-${quintile}` : 'no-data';
  });
}

function quintileLabel(quintile: number, held: readonly number[]): string {
  const name = quintile === 5 ? '5 (highest)' : quintile === 1 ? '1 (lowest)' : String(quintile);
  if (held.length === 0) return `${name}: no areas`;
  const low = held.reduce((a, b) => Math.min(a, b));
  const high = held.reduce((a, b) => Math.max(a, b));
  return low === high ? `${name}: ${formatNumber(low)}` : `${name}: ${formatNumber(low)} to ${formatNumber(high)}`;
}

/** Zero events is a known value of a rate, though too few for limits: it keeps a class of its own. */
function values(columns: AreaColumns, areaCount: number, kind: 'rate' | 'dsr', input: ClassifyInput): Classified {
  const given = kind === 'dsr' ? columns.dsr : columns.rate;
  const breaks = input.breaks ?? breaksFor(given, 5);
  return assign([...steps(breaks, false), ZERO, TOO_FEW, WITHHELD, NO_DATA], areaCount, (area) => {
    const missing = withoutRate(columns, kind, area);
    if (missing === 'no-data') return missing;
    if (columns.count[area] === 0) return 'zero';
    if (missing) return missing;
    const value = given[area] ?? Number.NaN;
    if (!Number.isFinite(value)) return 'no-data';
    return value === 0 ? 'zero' : `step-${classByBreaks(value, breaks) + 1}`;
  });
}
