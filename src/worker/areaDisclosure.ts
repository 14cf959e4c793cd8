import { REASON } from '../model/measures.ts';
import { NO_PACE, SUPPRESSED, type AreaColumns, type Evaluation } from '../model/results.ts';
import { areasByPlace, type ChosenAreas } from '../aggregation/chosenAreas.ts';
import { quantileClasses } from '../statistics/quantileClasses.ts';
import { AREA_PLACE_KINDS, type PlaceIndex } from '../tables/placeIndex.ts';
import { countGuard } from './countGuard.ts';
import { besideWhole, leavesLittleOut, rangesBesideWhole, type LeftOut } from './leftOutMonths.ts';
import { hiddenInGroups, isSmall } from './smallCounts.ts';
import type { SumGuard } from './sumGuard.ts';

/** Where the areas lie, which of them are chosen, and which the data set covers. */
export interface AreaGroups {
  readonly places: PlaceIndex;
  readonly chosen: ChosenAreas;
  readonly covered: Uint8Array;
  /** Chosen areas by IMD decile; empty where no rates by decile are shown. */
  readonly deciles: readonly (readonly number[])[];
  /** Areas of further sums that may be asked for. */
  readonly further: readonly (readonly number[])[];
  /** Events of the months that the selection leaves out; null where it leaves none out. */
  readonly leftOut: LeftOut | null;
}

/** Hides areas in place, and tells which sums of areas may be shown beside those hidden: counts and victims alike. */
export function guardAreas({ areas, county }: Pick<Evaluation, 'areas' | 'county'>, threshold: number, { places, chosen, covered, deciles, further, leftOut }: AreaGroups): SumGuard {
  const open = { counts: areas.count.slice(), victims: areas.victims.slice() };
  const hidden = hideAreas(areas, threshold, { places, covered, leftOut }, county.dsr !== null);
  const inPlace = [...covered.keys()].filter((area) => covered[area] === 1 && chosen.inPlace[area] === 1);
  const all = [...covered.keys()].filter((area) => covered[area] === 1);
  const boroughs = places.borough.ids.map((_, i) => all.filter((area) => places.borough.ofArea[area] === i));
  const sums = { wholes: [all, inPlace, ...further], families: [boroughs, ...AREA_PLACE_KINDS.map((kind) => areasByPlace(kind, places, chosen)), deciles] };
  const guards = (['counts', 'victims'] as const).map((what) => {
    const months = leftOut && leftOut[what];
    const tellsMonths = (members: readonly number[]): boolean => leavesLittleOut(members, months, threshold);
    const secrets = [...sums.wholes, ...sums.families.flat()].filter(tellsMonths);
    const shows = countGuard(open[what], hidden[what], threshold, { ...sums, secrets }, rangesBesideWhole(open[what], hidden[what], months, threshold));
    return (members: readonly number[]): boolean => !tellsMonths(members) && shows(members);
  });
  return (members) => guards.map((shows) => shows(members)).every(Boolean);
}

/** 1 for hidden areas; an area whose count of offences is hidden hides its victims too. */
interface HiddenAreas {
  readonly counts: Uint8Array;
  readonly victims: Uint8Array;
}

/** Hides areas in place and tells which. */
function hideAreas(areas: AreaColumns, threshold: number, { places: { borough }, covered, leftOut }: Pick<AreaGroups, 'places' | 'covered' | 'leftOut'>, hasAge: boolean): HiddenAreas {
  const everywhere = new Uint8Array(areas.count.length);
  const within = (values: Uint32Array, already: Uint8Array): Uint8Array =>
    hiddenInGroups(values, threshold, everywhere, hiddenInGroups(values, threshold, borough.ofArea, already));
  const counts = within(areas.count, besideWhole(areas.count, leftOut && leftOut.counts, threshold));
  const tellMonths = besideWhole(areas.victims, leftOut && leftOut.victims, threshold);
  const victims = within(areas.victims, counts.map((flag, area) => flag | tellMonths[area]!));
  // All that is known of a small count is that it is small: such areas share a rank.
  const ranked = Float64Array.from(areas.count, (count, area) => (covered[area] === 0 ? Number.NaN : isSmall(count, threshold) ? 1 : count));
  areas.countQuintile.set(quantileClasses(ranked, 5));
  counts.forEach((flag, area) => {
    if (flag === 1) hideRate(areas, area);
  });
  victims.forEach((flag, area) => {
    if (flag !== 1) return;
    areas.victims[area] = SUPPRESSED;
    if (hasAge) hideDsr(areas, area);
  });
  return { counts, victims };
}

function hideRate(areas: AreaColumns, area: number): void {
  areas.count[area] = SUPPRESSED;
  areas.monthsNeededRate[area] = NO_PACE;
  for (const column of [areas.rate, areas.rateLower, areas.rateUpper]) column[area] = Number.NaN;
  areas.rateReason[area] = REASON.belowThreshold;
}

function hideDsr(areas: AreaColumns, area: number): void {
  areas.monthsNeededDsr[area] = NO_PACE;
  for (const column of [areas.dsr, areas.dsrLower, areas.dsrUpper]) column[area] = Number.NaN;
  areas.dsrReason[area] = REASON.belowThreshold;
}
