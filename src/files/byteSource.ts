import { FileError, failed, messageOf, succeeded } from './outcome.ts';
import type { Outcome, Problem } from '../model/pack.ts';

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Bytes read so far; `total` is 0 while it is not known. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Where bytes come from. `read` rejects with a `FileError`, which carries a Problem, or with the signal's reason
 * when it is aborted; everything else in this folder returns problems as values (`Outcome`). `readBytes` bridges.
 */
export interface ByteSource {
  /** Named in problems: an address or a file name. */
  readonly name: string;
  read(options?: ReadOptions): Promise<Uint8Array>;
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
  };
}

/** A file the reader chose or dropped. */
export function fileSource(file: File): ByteSource {
  return {
    name: file.name,
    read: async (options = {}) => {
      try {
        return await collect(file.stream(), file.size, options);
      } catch (error) {
        if (options.signal?.aborted) throw error;
        throw problem(`The file cannot be read: ${messageOf(error)}`, file.name, 'Check that it still exists and may be read, then choose it again.', error);
      }
    },
  };
}

/**
 * A file fetched from an address. Refuses an answer that is not a success, and a web page where data is expected:
 * many servers answer an unknown address with their start page and status 200.
 */
export function httpSource(url: string): ByteSource {
  return {
    name: url,
    read: async (options = {}) => {
      const { signal } = options;
      try {
        const response = await fetch(url, signal ? { signal } : {});
        if (!response.ok) throw refusal(response, url);
        const bytes = response.body ? await collect(response.body, expectedLength(response), options) : new Uint8Array();
        if (isWebPage(bytes, response.headers.get('content-type'))) {
          throw problem('The server sent a web page instead of data.', url, `Servers often answer so for a file that is missing. ${ASK_SITE}`);
        }
        return bytes;
      } catch (error) {
        if (error instanceof FileError || signal?.aborted) throw error;
        throw problem(`The server cannot be reached: ${messageOf(error)}`, url, 'Check the connection and try again.', error);
      }
    },
  };
}

const ASK_SITE = 'Build the pack again, or ask whoever runs this site.';

/** Tells a missing file, which only a new build or the site's keeper can mend, from a server that may do better later. */
function refusal({ status, statusText }: Response, url: string): FileError {
  const answer = `the server answered ${status}${statusText ? ` (${statusText})` : ''}`;
  if (status === 404 || status === 410) return problem(`The file ${fileName(url)} is missing: ${answer}.`, url, ASK_SITE);
  const remedy = status === 401 || status === 403 ? 'Ask whoever runs this site for access.' : 'Try again later; if it happens again, ask whoever runs this site.';
  return problem(`The file ${fileName(url)} could not be read: ${answer}.`, url, remedy);
}

function fileName(url: string): string {
  return url.replace(/[?#].*$/, '').split('/').at(-1) ?? url;
}

/** Content-Length counts the bytes as sent: with an encoding it says nothing of the bytes we shall see. 0 = unknown. */
function expectedLength(response: Response): number {
  const encoding = response.headers.get('content-encoding') ?? 'identity';
  const length = Number(response.headers.get('content-length') ?? '');
  return encoding === 'identity' && Number.isSafeInteger(length) && length > 0 ? length : 0;
}

async function collect(stream: ReadableStream<Uint8Array>, total: number, { signal, onProgress }: ReadOptions): Promise<Uint8Array> {
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

function isWebPage(bytes: Uint8Array, contentType: string | null): boolean {
  if (contentType?.toLowerCase().startsWith('text/html')) return true;
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart().toLowerCase();
  return start.startsWith('<!doctype html') || start.startsWith('<html');
}

function abortReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('The reading was cancelled.', 'AbortError');
}

function problem(what: string, where: string, remedy: string, cause?: unknown): FileError {
  const carried: Problem = { what, where, remedy };
  return new FileError(carried, { cause });
}
