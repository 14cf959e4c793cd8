import type { ByteRange, ByteSource, RangeAnswer, ReadOptions } from './byteSource.ts';
import { FileError, messageOf } from './outcome.ts';
import { collect, otherSize, problem } from './streams.ts';

/**
 * A file fetched from an address. Refuses an answer that is not a success, and a web page where data is expected:
 * many servers answer an unknown address with their start page and status 200.
 */
export function httpSource(url: string): ByteSource {
  return {
    name: url,
    read: (options = {}) => reached(url, options, () => fetchWhole(url, options)),
    readRange: (range, options = {}) => reached(url, options, () => fetchRange(url, range, options)),
  };
}

async function reached<T>(url: string, { signal }: ReadOptions, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof FileError || signal?.aborted) throw error;
    throw problem(`The server cannot be reached: ${messageOf(error)}`, url, 'Check the connection and try again.', error);
  }
}

async function fetchWhole(url: string, options: ReadOptions): Promise<Uint8Array> {
  const response = await fetch(url, options.signal ? { signal: options.signal } : {});
  if (!response.ok) throw refusal(response, url);
  return bodyOf(response, url, options);
}

/**
 * A piece of the file. Servers answer 206 with the piece, whose place and whose file's size they state, or 200 with the
 * whole file where they know no ranges. Both are checked; a piece that is short, or of another file, is refused.
 */
async function fetchRange(url: string, range: ByteRange, options: ReadOptions): Promise<RangeAnswer> {
  const { offset, length, total } = range;
  const headers = { Range: `bytes=${offset}-${offset + length - 1}` };
  const response = await fetch(url, options.signal ? { headers, signal: options.signal } : { headers });
  const version = response.headers.get('etag');
  // "Range not satisfiable": the file ends before the piece begins.
  if (response.status === 416) throw otherSize(totalOf(response) ?? 0, total, url);
  if (!response.ok) throw refusal(response, url);
  if (response.status !== 206) {
    const bytes = await bodyOf(response, url, options);
    if (bytes.length !== total) throw otherSize(bytes.length, total, url);
    return { bytes, whole: true, version };
  }
  const [, first, last] = /^bytes (\d+)-(\d+)\//.exec(response.headers.get('content-range') ?? '') ?? [];
  const size = totalOf(response);
  if (size !== null && size !== total) throw otherSize(size, total, url);
  if (size === null || Number(first) !== offset || Number(last) !== offset + length - 1) {
    throw problem(`The server sent another piece of the file than bytes ${offset} to ${offset + length - 1}, or does not say which.`, url, ASK_SITE);
  }
  const bytes = await bodyOf(response, url, options);
  if (bytes.length !== length) throw problem(`The server sent ${bytes.length} of ${length} bytes.`, url, 'Try again; if it happens again, ask whoever runs this site.');
  return { bytes, whole: false, version };
}

/** Size of the whole file by Content-Range ("bytes 0-9/100", in a 416 with a star for the place); null where it does not say. */
function totalOf(response: Response): number | null {
  const [, total] = /^bytes (?:\d+-\d+|\*)\/(\d+)$/.exec(response.headers.get('content-range') ?? '') ?? [];
  return total === undefined ? null : Number(total);
}

async function bodyOf(response: Response, url: string, options: ReadOptions): Promise<Uint8Array> {
  const bytes = response.body ? await collect(response.body, expectedLength(response), options) : new Uint8Array();
  if (isWebPage(bytes, response.headers.get('content-type'))) {
    throw problem('The server sent a web page instead of data.', url, `Servers often answer so for a file that is missing. ${ASK_SITE}`);
  }
  return bytes;
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

function isWebPage(bytes: Uint8Array, contentType: string | null): boolean {
  if (contentType?.toLowerCase().startsWith('text/html')) return true;
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart().toLowerCase();
  return start.startsWith('<!doctype html') || start.startsWith('<html');
}
