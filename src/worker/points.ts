import { matchingPoints } from '../aggregation/matchingPoints.ts';
import { decodeRecords } from '../files/packFiles.ts';
import { readBytes } from '../files/byteSource.ts';
import { toBritishGrid } from '../geometry/grid.ts';
import type { EventPoints, Points } from '../hotspots/input.ts';
import type { RecordColumns } from '../model/cells.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import type { Outcome } from '../model/pack.ts';
import type { Selection } from '../model/selection.ts';
import type { LoadedPack } from './loadPack.ts';
import { bytesOf, inside, type OpenSource, verified } from './packSource.ts';
import type { LoadOptions } from './protocol.ts';

// By pack, so that points go with it.
const pointsOfPacks = new WeakMap<LoadedPack, Map<string, Points>>();

/**
 * The events of a data set as points, read from its open form at the first question and kept. Where there are none, or
 * they cannot be read, the answer says why: what else is asked of the data set can be answered without. Rejects only
 * where the signal aborts.
 */
export async function pointsOf(pack: LoadedPack, entry: DataSetEntry, openSource: OpenSource, options: LoadOptions): Promise<Points> {
  const held = pointsOfPacks.get(pack) ?? new Map<string, Points>();
  pointsOfPacks.set(pack, held);
  const known = held.get(entry.id);
  if (known !== undefined) return known;
  const read = await readPoints(pack, entry, openSource, options);
  // What could not be read may be read the next time.
  if (read.kept) held.set(entry.id, read.points);
  return read.points;
}

const without = (problem: string): Points => ({ of: null, problem });

async function readPoints(pack: LoadedPack, entry: DataSetEntry, openSource: OpenSource, options: LoadOptions): Promise<{ readonly points: Points; readonly kept: boolean }> {
  if (entry.kind === 'health-counts') return { points: without(`${entry.title}: counts by area, without points.`), kept: true };
  const records = pack.held === null
    ? await recordsOfPack(pack, entry, openSource, options)
    // Only packs in partitions need this code.
    : await (await import('./partPoints.ts')).recordsOfParts(pack, entry, openSource, options);
  return records.ok ? { points: pointsFrom(records.value, pack, entry), kept: true } : { points: without(`Points could not be read: ${records.problem.what}`), kept: false };
}

async function recordsOfPack(pack: LoadedPack, entry: DataSetEntry, openSource: OpenSource, { signal, onProgress }: LoadOptions): Promise<Outcome<RecordColumns>> {
  const { manifest, areas } = pack.opened;
  const total = bytesOf(manifest, entry.table);
  const report = (done: number): void => onProgress?.({ step: `Reading the points of ${entry.title}`, done, total });
  const bytes = await verified(await readBytes(openSource(inside(pack.path, entry.table)), { ...(signal ? { signal } : {}), onProgress: report }), entry.table, manifest);
  return bytes.ok ? decodeRecords(bytes.value, entry.table, areas.code, entry) : bytes;
}

function pointsFrom(all: RecordColumns, { opened: { areas }, places }: LoadedPack, entry: DataSetEntry): Points {
  const { longitude, latitude } = all;
  if (longitude === null || latitude === null) return without(`${entry.title} has no points.`);
  const { x, y } = inMetres(longitude, latitude);
  const records = { ...all, sourceCode: [], longitude: null, latitude: null, day: null };
  const of = (selection: Selection): EventPoints => {
    const rows = matchingPoints(selection, { entry, records, areas, places });
    const pick = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row] ?? Number.NaN);
    return { x: pick(x), y: pick(y), area: Int32Array.from(rows, (row) => records.area[row] ?? -1) };
  };
  return { of, problem: null };
}

/** Snapped points repeat: each place is projected once. */
function inMetres(longitude: Float64Array, latitude: Float64Array): { readonly x: Float64Array; readonly y: Float64Array } {
  const known = new Map<number, Map<number, readonly [number, number]>>();
  const [x, y] = [new Float64Array(longitude.length), new Float64Array(longitude.length)];
  longitude.forEach((east, row) => {
    const north = latitude[row] ?? Number.NaN;
    const column = known.get(east) ?? new Map<number, readonly [number, number]>();
    const place = column.get(north) ?? toBritishGrid(east, north);
    known.set(east, column.set(north, place));
    [x[row], y[row]] = place;
  });
  return { x, y };
}
