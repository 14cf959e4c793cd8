import { FLAGS } from '../model/vocabulary.ts';
import type { LayerColumn } from './flatgeobufWriter.ts';

/** Column names of every file of a pack. Writers and readers take them from here, so that they cannot differ. */
export const AREA_COLUMNS = [
  { name: 'code', type: 'string' },
  { name: 'name', type: 'string' },
  { name: 'borough', type: 'string' },
  { name: 'ward', type: 'string' },
  { name: 'ward_id', type: 'string' },
  { name: 'hub', type: 'string' },
  { name: 'imd_rank', type: 'int' },
  { name: 'imd_decile', type: 'int' },
  { name: 'area_km2', type: 'double' },
  { name: 'residents', type: 'double' },
  { name: 'longitude', type: 'double' },
  { name: 'latitude', type: 'double' },
  { name: 'nte_hotspot', type: 'string' },
] as const satisfies readonly LayerColumn[];

/** In packs in partitions: the last column of areas and places, the id of the part they are of; '' for a place of several. */
export const PART_COLUMN = { name: 'part', type: 'string' } as const satisfies LayerColumn;

export const PLACE_COLUMNS = [
  { name: 'kind', type: 'string' },
  { name: 'id', type: 'string' },
  { name: 'title', type: 'string' },
  { name: 'borough', type: 'string' },
  { name: 'rank', type: 'int' },
  { name: 'approximate', type: 'bool' },
  { name: 'profile', type: 'json' },
] as const satisfies readonly LayerColumn[];

export const POPULATION_COLUMNS = { area: 'area', year: 'year', ageBand: 'age_band', persons: 'persons' } as const;

export const COUNT_COLUMNS = { lsoa: 'lsoa', ageBand: 'age_band', month: 'month', crimeType: 'crime_type', count: 'count' } as const;

export const RECORD_COLUMNS = {
  /** The pack's area code; for rows outside the county the code elsewhere; null where there is no location. */
  lsoa: 'lsoa',
  /** The code as published, only where it is of another vintage than the pack's. */
  sourceLsoa: 'source_lsoa',
  crimeType: 'crime_type',
  subgroup: 'subgroup',
  /** "YYYY-MM". */
  month: 'month',
  date: 'date',
  /** "mon" to "sun". */
  weekday: 'weekday',
  /** 0 to 23; a time stored as exactly 00:00 is hour 0 with `at_midnight` true. */
  hour: 'hour',
  atMidnight: 'at_midnight',
  /** "0-4" to "90+", null where not known. */
  ageBand: 'age_band',
  /** "female" or "male", null where not recorded. */
  sex: 'sex',
  /** Same number = victims of the same offence. */
  reference: 'reference',
  longitude: 'longitude',
  latitude: 'latitude',
} as const;

/** One boolean column per flag, in the order of FLAGS: "domestic_abuse", ... */
export const FLAG_COLUMNS: readonly string[] = FLAGS.map((flag) => flag.id.replaceAll('-', '_'));
