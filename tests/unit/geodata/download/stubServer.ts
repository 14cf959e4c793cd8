import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll } from 'vitest';

export interface Stub {
  readonly address: string;
  readonly requests: { path: string; range: string | null; ifRange: string | null }[];
  /** What each path serves; changed by tests between requests. */
  readonly files: Map<string, Uint8Array>;
  /** Paths whose next answers are cut after so many bytes of the body. */
  readonly cuts: Map<string, number[]>;
  /** Paths whose next answer stays silent after its first byte. */
  readonly silent: Set<string>;
  etag: string | null;
}

const closers: (() => void)[] = [];
afterAll(() => closers.forEach((close) => close()));

/** A publisher on this machine: serves files with ranges and ETags, and can cut connections. */
export async function startStub(): Promise<Stub> {
  const stub: Stub = { address: '', requests: [], files: new Map(), cuts: new Map(), silent: new Set(), etag: '"one"' };
  const server = createServer((request, response) => answer(stub, request, response));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  closers.push(() => { server.closeAllConnections(); server.close(); });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return Object.assign(stub, { address: `http://127.0.0.1:${bound.port}` });
}

function answer(stub: Stub, request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '/').slice(1);
  const range = request.headers.range ?? null;
  const ifRange = request.headers['if-range'] ?? null;
  stub.requests.push({ path, range, ifRange: typeof ifRange === 'string' ? ifRange : null });
  const file = stub.files.get(path);
  if (!file) {
    response.writeHead(404).end('<!doctype html>Not here');
    return;
  }
  const start = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  const partial = range !== null && ifRange === stub.etag;
  const body = partial ? file.subarray(start) : file;
  response.writeHead(partial ? 206 : 200, {
    'content-length': body.length,
    ...(stub.etag ? { etag: stub.etag } : {}),
    ...(partial ? { 'content-range': `bytes ${start}-${file.length - 1}/${file.length}` } : {}),
  });
  if (stub.silent.delete(path)) {
    response.write(body.subarray(0, 1));
    return;
  }
  const cut = stub.cuts.get(path)?.shift();
  if (cut === undefined) response.end(body);
  else response.write(body.subarray(0, cut), () => setTimeout(() => response.destroy(), 20));
}
