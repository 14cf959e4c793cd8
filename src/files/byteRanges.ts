import type { ByteSource, RangeAnswer } from './byteSource.ts';
import { abortReason, otherSize, problem } from './streams.ts';

/** Pieces that lie nearer than this are asked for as one: a request costs more than so many bytes. */
const GAP_READ_TOO = 64 * 1024;

/** A stretch of bytes: first and one past the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface RangeOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told before a request how many bytes it asks for, so that a total can grow. */
  readonly onAsk?: ((bytes: number) => void) | undefined;
  /** Bytes of this file received so far. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Told once where the source gives whole files only. */
  readonly onWhole?: (() => void) | undefined;
}

/** Reads pieces of one file. Rejects with a FileError, or with the signal's reason. */
export interface RangeReader {
  readonly name: string;
  /** Bytes of the whole file. */
  readonly total: number;
  readonly signal: AbortSignal | undefined;
  read(span: Span): Promise<Uint8Array>;
  /** Reads all spans with few requests, side by side; the answer gives the bytes of any span within those asked for. */
  readAll(spans: readonly Span[]): Promise<(span: Span) => Uint8Array>;
}

/**
 * Pieces of a file of known size. Where the source sends the whole file instead (a server without range requests), or
 * can only be read whole, that is kept and sliced from then on. A file that changes between two pieces is refused.
 * No piece can be checked by a hash of the whole file: size, structure and counts must do, which the readers check.
 */
export function rangeReader(source: ByteSource, total: number, options: RangeOptions = {}): RangeReader {
  const { name } = source;
  let whole: Uint8Array | null = null;
  let version: string | null = null;
  const done: number[] = [];
  const progressOf = () => {
    const place = done.push(0) - 1;
    return (bytes: number) => {
      done[place] = bytes;
      options.onProgress?.(done.reduce((sum, part) => sum + part, 0));
    };
  };
  const answerTo = async ({ start, end }: Span): Promise<RangeAnswer> => {
    const readOptions = { onProgress: progressOf(), ...(options.signal ? { signal: options.signal } : {}) };
    if (source.readRange) return source.readRange({ offset: start, length: end - start, total }, readOptions);
    const bytes = await source.read(readOptions);
    if (bytes.length !== total) throw otherSize(bytes.length, total, name);
    return { bytes, whole: true, version: null };
  };
  const read = async (span: Span): Promise<Uint8Array> => {
    if (options.signal?.aborted) throw abortReason(options.signal);
    if (!(span.start >= 0 && span.end <= total)) throw problem(`The file points at bytes ${span.start} to ${span.end} of its ${total}.`, name, 'Build the pack again.');
    if (span.end <= span.start) return new Uint8Array();
    if (whole !== null) return whole.subarray(span.start, span.end);
    options.onAsk?.(span.end - span.start);
    const answer = await answerTo(span);
    if (version !== null && answer.version !== null && answer.version !== version) throw problem('The file changed while it was read.', name, 'Reload the page.');
    version ??= answer.version;
    if (!answer.whole) return answer.bytes;
    if (whole === null && source.readRange) options.onWhole?.();
    whole = answer.bytes;
    return whole.subarray(span.start, span.end);
  };
  return {
    name, total, signal: options.signal, read,
    async readAll(spans) {
      const merged = mergedSpans(spans);
      const parts = await Promise.all(merged.map(read));
      return (span) => {
        const at = lastAtOrBefore(merged, span.start);
        const [around, bytes] = [merged[at], parts[at]];
        if (!around || !bytes || span.end > around.end) throw new RangeError(`Bytes ${span.start} to ${span.end} were not read.`);
        return bytes.subarray(span.start - around.start, span.end - around.start);
      };
    },
  };
}

/** The fewest spans that cover all of those given and no gap as wide as `GAP_READ_TOO`, ascending. */
export function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start - last.end < GAP_READ_TOO) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Position of the last span that starts at or before a byte; -1 where none does. */
function lastAtOrBefore(spans: readonly Span[], byte: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= byte) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
