import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { valueOf } from '../../../../geodata/problem.ts';
import { buildSyntheticPack, type SyntheticOptions } from '../../../../geodata/synthetic/build.ts';
import { decodeCells } from '../../../../src/files/cellsFormat.ts';
import { parseManifest } from '../../../../src/files/manifestSchema.ts';
import type { Cells } from '../../../../src/model/cells.ts';
import { PART_IN_PATH, type DataSetEntry, type Manifest, type PartEntry } from '../../../../src/model/manifest.ts';
import { temporaryFolder } from '../pack/miniCounty.ts';

/** Four invented forces on an island of some 60 by 50 km: one inside another, as the City of London is. */
const PATTERN = {
  about: 'Invented.',
  forces: [
    { id: 'east', title: 'East', force: 'Eastern Constabulary', centre: [0.2, 52.2], km2: 900, areas: 20, boroughs: 3 },
    { id: 'inner', title: 'Inner', force: 'Inner Police', centre: [-0.3, 52.3], km2: 20, areas: 6, boroughs: 1 },
    { id: 'north', title: 'North', force: 'Northern Police', centre: [-0.1, 52.4], km2: 800, areas: 10, boroughs: 1 },
    { id: 'west', title: 'West', force: 'West Police', centre: [-0.35, 52.15], km2: 900, areas: 24, boroughs: 2 },
  ],
  outline: [[-0.5, 52.05], [0.4, 52.05], [0.45, 52.3], [0, 52.5], [-0.5, 52.45]],
};

export const OUTSIDE = 'Outside England and Wales';
export const AREAS = 60;
export const ROWS = 5000;

export interface BuiltCountry {
  readonly out: string;
  readonly manifest: Manifest;
  readonly entry: DataSetEntry;
  readonly parts: readonly PartEntry[];
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly cellsOf: (part: PartEntry) => Promise<Cells>;
}

/** Builds the pack of the four forces; `options` replace what it is made of. */
export async function buildCountry(options: Partial<SyntheticOptions> = {}): Promise<BuiltCountry> {
  const areasFolder = await temporaryFolder();
  await mkdir(join(areasFolder, 'island'));
  await writeFile(join(areasFolder, 'island', 'forces.json'), JSON.stringify(PATTERN));
  const out = options.out ?? join(await temporaryFolder(), 'packs', 'island');
  await buildSyntheticPack({ areaId: 'island', areasFolder, areas: null, seed: 7, records: { rows: ROWS, months: 13 }, onProgress: () => undefined, ...options, out });
  return openCountry(out);
}

export async function openCountry(out: string): Promise<BuiltCountry> {
  const read = async (path: string): Promise<Uint8Array> => new Uint8Array(await readFile(join(out, path)));
  const manifest = valueOf(parseManifest(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')), 'manifest.json'));
  const [entry] = manifest.dataSets;
  if (!entry || !manifest.partitions) throw new Error('no data set or no partitions');
  const cellsOf = async ({ id }: PartEntry): Promise<Cells> => valueOf(decodeCells(await read(entry.cells.replace(PART_IN_PATH, id)), id));
  return { out, manifest, entry, parts: manifest.partitions.parts, read, cellsOf };
}

/** An answer of DuckDB as JSON rows. */
export async function ask(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
