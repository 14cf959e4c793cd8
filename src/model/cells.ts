/**
 * Records as the engine wants them. Rows are sorted by area slot; within a slot by code, except that the rows
 * of one offence stay together. Slots: 0..areas-1 in AreaTable order, then `areas` = no location,
 * `areas + 1` = outside the county.
 */
export interface Cells {
  readonly areaCodes: readonly string[];
  /** Row offsets: slots + 1 entries. Rows of slot s are offsets[s] .. offsets[s + 1] - 1. */
  readonly offsets: Uint32Array;
  /** (kind * months + month) * weekdayHours + weekdayHour, where month indexes the data set's month list. */
  readonly cell: Uint16Array | Uint32Array;
  /** weekday * 25 + hour slot has 175 values; 1 where the data set has no hours. */
  readonly weekdayHours: 175 | 1;
  readonly months: number;
  readonly kinds: number;
  /** Age band code 0-18, 19 unknown; null where the data set has no age. */
  readonly age: Uint8Array | null;
  /** 0 female, 1 male, 2 not recorded; null where the data set has none. */
  readonly sex: Uint8Array | null;
  /** Bits by FLAGS; null where the data set has none. */
  readonly flags: Uint8Array | null;
  /** 1 where the row is a further victim of the offence of the row before it; null where every row is an offence. */
  readonly repeats: Uint8Array | null;
}

/** What stands in RecordColumns.area for rows without an area of the county. */
export const NO_LOCATION = -1;
export const OUTSIDE_COUNTY = -2;

/** One record before packing, columns of equal length; what CSV readers, the demo generator and Parquet give. */
export interface RecordColumns {
  /** Area number, NO_LOCATION or OUTSIDE_COUNTY. */
  readonly area: Int32Array;
  /** LSOA code as in the source, '' where none (for outside rows: the code elsewhere). */
  readonly sourceCode: readonly string[];
  /** Index into the data set's kinds. */
  readonly kind: Uint8Array;
  /** Index into the data set's months. */
  readonly month: Uint16Array;
  /** weekday * 25 + hour slot; null where unknown to the source. */
  readonly weekdayHour: Uint8Array | null;
  /** Days since 1970-01-01; null where the source has months only. */
  readonly day: Int32Array | null;
  readonly age: Uint8Array | null;
  readonly sex: Uint8Array | null;
  readonly flags: Uint8Array | null;
  /** Number that groups the victims of one offence; null where every row is its own event. */
  readonly reference: Uint32Array | null;
  /** Degrees, NaN where none; null where the source has no points. */
  readonly longitude: Float64Array | null;
  readonly latitude: Float64Array | null;
}
