import { CLASS, type ClassCode, type RateKind, type ReasonCode, REASON } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';
import type { AreaColumns, Evaluation } from '../../model/results.ts';
import { memoise } from '../../store/memoise.ts';
import { isWithheld } from '../../ui/formats.ts';

/** One area as tables, cards and exports show it. NaN where a rate is not given, and for counts where the data set does not cover the area. */
export interface AreaRow {
  readonly area: number;
  readonly code: string;
  readonly name: string;
  readonly ward: string;
  readonly borough: string;
  readonly count: number;
  readonly victims: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly classCode: ClassCode;
  readonly reason: ReasonCode;
  /** Further months until 10 events; 0 enough, NO_PACE none to go by. */
  readonly monthsNeeded: number;
  readonly personYears: number;
  /** What the area is compared with; NaN where there is nothing. */
  readonly benchmark: number;
  /** Benjamini-Hochberg adjusted p-value; NaN without a rate or a benchmark. */
  readonly adjustedP: number;
  /** The count of the whole borough for the same filter; NaN where it is not known. */
  readonly boroughCount: number;
  readonly inPlace: boolean;
  /** 1 = highest rate of the county, ties share the better rank; null where no rate is given. */
  readonly rank: number | null;
}

export type SortColumn = 'name' | 'count' | 'rate';
export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}
export const FIRST_SORT: Sort = { column: 'rate', descending: true };

/** Every area of the pack in its own order, with the rate of one kind. Made once for an answer, whoever asks. */
export const areaRows = memoise(rowsOf);

function rowsOf(pack: OpenedPack, evaluation: Evaluation, kind: RateKind): readonly AreaRow[] {
  const { areas } = pack;
  const columns = evaluation.areas;
  const rate = rateColumns(columns, kind);
  const ranks = ranksOf(rate.value);
  const covered = (area: number): boolean => columns.rateReason[area] !== REASON.notCovered;
  return areas.code.map((code, area) => ({
    area,
    code,
    name: areas.name[area] ?? code,
    ward: areas.ward[area] ?? '',
    borough: areas.borough[area] ?? '',
    count: covered(area) ? columns.count[area] ?? 0 : Number.NaN,
    victims: covered(area) ? columns.victims[area] ?? 0 : Number.NaN,
    value: rate.value[area] ?? Number.NaN,
    lower: rate.lower[area] ?? Number.NaN,
    upper: rate.upper[area] ?? Number.NaN,
    classCode: classAt(rate.classes, area),
    reason: reasonAt(rate.reasons, area),
    monthsNeeded: rate.months[area] ?? 0,
    personYears: columns.personYears[area] ?? Number.NaN,
    benchmark: rate.benchmark[area] ?? Number.NaN,
    adjustedP: rate.adjustedP[area] ?? Number.NaN,
    boroughCount: covered(area) ? evaluation.boroughs[areas.borough[area] ?? '']?.count ?? Number.NaN : Number.NaN,
    inPlace: columns.inPlace[area] === 1,
    rank: ranks[area] ?? null,
  }));
}

function rateColumns(columns: AreaColumns, kind: RateKind) {
  return kind === 'dsr'
    ? { value: columns.dsr, lower: columns.dsrLower, upper: columns.dsrUpper, classes: columns.dsrClass, reasons: columns.dsrReason, months: columns.monthsNeededDsr, benchmark: columns.dsrBenchmark, adjustedP: columns.dsrAdjustedP }
    : { value: columns.rate, lower: columns.rateLower, upper: columns.rateUpper, classes: columns.rateClass, reasons: columns.rateReason, months: columns.monthsNeededRate, benchmark: columns.rateBenchmark, adjustedP: columns.rateAdjustedP };
}

function classAt(classes: Uint8Array, area: number): ClassCode {
  const known = Object.values(CLASS).find((code) => code === classes[area]);
  return known ?? CLASS.noData;
}

function reasonAt(reasons: Uint8Array, area: number): ReasonCode {
  const known = Object.values(REASON).find((code) => code === reasons[area]);
  return known ?? REASON.given;
}

/** Rank 1 for the highest; equal values share the better rank; null for NaN. */
export function ranksOf(values: ArrayLike<number>): (number | null)[] {
  const given = Array.from(values).filter(Number.isFinite).toSorted((a, b) => b - a);
  const rank = new Map<number, number>();
  given.forEach((value, index) => {
    if (!rank.has(value)) rank.set(value, index + 1);
  });
  return Array.from(values, (value) => rank.get(value) ?? null);
}

/**
 * Chosen places first, then the rest of the county; within each by the column. Rates that are not given always
 * stand last (the more events the higher), and withheld counts below every shown one; ties by name.
 */
export function sortRows(rows: readonly AreaRow[], { column, descending }: Sort): AreaRow[] {
  const sign = descending ? -1 : 1;
  const shownCount = ({ count }: AreaRow): number => (isWithheld(count) ? 0.5 : Number.isNaN(count) ? -1 : count);
  const byName = (a: AreaRow, b: AreaRow): number => a.name.localeCompare(b.name, 'en-GB', { numeric: true });
  const compare = (a: AreaRow, b: AreaRow): number => {
    if (column === 'name') return sign * byName(a, b);
    if (column === 'count') return sign * (shownCount(a) - shownCount(b)) || byName(a, b);
    if (Number.isFinite(a.value) !== Number.isFinite(b.value)) return Number.isFinite(a.value) ? -1 : 1;
    const difference = Number.isFinite(a.value) ? sign * (a.value - b.value) : shownCount(b) - shownCount(a);
    return difference || byName(a, b);
  };
  return rows.toSorted((a, b) => Number(b.inPlace) - Number(a.inPlace) || compare(a, b));
}

/** Beyond this share of the upper limits the axis ends: a few town centres would squeeze all other areas into a dot. */
const AXIS_SHARE = 0.95;

/**
 * One axis for every limits bar: from nothing to the upper limit that 95% of the areas stay within, and well past the
 * benchmark. What lies beyond is for the bar to mark.
 */
export function intervalDomain(rows: readonly AreaRow[], benchmark: number): readonly [number, number] {
  const uppers = rows.map(({ upper }) => upper).filter(Number.isFinite).toSorted((a, b) => a - b);
  const most = uppers[Math.ceil(uppers.length * AXIS_SHARE) - 1] ?? 0;
  const end = Math.max(most, Number.isFinite(benchmark) ? benchmark * 1.5 : 0);
  return [0, end > 0 ? end : 1];
}
