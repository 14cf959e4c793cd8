import { createHash } from 'node:crypto';
import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import type { Polygon } from 'geojson';
import type { ByteRange, ByteSource } from '../../../src/files/byteSource.ts';
import { encodeCells } from '../../../src/files/cellsFormat.ts';
import { encodeFlatGeobuf } from '../../../src/files/flatgeobufWriter.ts';
import { AREA_COLUMNS, PART_COLUMN, PLACE_COLUMNS } from '../../../src/files/packColumns.ts';
import { encodeAreas, encodePlaces, encodePopulation } from '../../../src/files/packFiles.ts';
import type { RecordColumns } from '../../../src/model/cells.ts';
import { type DataSetEntry, type Manifest, PACK_VERSION, PARTITIONED_PACK_VERSION, type PartEntry } from '../../../src/model/manifest.ts';
import { AGE_BAND_COUNT, AGE_BANDS } from '../../../src/model/vocabulary.ts';
import { cellShape, packRecords } from '../../../src/tables/packRecords.ts';
import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { randomScene } from '../aggregation/scene.ts';
import { seededRandom } from '../tables/seededRandom.ts';
import { PACK_PATH, sourceOf, type PackFiles } from './memoryPack.ts';

export const PARTS = ['east', 'north', 'west'] as const;
const TITLES = ['Eastshire', 'Northshire', 'Westshire'];
const ROWS = 3000;
const AREAS = 14;
const PLACES = [['h1', 'east'], ['h2', ''], ['airport', 'west'], ['nowhere', '']] as const;

/** The part of an area number: mixed up among the codes, as forces are among England's. */
const partOf = (area: number): number => [0, 1, 2, 1, 0, 2, 2, 0, 1, 1, 2, 0, 0, 1][area] ?? 0;
/** A column of squares, of which neighbours touch: boxes of the parts overlap. */
const square = (area: number): Polygon => ({ type: 'Polygon', coordinates: [[[area % 5, area / 5], [(area % 5) + 1, area / 5], [(area % 5) + 1, area / 5 + 1], [area % 5, area / 5 + 1], [area % 5, area / 5]]] });

/** The same random records as a pack in three parts, and as one pack that is opened whole. */
export function partedPack(seed = 1) {
  const { input: scene, records } = randomScene(seededRandom(seed), { rows: ROWS, areas: AREAS, kinds: 3, months: 24, hours: true, age: true, victims: true, dirty: false });
  const entry: DataSetEntry = { ...scene.entry, fields: { ...scene.entry.fields, subgroup: true }, account: { read: ROWS, kept: ROWS, setAside: [] }, cells: 'records/random/{part}.cells', table: 'records/random/{part}.parquet' };
  const input = { ...scene, entry };
  const ofPart = PARTS.map((_, part) => input.areas.code.map((_code, area) => area).filter((area) => partOf(area) === part));
  const rowsOfPart = PARTS.map((_, part) => rowsIn(records, part));
  const files: PackFiles = new Map([
    ['areas.fgb', partedAreas(input)],
    ['places.fgb', partedPlaces()],
    ['population.parquet', partedPopulation(input, ofPart)],
    ...PARTS.map((id, part): [string, Uint8Array] => [`records/random/${id}.cells`, encodeCells(packRecords(only(records, rowsOfPart[part] ?? [], ofPart[part] ?? []), cellShape((ofPart[part] ?? []).map((area) => input.areas.code[area] ?? ''), entry)))]),
  ]);
  const perYear = input.population.years.length * AGE_BAND_COUNT;
  let first = 0;
  const parts: PartEntry[] = PARTS.map((id, part) => {
    const areas = ofPart[part] ?? [];
    const rows = areas.length * perYear;
    const read = rowsOfPart[part]?.length ?? 0;
    first += rows;
    return { id, title: TITLES[part] ?? '', box: boxOf(areas), areas: areas.length, population: { first: first - rows, rows }, accounts: { random: { read, kept: read, setAside: [] } } };
  });
  const manifest = manifestFor(input, files, { version: PARTITIONED_PACK_VERSION, partitions: { by: 'police-force', parts, opens: 'north' } });
  files.set('manifest.json', jsonBytes(manifest));
  return { files, input, records, manifest, ofPart, rowsOfPart, whole: wholePack(input) };
}

function wholePack(scene: AggregationInput): PackFiles {
  const entry = { ...scene.entry, cells: 'records/random.cells', table: 'records/random.parquet' };
  const files: PackFiles = new Map([
    ['areas.fgb', encodeAreas(scene.areas, scene.areas.code.map((_, area) => square(area)))],
    ['places.fgb', encodePlaces({ type: 'FeatureCollection', features: PLACES.map(([id], i) => ({ type: 'Feature', geometry: square(i), properties: { kind: 'hub', id, title: id, borough: '', rank: 0, approximate: true, profile: null } })) })],
    ['population.parquet', encodePopulation(scene.areas.code, scene.population)],
    [entry.cells, encodeCells(scene.cells)],
  ]);
  files.set('manifest.json', jsonBytes(manifestFor({ ...scene, entry }, files, { version: PACK_VERSION })));
  return files;
}

/** Rows of a part: those of its areas; those without an area by their offence, so that its victims stay together. */
function rowsIn({ area, reference }: RecordColumns, part: number): number[] {
  return Array.from(area, (number, row) => (number >= 0 ? partOf(number) : (reference?.[row] ?? row) % PARTS.length) === part ? row : -1).filter((row) => row >= 0);
}

function only(records: RecordColumns, rows: readonly number[], areas: readonly number[]): RecordColumns {
  const chosen = new Set(rows);
  const taken = <Column extends { filter(keep: (value: number, row: number) => boolean): Column }>(column: Column): Column => column.filter((_, row) => chosen.has(row));
  return {
    area: taken(records.area).map((number) => (number >= 0 ? areas.indexOf(number) : number)), sourceCode: rows.map(() => ''), kind: taken(records.kind), month: taken(records.month),
    weekdayHour: records.weekdayHour && taken(records.weekdayHour), day: null, age: records.age && taken(records.age), sex: records.sex && taken(records.sex), flags: records.flags && taken(records.flags),
    reference: records.reference && taken(records.reference), longitude: null, latitude: null,
  };
}

function partedAreas({ areas }: AggregationInput): Uint8Array {
  return encodeFlatGeobuf({
    name: 'areas', columns: [...AREA_COLUMNS, PART_COLUMN],
    features: areas.code.map((code, i) => ({ geometry: square(i), properties: {
      code, name: areas.name[i], borough: areas.borough[i], ward: areas.ward[i], ward_id: areas.wardId[i], hub: areas.hub[i], imd_rank: areas.imdRank[i], imd_decile: areas.imdDecile[i],
      area_km2: areas.areaKm2[i], residents: areas.residents[i], longitude: areas.longitude[i], latitude: areas.latitude[i], nte_hotspot: areas.nteHotspot[i], part: PARTS[partOf(i)],
    } })),
  });
}

function partedPlaces(): Uint8Array {
  return encodeFlatGeobuf({ name: 'places', columns: [...PLACE_COLUMNS, PART_COLUMN], features: PLACES.map(([id, part], i) => ({ geometry: square(i), properties: { kind: 'hub', id, title: id, borough: '', rank: 0, approximate: true, profile: null, part } })) });
}

function partedPopulation({ areas, population }: AggregationInput, ofPart: readonly (readonly number[])[]): Uint8Array {
  const rows = ofPart.flatMap((numbers) => population.years.flatMap((year, y) => numbers.flatMap((area) => AGE_BANDS.map((band, b) => ({ area: areas.code[area] ?? '', year, band, persons: population.persons[(y * population.areas + area) * AGE_BAND_COUNT + b] ?? Number.NaN })))));
  const writer = new ByteWriter();
  void parquetWrite({
    writer, rowGroupSize: ofPart.map((numbers) => numbers.length * population.years.length * AGE_BAND_COUNT),
    columnData: [{ name: 'area', data: rows.map(({ area }) => area), type: 'STRING' }, { name: 'year', data: rows.map(({ year }) => year), type: 'INT32' }, { name: 'age_band', data: rows.map(({ band }) => band), type: 'STRING' }, { name: 'persons', data: rows.map(({ persons }) => persons), type: 'DOUBLE' }],
  });
  return writer.getBytes();
}

function boxOf(areas: readonly number[]): PartEntry['box'] {
  const corners = areas.flatMap((area) => square(area).coordinates.flat());
  const [x, y] = [corners.map(([one = 0]) => one), corners.map(([, one = 0]) => one)];
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}

export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function manifestFor(input: AggregationInput & { readonly entry: DataSetEntry }, files: PackFiles, change: Pick<Manifest, 'version' | 'partitions'>): Manifest {
  return {
    area: { id: 'tiny', title: 'Tiny country' }, benchmark: 'Tiny country', lsoaVintage: '2011', imd: { edition: '2019', title: 'IMD 2019' }, densityEdges: null, demonstration: true, seed: 1, built: '2024-01-01T00:00:00Z',
    sources: [], population: { years: input.population.years, basis: 'Random.' }, dataSets: [input.entry], opens: 'random',
    jumps: [{ title: 'Second square', box: [1.4, 0.4, 1.6, 0.6] }, { title: 'Elsewhere', box: [80, 80, 81, 81] }],
    files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })), notes: [], ...change,
  };
}

export type Asked = { readonly file: string } & (ByteRange | { readonly whole: true });

/** Sources that write down what is asked of them. */
export function watched(files: PackFiles, asked: Asked[] = []): { readonly open: (path: string) => ByteSource; readonly asked: Asked[] } {
  const open = sourceOf(files);
  return {
    asked,
    open: (path) => {
      const source = open(path);
      const file = path.replace(`${PACK_PATH}/`, '');
      return {
        name: source.name,
        read: (options) => {
          asked.push({ file, whole: true });
          return source.read(options);
        },
        ...(source.readRange ? { readRange: (range: ByteRange, options?: Parameters<ByteSource['read']>[0]) => {
          asked.push({ file, ...range });
          return source.readRange?.(range, options) ?? Promise.reject(new Error('no ranges'));
        } } : {}),
      };
    },
  };
}
