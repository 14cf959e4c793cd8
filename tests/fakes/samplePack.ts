import type { AreaTable, PlaceProperties } from '../../src/model/areas.ts';
import type { DataSetEntry, KindEntry } from '../../src/model/manifest.ts';
import { formatMonth, monthRange, parseMonth } from '../../src/model/months.ts';
import type { OpenedPack } from '../../src/model/pack.ts';
import { CRIME_TYPES, OFFENCE_SUBGROUPS } from '../../src/model/vocabulary.ts';

/** A made-up pack of five areas, two boroughs and two data sets: small enough to read, complete enough for the store. */

export function months(from: string, to: string): string[] {
  return monthRange(parseMonth(from) ?? 0, parseMonth(to) ?? -1).map(formatMonth);
}

const streetKinds: readonly KindEntry[] = CRIME_TYPES.map(({ id, title, crime }) => ({ type: id, typeTitle: title, subgroup: null, subgroupTitle: null, crime }));
const violence = { type: 'violence-and-sexual-offences', typeTitle: 'Violence and sexual offences', crime: true };
const policeKinds: readonly KindEntry[] = OFFENCE_SUBGROUPS.map(({ id, title }) => ({ ...violence, subgroup: id, subgroupTitle: title }));

function dataSet(change: Partial<DataSetEntry>): DataSetEntry {
  return {
    id: 'street', title: 'Street crime', unit: 'crimes', kind: 'street', months: months('2021-05', '2023-12'), kinds: streetKinds,
    fields: { weekdayHour: false, subgroup: false, age: false, sex: false, flags: false }, rowsAreVictims: false, disclosureThreshold: 0,
    account: { read: 100, kept: 95, setAside: [{ reason: 'No location', rows: 5, inRecords: true }] }, files: [], caveats: ['Points are snapped.'],
    attribution: 'Made up', cells: 'records/street.cells', table: 'records/street.parquet', ...change,
  };
}

export const STREET = dataSet({});
export const POLICE = dataSet({
  id: 'police-recorded', title: 'Police recorded violence', unit: 'offences', kind: 'police-extract', months: months('2019-01', '2023-12'), kinds: policeKinds,
  fields: { weekdayHour: true, subgroup: true, age: true, sex: true, flags: true }, rowsAreVictims: true,
});

const places: readonly Partial<PlaceProperties>[] = [
  { kind: 'borough', id: 'E06000032', title: 'Luton' },
  { kind: 'borough', id: 'E06000055', title: 'Bedford' },
  { kind: 'ward', id: 'luton--south', title: 'South', borough: 'E06000032' },
  { kind: 'hub', id: 'luton-south', title: 'Luton South', approximate: true },
  { kind: 'nte-hotspot', id: 'luton', title: 'Luton town centre', approximate: true },
];

const AREAS: AreaTable = {
  code: ['E01000001', 'E01000002', 'E01000003', 'E01000004', 'E01000005'],
  name: ['Luton 001A', 'Luton 001B', 'Luton 002A', 'Bedford 001A', 'Bedford 001B'],
  borough: ['E06000032', 'E06000032', 'E06000032', 'E06000055', 'E06000055'],
  ward: ['South', 'South', 'North', 'Castle', 'Castle'],
  wardId: ['luton--south', 'luton--south', 'luton--north', 'bedford--castle', 'bedford--castle'],
  hub: ['luton-south', 'luton-south', '', '', ''],
  imdRank: Float64Array.of(100, 2000, 15000, 20000, 32000),
  imdDecile: Float64Array.of(1, 1, 5, 7, 10),
  areaKm2: Float64Array.of(0.5, 0.6, 1, 4, 20),
  residents: Float64Array.of(1500, 1600, 1700, 1800, 1900),
  longitude: Float64Array.of(-0.42, -0.41, -0.4, -0.47, -0.46),
  latitude: Float64Array.of(51.88, 51.89, 51.9, 52.13, 52.14),
  nteHotspot: ['luton', '', '', '', ''],
};

export function samplePack(change: { readonly id?: string; readonly demonstration?: boolean } = {}): OpenedPack {
  const id = change.id ?? 'bedfordshire';
  return {
    id,
    published: null,
    manifest: {
      version: 1, area: { id, title: 'Bedfordshire' }, benchmark: 'Bedfordshire', lsoaVintage: '2011', imd: { edition: '2019', title: 'IMD 2019' }, densityEdges: null,
      demonstration: change.demonstration ?? true, seed: 1, built: '2024-01-01T00:00:00Z', sources: [], population: { years: [2019], basis: 'Made up.' },
      dataSets: [POLICE, STREET], opens: 'police-recorded', jumps: [], files: [], notes: [],
    },
    areas: AREAS,
    shapes: { type: 'FeatureCollection', features: [] },
    places: {
      type: 'FeatureCollection',
      features: places.map((properties) => ({
        type: 'Feature', geometry: { type: 'Point', coordinates: [0, 52] },
        properties: { kind: 'borough', id: '', title: '', borough: '', rank: 0, approximate: false, profile: null, ...properties },
      })),
    },
    density: { edges: [1000, 2000, 3000, 4000], quintile: Uint8Array.of(3, 3, 2, 1, 1), perKm2: Float64Array.of(3000, 2667, 1700, 450, 95) },
  };
}
