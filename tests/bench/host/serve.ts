import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.wasm': 'application/wasm',
};
const COMPRESSED = [['br', '.br'], ['gzip', '.gz']] as const;

/** A file that went out: its path and bytes (of the range, where one was asked for), and when it was asked for. */
export interface Sent {
  readonly path: string;
  readonly file: string;
  readonly bytes: number;
  readonly range: boolean;
  /** Milliseconds since 1970, as `Date.now` gives them. */
  readonly at: number;
}

export interface Served {
  readonly origin: string;
  /** Everything sent so far. */
  readonly sent: Sent[];
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly folder: string;
  /** Folder for paths below /packs/. */
  readonly packs?: string;
  /** True isolates the page from other origins: finer clocks, and the browser says what memory it uses. */
  readonly isolated?: boolean;
}

/** A plain static server: files that lie beside compressed (`.br`, `.gz`) go out so, and byte ranges are answered. */
export async function serve({ folder, packs, isolated = false }: ServeOptions): Promise<Served> {
  const fixed = isolated ? { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' } : {};
  const sent: Sent[] = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = packs !== undefined && path.startsWith('/packs/') ? join(packs, path.slice('/packs/'.length)) : join(folder, path === '/' ? 'index.html' : path);
    const at = performance.timeOrigin + performance.now();
    send(request, response, file, fixed).then((bytes) => sent.push({ path, file, bytes, range: request.headers.range !== undefined, at }), () => {
      if (!response.headersSent) response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.end('Not found');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://localhost:${address.port}`,
    sent,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

/** @returns bytes of the body */
async function send(request: IncomingMessage, response: ServerResponse, file: string, fixed: Record<string, string>): Promise<number> {
  const { size } = await stat(file);
  const headers: Record<string, string | number> = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Accept-Ranges': 'bytes', ...fixed };
  if (request.method === 'HEAD') {
    response.writeHead(200, { ...headers, 'Content-Length': size });
    response.end();
    return 0;
  }
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (range) {
    const start = Number(range[1]);
    const end = Math.min(size - 1, range[2] === '' ? size - 1 : Number(range[2]));
    response.writeHead(206, { ...headers, 'Content-Length': end - start + 1, 'Content-Range': `bytes ${start}-${end}/${size}` });
    createReadStream(file, { start, end }).pipe(response);
    return end - start + 1;
  }
  for (const [encoding, ending] of COMPRESSED) {
    if (!(request.headers['accept-encoding'] ?? '').includes(encoding)) continue;
    const bytes = await readFile(file + ending).catch(() => null);
    if (bytes === null) continue;
    response.writeHead(200, { ...headers, 'Content-Encoding': encoding, 'Content-Length': bytes.byteLength, Vary: 'Accept-Encoding' });
    response.end(bytes);
    return bytes.byteLength;
  }
  response.writeHead(200, { ...headers, 'Content-Length': size });
  createReadStream(file).pipe(response);
  return size;
}
