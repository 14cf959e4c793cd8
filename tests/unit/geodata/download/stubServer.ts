import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll } from 'vitest';

export interface Stub {
  readonly address: string;
  readonly requests: { path: string; range: string | null; ifRange: string | null }[];
  /** What each path serves; changed by tests between requests. */
  readonly files: Map<string, Uint8Array>;
  /** Paths whose next answers are cut after so many bytes of the body, once `onProgress` has seen those arrive. */
  readonly cuts: Map<string, number[]>;
  /** To be given to the download under test: without it a busy machine would cut before the bytes are read. */
  readonly onProgress: (progress: { readonly done: number }) => void;
  /** Paths whose next answer stays silent after its first byte. */
  readonly silent: Set<string>;
  etag: string | null;
}

const closers: (() => void)[] = [];
afterAll(() => closers.forEach((close) => close()));

/** A publisher on this machine: serves files with ranges and ETags, and can cut connections. */
export async function startStub(): Promise<Stub> {
  let held: Held | null = null;
  const stub: Stub = {
    address: '', requests: [], files: new Map(), cuts: new Map(), silent: new Set(), etag: '"one"',
    onProgress: ({ done }) => { if (held !== null && done >= held.at) held.response.destroy(); },
  };
  const server = createServer((request, response) => { held = answer(stub, request, response); });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  closers.push(() => { server.closeAllConnections(); server.close(); });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return Object.assign(stub, { address: `http://127.0.0.1:${bound.port}` });
}

/** An answer to be cut when the file has so many bytes. */
interface Held {
  readonly response: ServerResponse;
  readonly at: number;
}

function answer(stub: Stub, request: IncomingMessage, response: ServerResponse): Held | null {
  const path = (request.url ?? '/').slice(1);
  const range = request.headers.range ?? null;
  const ifRange = request.headers['if-range'] ?? null;
  stub.requests.push({ path, range, ifRange: typeof ifRange === 'string' ? ifRange : null });
  const file = stub.files.get(path);
  if (!file) {
    response.writeHead(404).end('<!doctype html>Not here');
    return null;
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
    return null;
  }
  const cut = stub.cuts.get(path)?.shift();
  if (cut === undefined) {
    response.end(body);
    return null;
  }
  response.write(body.subarray(0, cut));
  return { response, at: file.length - body.length + cut };
}
