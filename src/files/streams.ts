import { FileError } from './outcome.ts';
import type { Problem } from '../model/pack.ts';
import type { ReadOptions } from './byteSource.ts';

/** All bytes of a stream, with their progress. Rejects with the signal's reason when it aborts. */
export async function collect(stream: ReadableStream<Uint8Array>, total: number, { signal, onProgress }: ReadOptions): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let done = 0;
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (signal?.aborted) throw abortReason(signal);
      parts.push(next.value);
      done += next.value.length;
      onProgress?.(done, total);
    }
  } catch (error) {
    // The first error is the one to tell; cancelling only lets the sender stop.
    await reader.cancel(error).catch(() => undefined);
    throw error;
  }
  const bytes = new Uint8Array(done);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

export function abortReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('The reading was cancelled.', 'AbortError');
}

/** A Problem to throw. */
export function problem(what: string, where: string, remedy: string, cause?: unknown): FileError {
  const carried: Problem = { what, where, remedy };
  return new FileError(carried, { cause });
}

/** The file is not the one that was expected, by its size. */
export function otherSize(found: number, expected: number, where: string): FileError {
  return problem(`The file has ${found} bytes; the manifest says ${expected}.`, where, 'Reload the page; if that does not help, the pack on the server is incomplete and must be built or copied again.');
}
