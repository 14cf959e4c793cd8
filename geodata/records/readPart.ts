import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { RowAccount } from '../../src/model/manifest.ts';
import type { PartRecords } from '../partitioned/partRecords.ts';

/** Columns of 06_part.sql. */
const COLUMN = { slot: 0, cell: 1, longitude: 2, latitude: 3, source: 4, records: 5 } as const;

/** Reads the answer of 06_part.sql into columns; a row that stands for several records becomes as many. */
export async function readPart(blocks: AsyncIterable<DuckDBDataChunk>, options: { readonly areas: number; readonly account: RowAccount; readonly hasPoints: boolean }): Promise<PartRecords> {
  const { areas, account, hasPoints } = options;
  const total = account.kept + account.setAside.reduce((sum, { rows, inRecords }) => sum + (inRecords ? rows : 0), 0);
  const offsets = new Uint32Array(areas + 3);
  const cell = new Uint32Array(total);
  const longitude = new Float64Array(hasPoints ? total : 0).fill(NaN);
  const latitude = new Float64Array(hasPoints ? total : 0).fill(NaN);
  const of = new Uint32Array(total);
  const words = new Map<unknown, number>([['', 0]]);
  let at = 0;
  for await (const block of blocks) {
    const [slots, cells, east, north, sources, counts] = Object.values(COLUMN).map((column) => block.getColumnVector(column));
    for (let row = 0; row < block.rowCount; row += 1) {
      const end = at + Number(counts?.getItem(row));
      const slot = Number(slots?.getItem(row));
      const code = Number(cells?.getItem(row));
      const x = hasPoints ? east?.getItem(row) ?? NaN : NaN;
      const y = hasPoints ? north?.getItem(row) ?? NaN : NaN;
      const source = sources?.getItem(row) ?? null;
      const word = source === null ? 0 : wordNumber(words, source);
      offsets[slot + 1] = (offsets[slot + 1] ?? 0) + end - at;
      for (; at < end; at += 1) {
        cell[at] = code;
        of[at] = word;
        if (!hasPoints) continue;
        longitude[at] = Number(x);
        latitude[at] = Number(y);
      }
    }
  }
  if (at !== total) throw new RangeError(`${at} records were read, ${total} were counted.`);
  for (let slot = 0; slot < areas + 2; slot += 1) offsets[slot + 1] = (offsets[slot + 1] ?? 0) + (offsets[slot] ?? 0);
  return {
    offsets, cell, longitude: hasPoints ? longitude : null, latitude: hasPoints ? latitude : null,
    source: words.size > 1 ? { words: [...words.keys()].map(String), of } : null, account,
  };
}

function wordNumber(words: Map<unknown, number>, word: unknown): number {
  const known = words.get(word);
  if (known !== undefined) return known;
  words.set(word, words.size);
  return words.size - 1;
}
