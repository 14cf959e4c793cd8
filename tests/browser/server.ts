import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { open, readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export interface TestServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the built app as any plain static server would, ranges included, with the packs taken from their own folder. */
export async function serveApp(app: string, packs: string): Promise<TestServer> {
  const server: Server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = path.startsWith('/packs/') ? join(packs, path.slice('/packs/'.length)) : join(app, path === '/' ? 'index.html' : path);
    answer(file, request, response).catch(() => {
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.end('Not found');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    origin: `http://localhost:${address.port}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

async function answer(file: string, { headers: { range } }: IncomingMessage, response: ServerResponse): Promise<void> {
  const type = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Accept-Ranges': 'bytes' };
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined) {
    const bytes = await readFile(file);
    response.writeHead(200, { ...type, 'Content-Length': bytes.byteLength });
    response.end(bytes);
    return;
  }
  const opened = await open(file);
  try {
    const { size } = await opened.stat();
    const start = Number(from);
    const end = Math.min(to ? Number(to) : size - 1, size - 1);
    if (start > end) {
      response.writeHead(416, { 'Content-Range': `bytes */${size}` });
      response.end();
      return;
    }
    const { buffer } = await opened.read(Buffer.alloc(end - start + 1), 0, end - start + 1, start);
    response.writeHead(206, { ...type, 'Content-Length': buffer.byteLength, 'Content-Range': `bytes ${start}-${end}/${size}` });
    response.end(buffer);
  } finally {
    await opened.close();
  }
}
