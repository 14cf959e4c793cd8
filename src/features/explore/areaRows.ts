import { CLASS, type ClassCode, type RateKind, type ReasonCode, REASON } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';
import type { AreaColumns, Evaluation } from '../../model/results.ts';
import { memoise } from '../../store/memoise.ts';

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
}

/** The rate columns of one kind, by area number; see AreaColumns. */
export interface RateColumns {
  readonly value: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly classes: Uint8Array;
  readonly reasons: Uint8Array;
  readonly months: Uint16Array;
  readonly benchmark: Float64Array;
  readonly adjustedP: Float64Array;
}

/**
 * Every area of an answer with the rate of one kind, by area number. A row is made when it is asked for: of a whole
 * country only some are ever on screen, and what needs all areas (order, axis, counts) reads the columns.
 */
export interface AreaRows {
  readonly pack: OpenedPack;
  readonly columns: AreaColumns;
  readonly rate: RateColumns;
  readonly length: number;
  /** The same object each time; undefined where there is no such area. */
  at(area: number): AreaRow | undefined;
  /** Undefined for null and for a code that the pack does not know. */
  of(code: string | null | undefined): AreaRow | undefined;
}

/** Made once for an answer, whoever asks. */
export const areaRows = memoise(rowsOf);

function rowsOf(pack: OpenedPack, evaluation: Evaluation, kind: RateKind): AreaRows {
  const columns = evaluation.areas;
  const rate = rateColumns(columns, kind);
  const { length } = pack.areas.code;
  const made = new Map<number, AreaRow>();
  const at = (area: number): AreaRow | undefined => {
    if (!(area >= 0 && area < length)) return undefined;
    const row = made.get(area) ?? rowOf(pack, evaluation, rate, area);
    made.set(area, row);
    return row;
  };
  return { pack, columns, rate, length, at, of: (code) => (code === null || code === undefined ? undefined : at(areaNumbers(pack.areas.code).get(code) ?? -1)) };
}

/** All rows in the pack's order, for what cannot do without: plots and exports. */
export function allRows(rows: AreaRows): AreaRow[] {
  return Array.from({ length: rows.length }, (_, area) => rows.at(area)).filter((row) => row !== undefined);
}

/** Area numbers by code, made once for a pack. */
const areaNumbers = memoise((codes: readonly string[]): ReadonlyMap<string, number> => new Map(codes.map((code, area) => [code, area])));

function rowOf({ areas }: OpenedPack, { areas: columns, boroughs }: Evaluation, rate: RateColumns, area: number): AreaRow {
  const covered = columns.rateReason[area] !== REASON.notCovered;
  const borough = areas.borough[area] ?? '';
  return {
    area,
    code: areas.code[area] ?? '',
    name: areas.name[area] ?? areas.code[area] ?? '',
    ward: areas.ward[area] ?? '',
    borough,
    count: covered ? columns.count[area] ?? 0 : Number.NaN,
    victims: covered ? columns.victims[area] ?? 0 : Number.NaN,
    value: rate.value[area] ?? Number.NaN,
    lower: rate.lower[area] ?? Number.NaN,
    upper: rate.upper[area] ?? Number.NaN,
    classCode: classAt(rate.classes, area),
    reason: reasonAt(rate.reasons, area),
    monthsNeeded: rate.months[area] ?? 0,
    personYears: columns.personYears[area] ?? Number.NaN,
    benchmark: rate.benchmark[area] ?? Number.NaN,
    adjustedP: rate.adjustedP[area] ?? Number.NaN,
    boroughCount: covered ? boroughs[borough]?.count ?? Number.NaN : Number.NaN,
    inPlace: columns.inPlace[area] === 1,
  };
}

function rateColumns(columns: AreaColumns, kind: RateKind): RateColumns {
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

/** 1 for the highest of the values, ties share the better rank; null where the area's own is not given. */
export function rankOf(values: Float64Array, area: number): number | null {
  const own = values[area] ?? Number.NaN;
  return Number.isFinite(own) ? 1 + values.reduce((higher, value) => higher + (value > own ? 1 : 0), 0) : null;
}
