import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeCells, encodeCells } from '../../../src/files/cellsFormat.ts';
import { parseManifest } from '../../../src/files/manifestSchema.ts';
import { parseJson } from '../../../src/files/text.ts';
import { decodeAreas, decodeCounts, decodePlaces, decodePopulation, decodeRecords } from '../../../src/files/packFiles.ts';
import type { AreaTable, Places, PopulationTable } from '../../../src/model/areas.ts';
import type { DataSetEntry, Manifest } from '../../../src/model/manifest.ts';
import { cellShape, packRecords } from '../../../src/tables/packRecords.ts';
import { valueOf } from '../../problem.ts';
import { EXACT, section } from './figure.ts';
import type { Figure } from './figure.ts';
import { expandRows } from './rows.ts';
import type { Rows } from './rows.ts';

/** A pack as it stands on the disk. */
export interface ReadPack {
  readonly manifest: Manifest;
  readonly areas: AreaTable;
  readonly places: Places;
  readonly population: PopulationTable;
  readonly dataSets: ReadonlyMap<string, { readonly entry: DataSetEntry; readonly rows: Rows }>;
  /** Findings about the files themselves. */
  readonly files: readonly Figure[];
}

/** Reads every file of a pack. Throws a BuildProblem for one that is missing or damaged. */
export async function readPack(folder: string): Promise<ReadPack> {
  const read = (path: string): Promise<Uint8Array> => readFile(join(folder, path));
  const manifestPath = join(folder, 'manifest.json');
  const manifest = valueOf(parseManifest(valueOf(parseJson(await readFile(manifestPath), manifestPath)), manifestPath));
  const figure = section('Files');
  const files: Figure[] = [];
  let damaged = 0;
  for (const file of manifest.files) {
    const bytes = await read(file.path);
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256 || bytes.length !== file.bytes) damaged += 1;
  }
  files.push(figure('Files that differ from the manifest\'s checksum', 0, damaged, EXACT));
  const areas = valueOf(await decodeAreas(await read('areas.fgb'))).table;
  const dataSets = new Map<string, { entry: DataSetEntry; rows: Rows }>();
  for (const entry of manifest.dataSets) {
    const bytes = await read(entry.cells);
    const cells = valueOf(decodeCells(bytes, entry.cells));
    const same = await sameAsTable(entry, areas, bytes, await read(entry.table));
    files.push(figure(`${entry.id}: rows`, entry.account.kept + entry.account.setAside.reduce((all, each) => all + (each.inRecords ? each.rows : 0), 0), cells.cell.length, EXACT));
    files.push(figure(`${entry.id}: the open table packs to the same cells (1 = yes)`, 1, same ? 1 : 0, EXACT));
    dataSets.set(entry.id, { entry, rows: expandRows(cells) });
  }
  return {
    manifest, areas, dataSets, files,
    places: valueOf(await decodePlaces(await read('places.fgb'))),
    population: valueOf(await decodePopulation(await read('population.parquet'), areas.code)),
  };
}

/** Packs the open table again and compares byte for byte with the cells on the disk. */
async function sameAsTable(entry: DataSetEntry, areas: AreaTable, cells: Uint8Array, table: Uint8Array): Promise<boolean> {
  const decode = entry.kind === 'health-counts' ? decodeCounts : decodeRecords;
  const records = valueOf(await decode(table, entry.table, areas.code, entry));
  return Buffer.compare(encodeCells(packRecords(records, cellShape(areas.code, entry))), cells) === 0;
}
