import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readRange } from './byteRange.ts';
import { cacheControl, contentType, SECURITY_HEADERS } from './headers.ts';

/** One file as it can be sent. */
interface Found {
  readonly path: string;
  readonly size: number;
  readonly changed: number;
}

const ENCODINGS = [['br', '.br'], ['gzip', '.gz']] as const;

/**
 * Serves the files of some folders, the first that has a path: compressed files that lie beside them to whoever takes
 * them, byte ranges, long-lived caching for what has a hash in its name and an ETag for all. What is not there is a 404,
 * never the start page. For one machine or a workshop; for a network see nginx.conf and Caddyfile.
 */
export function staticFiles(folders: readonly string[]) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      plain(response, 405, 'Only GET and HEAD.');
      return;
    }
    const path = pathOf(request.url ?? '/');
    const file = path === null ? null : await firstFile(folders, path);
    if (path === null || file === null) {
      plain(response, 404, 'Not found.');
      return;
    }
    await send(request, response, path, file);
  };
}

async function send(request: IncomingMessage, response: ServerResponse, path: string, file: Found): Promise<void> {
  const wholeTag = tagOf(file, '');
  const wanted = request.headers['if-range'] === undefined || request.headers['if-range'] === wholeTag ? readRange(request.headers.range, file.size) : null;
  // Ranges count the bytes of the file itself, so they are never sent compressed.
  const { encoding, sent } = wanted === null ? await smallest(request, file) : { encoding: '', sent: file };
  const tag = tagOf(file, encoding);
  response.setHeader('Content-Type', contentType(extname(file.path)));
  response.setHeader('Cache-Control', cacheControl(path));
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('ETag', tag);
  if (encoding !== '') response.setHeader('Content-Encoding', encoding);
  if ((request.headers['if-none-match'] ?? '').split(/,\s*/).includes(tag)) {
    response.writeHead(304).end();
    return;
  }
  if (wanted === 'unsatisfiable') {
    response.setHeader('Content-Range', `bytes */${file.size}`);
    plain(response, 416, 'No such range.');
    return;
  }
  const { start, end } = wanted ?? { start: 0, end: sent.size - 1 };
  if (wanted !== null) response.setHeader('Content-Range', `bytes ${start}-${end}/${file.size}`);
  response.setHeader('Content-Length', end - start + 1);
  response.writeHead(wanted === null ? 200 : 206);
  if (request.method === 'HEAD' || end < start) response.end();
  // Who leaves half way is no fault of ours.
  else await pipeline(createReadStream(sent.path, { start, end }), response).catch(() => response.destroy());
}

/** The path below the folders; null for one that cannot be read or would lead out of them. */
function pathOf(url: string): string | null {
  try {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname)).replaceAll(sep, '/');
    if (path.includes('\0') || path.split('/').includes('..')) return null;
    return path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return null;
  }
}

async function firstFile(folders: readonly string[], path: string): Promise<Found | null> {
  for (const folder of folders) {
    const found = await fileAt(join(folder, path));
    if (found !== null) return found;
  }
  return null;
}

async function fileAt(path: string): Promise<Found | null> {
  const about = await stat(path).catch(() => null);
  return about?.isFile() === true ? { path, size: about.size, changed: about.mtimeMs } : null;
}

/** The compressed file beside it that the asker takes, unless it is older than the file. */
async function smallest(request: IncomingMessage, file: Found): Promise<{ readonly encoding: string; readonly sent: Found }> {
  const asked = request.headers['accept-encoding'] ?? '';
  const accepted = asked.split(',').filter((item) => !/;\s*q=0(\.0+)?\s*$/.test(item)).map((item) => item.split(';')[0]?.trim());
  for (const [encoding, ending] of ENCODINGS) {
    const beside = accepted.includes(encoding) ? await fileAt(`${file.path}${ending}`) : null;
    if (beside !== null && beside.changed >= file.changed) return { encoding, sent: beside };
  }
  return { encoding: '', sent: file };
}

function tagOf({ size, changed }: Found, encoding: string): string {
  return `"${size.toString(36)}-${Math.round(changed).toString(36)}${encoding === '' ? '' : `-${encoding}`}"`;
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.removeHeader('Content-Encoding');
  response.writeHead(status).end(`${text}\n`);
}
