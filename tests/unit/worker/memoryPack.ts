import { createHash } from 'node:crypto';
import type { Polygon } from 'geojson';
import { memorySource, type ByteSource } from '../../../src/files/byteSource.ts';
import { encodeCells } from '../../../src/files/cellsFormat.ts';
import { FileError } from '../../../src/files/outcome.ts';
import { encodeAreas, encodePlaces, encodePopulation } from '../../../src/files/packFiles.ts';
import { PACK_VERSION, type DataSetEntry, type Manifest } from '../../../src/model/manifest.ts';
import { AGE_BAND_COUNT } from '../../../src/model/vocabulary.ts';
import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { seededRandom } from '../tables/seededRandom.ts';
import { randomScene } from '../aggregation/scene.ts';

export type PackFiles = Map<string, Uint8Array>;

export const PACK_PATH = 'packs/tiny';

const square = (column: number): Polygon => ({
  type: 'Polygon',
  coordinates: [[[column, 0], [column + 1, 0], [column + 1, 1], [column, 1], [column, 0]]],
});

/** A whole pack in memory, its files made by the writers that the pack builder uses. */
export function memoryPack(seed = 1): { files: PackFiles; input: AggregationInput; manifest: Manifest } {
  const scene = randomScene(seededRandom(seed), { rows: 3000, areas: 12, kinds: 3, months: 24, hours: true, age: true, victims: true, dirty: false });
  const entry: DataSetEntry = { ...scene.input.entry, fields: { ...scene.input.entry.fields, subgroup: true }, account: { read: 3000, kept: 3000, setAside: [] } };
  const input = { ...scene.input, entry };
  const files: PackFiles = new Map([
    ['areas.fgb', encodeAreas(input.areas, input.areas.code.map((_, area) => square(area)))],
    ['places.fgb', encodePlaces({ type: 'FeatureCollection', features: ['h1', 'h2', 'airport'].map((id, i) => ({
      type: 'Feature', geometry: square(i), properties: { kind: 'hub', id, title: id, borough: '', rank: 0, approximate: true, profile: null },
    })) })],
    ['population.parquet', encodePopulation(input.areas.code, input.population)],
    [entry.cells, encodeCells(input.cells)],
  ]);
  const manifest = manifestFor(entry, files, input.population.years);
  files.set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));
  return { files, input, manifest };
}

function manifestFor(entry: DataSetEntry, files: PackFiles, years: readonly number[]): Manifest {
  return {
    version: PACK_VERSION, area: { id: 'tiny', title: 'Tiny county' }, benchmark: 'Tiny county', lsoaVintage: '2011',
    imd: { edition: '2019', title: 'IMD 2019' }, densityEdges: null, demonstration: true, seed: 1, built: '2024-01-01T00:00:00Z',
    sources: [], population: { years, basis: 'Random.' }, dataSets: [entry], opens: entry.id, jumps: [],
    files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })), notes: [],
  };
}

/** Opens paths of a pack held in memory; what is not there fails as a missing file on a server does. */
export function sourceOf(files: PackFiles): (path: string) => ByteSource {
  return (path) => {
    const bytes = files.get(path.replace(`${PACK_PATH}/`, ''));
    if (bytes) return memorySource(path, bytes);
    return { name: path, read: () => Promise.reject(new FileError({ what: 'The server answered 404.', where: path, remedy: 'Check the address.' })) };
  };
}

/** Persons of one area, year and band, for expected values. */
export function personsOf({ population }: AggregationInput, area: number, year: number, band: number): number {
  return population.persons[(population.years.indexOf(year) * population.areas + area) * AGE_BAND_COUNT + band] ?? Number.NaN;
}
