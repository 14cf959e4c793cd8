import type { Cells, RecordColumns } from '../model/cells.ts';
import { PART_IN_PATH, type DataSetEntry } from '../model/manifest.ts';
import type { Outcome } from '../model/pack.ts';
import { rangeReader } from '../files/byteRanges.ts';
import { failed, succeeded } from '../files/outcome.ts';
import { readPartPoints, type PartPoints } from '../files/partPoints.ts';
import { cellRecords } from '../tables/cellRecords.ts';
import type { PartCells } from '../tables/joinCells.ts';
import type { LoadedPack } from './loadPack.ts';
import { pause } from './pause.ts';
import { bytesOf, inside, type OpenSource } from './packSource.ts';
import { LoadProgress } from './progress.ts';
import type { LoadOptions } from './protocol.ts';

/** More records than these are not held as points: each takes about 50 bytes while they are read. */
export const MOST_POINTS = 4_000_000;

/**
 * The records of the open parts that have an area, with their points in degrees: everything but the points comes from the
 * packed records that are open already, the points from each part's open file. Without points where a
 * part has none. A Problem beyond `most` records, and as from `readPartPoints`. Rejects only where the signal aborts.
 */
export async function recordsOfParts(pack: LoadedPack, entry: DataSetEntry, openSource: OpenSource, options: LoadOptions, most = MOST_POINTS): Promise<Outcome<RecordColumns>> {
  const { path, held, opened: { manifest, parts: ids = [] } } = pack;
  const [cells, places] = [pack.cells.get(entry.id), held?.cells.get(entry.id)];
  if (!cells || !places) return failed('The data set is not open.', entry.title, 'Reload the page.');
  const rows = cells.offsets[cells.areaCodes.length] ?? 0;
  if (rows > most) return failed(`The open forces have ${rows.toLocaleString('en-GB')} records with an area; at most ${most.toLocaleString('en-GB')} can be used as points: open fewer forces.`, entry.title, 'Open fewer forces.');
  const progress = new LoadProgress(`Reading the points of ${entry.title}`, options.onProgress);
  const [longitude, latitude] = [new Float64Array(rows), new Float64Array(rows)];
  for (const id of ids) {
    const file = entry.table.replace(PART_IN_PATH, id);
    const part = places.get(id);
    const bytes = bytesOf(manifest, file);
    if (part === undefined || bytes === 0) return failed('The manifest does not list this file.', file, 'Build the pack again.');
    const reader = rangeReader(openSource(inside(path, file)), bytes, { signal: options.signal, onAsk: (more) => progress.expectMore(more), onProgress: progress.of(file) });
    const read = await readPartPoints(reader, { codes: part.codes, offsets: offsetsIn(part, cells) }, pause);
    options.signal?.throwIfAborted();
    if (!read.ok) return read;
    if (read.value === null) return succeeded(cellRecords(cells));
    place(read.value, part, cells, { longitude, latitude });
  }
  return succeeded({ ...cellRecords(cells), longitude, latitude });
}

/** Where the rows of each of the part's areas begin in its own file, and where the last ones end. */
function offsetsIn({ codes, slots }: PartCells, { offsets }: Cells): Uint32Array {
  const own = new Uint32Array(codes.length + 1);
  slots.forEach((slot, i) => {
    own[i + 1] = own[i]! + offsets[slot + 1]! - offsets[slot]!;
  });
  return own;
}

/** A part's points to where its areas' rows are among those of all open parts. */
function place(points: PartPoints, { slots }: PartCells, { offsets }: Cells, into: PartPoints): void {
  let from = 0;
  for (const slot of slots) {
    const [start, rows] = [offsets[slot]!, offsets[slot + 1]! - offsets[slot]!];
    into.longitude.set(points.longitude.subarray(from, from + rows), start);
    into.latitude.set(points.latitude.subarray(from, from + rows), start);
    from += rows;
  }
}
