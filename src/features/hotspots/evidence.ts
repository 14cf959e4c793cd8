import type { HotspotAnswer } from '../../model/hotspots.ts';
import { TESTED_WHY } from '../../model/hotspots.ts';
import type { AreaTable } from '../../model/areas.ts';
import { EMERGING_RANK, isHot } from './titles.ts';

/** What the tests found about one area. NaN where a figure is not given. */
export interface EvidenceRow {
  readonly area: number;
  readonly code: string;
  readonly name: string;
  readonly ward: string;
  /** TESTED_WHY code: 0 where it is tested. */
  readonly why: number;
  /** Events; SUPPRESSED where withheld, NaN where not known. */
  readonly count: number;
  /** What was tested, counts or rates. */
  readonly value: number;
  readonly z: number;
  readonly p: number;
  readonly giClass: number;
  readonly moranClass: number;
  readonly emergingClass: number;
  readonly hotSteps: number;
  readonly higher: number;
  readonly classed: number;
  readonly ratio: number;
  readonly ratioLower: number;
  readonly ratioUpper: number;
  readonly changeClass: number;
  readonly survives: number;
  readonly unitsTested: number;
}

const at = (column: ArrayLike<number>, area: number): number => column[area] ?? Number.NaN;

/**
 * A row per area of the chosen places, in the order of the areas.
 * @param counts events by area of the same filter; null where they are not at hand, then those tested stand for them if counts were tested.
 */
export function evidenceRows(answer: HotspotAnswer, areas: AreaTable, counts: ArrayLike<number> | null): EvidenceRow[] {
  const { columns, request: { settings } } = answer;
  return [...areas.code.keys()].filter((area) => columns.testedWhy[area] !== TESTED_WHY.outsidePlaces).map((area) => ({
    area, code: areas.code[area] ?? '', name: areas.name[area] ?? '', ward: areas.ward[area] ?? '', why: at(columns.testedWhy, area),
    count: counts === null ? (settings.value === 'count' ? at(columns.value, area) : Number.NaN) : at(counts, area),
    value: at(columns.value, area), z: at(columns.giStar, area), p: at(settings.correction === 'fdr' ? columns.giStarAdjustedP : columns.giStarP, area),
    giClass: at(columns.giStarClass, area), moranClass: at(columns.moranClass, area), emergingClass: at(columns.emergingClass, area), hotSteps: at(columns.hotSteps, area),
    higher: at(columns.higherSteps, area), classed: at(columns.classedSteps, area),
    ratio: at(columns.ratio, area), ratioLower: at(columns.ratioLower, area), ratioUpper: at(columns.ratioUpper, area), changeClass: at(columns.changeClass, area),
    survives: at(columns.survives, area), unitsTested: at(columns.unitsTested, area),
  }));
}

export type SortColumn = 'name' | 'count' | 'giStar' | 'moran' | 'emerging' | 'persistence' | 'change' | 'survives';
export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}
export const FIRST_SORT: Sort = { column: 'giStar', descending: true };

export interface Listing {
  readonly hotOnly: boolean;
  /** Part of a name, ward or code. */
  readonly find: string;
}

/** The rows listed, sorted. Those without the figure sorted by come last whichever way it runs; equal ones by Gi*, then by code. */
export function listed(rows: readonly EvidenceRow[], { column, descending }: Sort, { hotOnly, find }: Listing): EvidenceRow[] {
  const wanted = find.trim().toLocaleLowerCase('en-GB');
  const kept = rows.filter((row) => (!hotOnly || isHot(row.giClass)) && (wanted === '' || `${row.name} ${row.ward} ${row.code}`.toLocaleLowerCase('en-GB').includes(wanted)));
  const way = descending ? -1 : 1;
  return kept.toSorted((a, b) => {
    const first = column === 'name' ? way * NAMES.compare(a.name, b.name) : ordered(figureOf(a, column), figureOf(b, column), way);
    return first || ordered(a.z, b.z, -1) || NAMES.compare(a.code, b.code);
  });
}

const NAMES = new Intl.Collator('en-GB', { numeric: true });

function ordered(a: number, b: number, way: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return way * Math.sign(a - b);
}

/** More is listed first when descending. */
function figureOf(row: EvidenceRow, column: Exclude<SortColumn, 'name'>): number {
  switch (column) {
    case 'count': return row.count >= 0xffffffff ? Number.NaN : row.count;
    case 'giStar': return row.z;
    case 'moran': return row.moranClass === 0 ? Number.NaN : (MORAN_RANK[row.moranClass] ?? Number.NaN);
    case 'emerging': return row.emergingClass === 0 ? Number.NaN : -EMERGING_RANK.indexOf(row.emergingClass);
    case 'persistence': return row.classed > 0 ? row.higher / row.classed : Number.NaN;
    case 'change': return row.ratio;
    default: return row.unitsTested > 0 ? row.survives / row.unitsTested + row.survives / 1e6 : Number.NaN;
  }
}

/** High among high, high among low, not significant, low among high, low among low. */
const MORAN_RANK: readonly number[] = [Number.NaN, 2, 4, 0, 3, 1];
