/**
 * What a pack says of itself (manifest.json). `files/manifestSchema.ts` validates it; both change together,
 * and PACK_VERSION changes with them.
 */
export const PACK_VERSION = 1;
/** Version of a pack in partitions, which programs that know version 1 alone cannot open. */
export const PARTITIONED_PACK_VERSION = 2;

export interface SourceEntry {
  readonly file: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** Where it is published; null where an input was made by this project. */
  readonly address: string | null;
  /** Date of the file as published or read, ISO 8601. */
  readonly date: string | null;
  /** SHA-256 of the bytes read, hexadecimal. */
  readonly sha256: string;
}

/** Which dimensions a data set's records carry. What is false is disabled in the interface, with the reason. */
export interface DataSetFields {
  /** Weekday and hour of day. */
  readonly weekdayHour: boolean;
  readonly subgroup: boolean;
  /** Victim (or patient) age band: needed for directly standardised rates. */
  readonly age: boolean;
  readonly sex: boolean;
  readonly flags: boolean;
}

export interface KindEntry {
  /** Crime type id (model/vocabulary or a data set's own, for health sources). */
  readonly type: string;
  readonly typeTitle: string;
  /** Offence subgroup id; null where the source has none. */
  readonly subgroup: string | null;
  readonly subgroupTitle: string | null;
  /** False for incidents that are not recorded crime (ASB): left out of totals unless chosen. */
  readonly crime: boolean;
}

export interface SetAside {
  /** Named reason, e.g. "No location", "Outside the county", "Outside the chosen months". */
  readonly reason: string;
  readonly rows: number;
  /** True where the rows stay in the records, without an area (shown on the health line under any filter). */
  readonly inRecords: boolean;
}

export interface RowAccount {
  /** Every row read. read = kept + the sum of setAside. */
  readonly read: number;
  /** Rows with an area of the county. */
  readonly kept: number;
  readonly setAside: readonly SetAside[];
}

/** One input file's share of the account; the parts sum to the data set's account. */
export interface FileAccount extends RowAccount {
  readonly file: string;
  /** LSOA vintage found in the file's codes, by code. "none" when no row had one. */
  readonly vintage: '2011' | '2021' | 'mixed' | 'none';
  readonly sha256: string;
}

export interface DataSetEntry {
  readonly id: string;
  readonly title: string;
  /** What one row is: drives the words in the interface ("offences", "attendances"). */
  readonly unit: 'offences' | 'crimes' | 'attendances' | 'admissions' | 'callouts';
  readonly kind: 'street' | 'police-extract' | 'health-counts' | 'nte-profile';
  /** Months present, ascending, "YYYY-MM". Months not listed are missing, not zero, and carry no person-time. */
  readonly months: readonly string[];
  readonly kinds: readonly KindEntry[];
  readonly fields: DataSetFields;
  /** True where an offence with several victims repeats its reference: counts count offences, DSRs victims. */
  readonly rowsAreVictims: boolean;
  /** Counts from 1 to threshold - 1 are not shown or exported. 0 = no threshold (published open data). */
  readonly disclosureThreshold: number;
  readonly account: RowAccount;
  readonly files: readonly FileAccount[];
  /** What a reader must know before using it: plain sentences. */
  readonly caveats: readonly string[];
  readonly attribution: string;
  /**
   * Paths inside the pack. `cells` is what the engine reads, `table` the open Parquet form. In a pack in partitions
   * PART_IN_PATH stands for the partition's id: there is one file of each for every partition.
   */
  readonly cells: string;
  readonly table: string;
}

export interface FileEntry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface PopulationEntry {
  /** Mid-years held, ascending. Years not held use the nearest held one (the earlier of two equally near). */
  readonly years: readonly number[];
  /** How the figures were made, one sentence for the method line. */
  readonly basis: string;
}

/** Stands in the paths of records for the id of a partition. */
export const PART_IN_PATH = '{part}';

/** One police force of a pack in partitions: what is read of the pack's files when it is opened. */
export interface PartEntry {
  /** Lower-case words with hyphens, e.g. "thames-valley". */
  readonly id: string;
  /** Name of the place as a benchmark would be named, e.g. "Thames Valley". */
  readonly title: string;
  /** [west, south, east, north] of its areas, degrees: the box to ask `areas.fgb` and `places.fgb` for. */
  readonly box: readonly [number, number, number, number];
  /** Number of its areas. `areas.fgb` says of each area which part it is of (column "part"). */
  readonly areas: number;
  /** Its rows of `population.parquet`, which is sorted by part: first row and number of rows, a row group of their own. */
  readonly population: { readonly first: number; readonly rows: number };
  /** Account of its records by data set id; over all parts they sum to the data set's account. */
  readonly accounts: Readonly<Record<string, RowAccount>>;
}

/** How a pack that is too large to be opened whole is cut. Its parts can be opened by themselves or together. */
export interface Partitions {
  readonly by: 'police-force';
  readonly parts: readonly PartEntry[];
  /** Part that opens where the address names none. */
  readonly opens: string;
}

export interface Manifest {
  readonly version: number;
  readonly area: { readonly id: string; readonly title: string };
  /** Name of the benchmark the classes compare with, e.g. "Bedfordshire". */
  readonly benchmark: string;
  readonly lsoaVintage: '2011' | '2021';
  readonly imd: { readonly edition: '2019' | '2025'; readonly title: string };
  /** Published edges of the density quintiles where there are any: persons per km2, ascending, 4 numbers. */
  readonly densityEdges: readonly number[] | null;
  readonly demonstration: boolean;
  /** Seed of the synthetic records; null for real packs. */
  readonly seed: number | null;
  /** ISO 8601 date and time; fixed for demonstration packs so that the same seed gives the same bytes. */
  readonly built: string;
  readonly sources: readonly SourceEntry[];
  readonly population: PopulationEntry;
  readonly dataSets: readonly DataSetEntry[];
  /** Data set that opens first. */
  readonly opens: string;
  /** Ready-made places to jump to: title and bounding box [west, south, east, north]. */
  readonly jumps: readonly { readonly title: string; readonly box: readonly [number, number, number, number] }[];
  readonly files: readonly FileEntry[];
  /** Path of the figures published about the area before, listed in `files`; left out where the pack brings none. */
  readonly published?: string | undefined;
  /** Left out where the pack is opened whole. */
  readonly partitions?: Partitions | undefined;
  readonly notes: readonly string[];
}

/** public/packs/index.json: the packs that can be opened; the first opens by default. */
export interface PackIndex {
  readonly packs: readonly {
    readonly id: string;
    readonly title: string;
    readonly path: string;
    readonly demonstration: boolean;
    /** True for a pack in partitions, of which nothing is read before its manifest; may be left out. */
    readonly partitioned?: boolean | undefined;
  }[];
}
