import { FileError, failed, messageOf, succeeded } from './outcome.ts';
import type { Outcome } from '../model/pack.ts';
import { abortReason, collect, otherSize, problem } from './streams.ts';

export { httpSource } from './httpSource.ts';

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Bytes read so far; `total` is 0 while it is not known. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A piece of a file of which the size is known, say from a manifest. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
  /** Bytes of the whole file; one of another size is refused, because it is another file. */
  readonly total: number;
}

export interface RangeAnswer {
  /** The piece asked for; or, where `whole`, the whole file. */
  readonly bytes: Uint8Array;
  /** True where the source gave all it has instead of the piece. */
  readonly whole: boolean;
  /** Text that changes with the file (an ETag), as far as the source knows one. */
  readonly version: string | null;
}

/**
 * Where bytes come from. `read` and `readRange` reject with a `FileError`, which carries a Problem, or with the signal's
 * reason when they are aborted; everything else in this folder returns problems as values (`Outcome`). `readBytes` bridges.
 */
export interface ByteSource {
  /** Named in problems: an address or a file name. */
  readonly name: string;
  read(options?: ReadOptions): Promise<Uint8Array>;
  /** Reads a piece; left out by a source that can only be read whole. `rangeReader` makes use of either. */
  readRange?(range: ByteRange, options?: ReadOptions): Promise<RangeAnswer>;
}

/** Reads a source; a FileError becomes a Problem. An abort still rejects, because nobody waits for its answer. */
export async function readBytes(source: ByteSource, options: ReadOptions = {}): Promise<Outcome<Uint8Array>> {
  try {
    return succeeded(await source.read(options));
  } catch (error) {
    if (error instanceof FileError) return { ok: false, problem: error.problem };
    if (options.signal?.aborted) throw error;
    return failed(`The file cannot be read: ${messageOf(error)}`, source.name, 'Try again.');
  }
}

/** Bytes already in memory. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    read: ({ signal, onProgress } = {}) => {
      if (signal?.aborted) return Promise.reject(abortReason(signal));
      onProgress?.(bytes.length, bytes.length);
      return Promise.resolve(bytes);
    },
    readRange: ({ offset, length, total }, { signal, onProgress } = {}) => {
      if (signal?.aborted) return Promise.reject(abortReason(signal));
      if (bytes.length !== total) return Promise.reject(otherSize(bytes.length, total, name));
      onProgress?.(length, length);
      return Promise.resolve({ bytes: bytes.subarray(offset, offset + length), whole: false, version: null });
    },
  };
}

/** A file the reader chose or dropped. */
export function fileSource(file: File): ByteSource {
  const read = async (part: Blob, options: ReadOptions): Promise<Uint8Array> => {
    try {
      return await collect(part.stream(), part.size, options);
    } catch (error) {
      if (options.signal?.aborted) throw error;
      throw problem(`The file cannot be read: ${messageOf(error)}`, file.name, 'Check that it still exists and may be read, then choose it again.', error);
    }
  };
  return {
    name: file.name,
    read: (options = {}) => read(file, options),
    readRange: async ({ offset, length, total }, options = {}) => {
      if (file.size !== total) throw otherSize(file.size, total, file.name);
      return { bytes: await read(file.slice(offset, offset + length), options), whole: false, version: null };
    },
  };
}
