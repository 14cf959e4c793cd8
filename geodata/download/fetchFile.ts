import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf } from '../../src/files/outcome.ts';
import type { Progress } from '../../src/model/pack.ts';
import { BuildProblem, stop } from '../problem.ts';

export interface FetchOptions {
  readonly address: string;
  /** Where the complete file goes. Until then its bytes are in `${target}.part`. */
  readonly target: string;
  readonly onProgress: (progress: Progress) => void;
  /** Attempts after a cut connection, each going on where the last one stopped. */
  readonly attempts?: number;
  /** Milliseconds without a byte after which a connection counts as cut. */
  readonly idleLimit?: number;
}

/** What tells that a part on disk is of the same file as the one served now. */
const partState = z.object({ address: z.string(), validator: z.string() });

/**
 * Downloads one file. A part left by an earlier run or a cut connection is continued with a Range request, but only
 * where the server's validator (ETag or Last-Modified) says that the file has not changed; otherwise it starts
 * again. The target appears only when every byte is there.
 */
export async function fetchFile(options: FetchOptions): Promise<void> {
  const attempts = options.attempts ?? 4;
  for (let attempt = 1; ; attempt++) {
    try {
      await attemptFetch(options);
      return;
    } catch (error) {
      if (error instanceof BuildProblem) throw error;
      if (attempt < attempts) continue;
      const done = await sizeOf(`${options.target}.part`);
      stop(`The download did not finish: ${reasonOf(error)}`, options.address,
        done > 0 ? `Run the same command again: it goes on after the ${done.toLocaleString('en-GB')} bytes already here.` : 'Check the connection and run the same command again.');
    }
  }
}

async function attemptFetch(options: FetchOptions): Promise<void> {
  const { address, target, onProgress } = options;
  const part = `${target}.part`;
  const have = await resumable(options);
  const stopped = new AbortController();
  const response = await fetch(address, {
    // Unpacked transfer: byte ranges of a compressed stream would not be those of the file.
    headers: { 'accept-encoding': 'identity', ...(have ? { range: `bytes=${have.bytes}-`, 'if-range': have.validator } : {}) },
    signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(6 * 3_600_000)]),
  });
  const from = startOf(response, have?.bytes ?? 0);
  if (from === null) {
    await forget(target);
    if (have) throw new Error(`the server answered ${response.status} to a request to continue`);
    refuse(response, address);
  }
  const total = expectedTotal(response, from);
  await rememberPart(response, address, target);
  const file = await open(part, from === 0 ? 'w' : 'a');
  try {
    let done = from;
    for await (const chunk of idleGuarded(response, options.idleLimit ?? 60_000, stopped)) {
      await file.write(chunk);
      done += chunk.length;
      onProgress({ step: `Downloading ${new URL(address).hostname}`, done, total });
    }
    if (total > 0 && done !== total) throw new Error(`${done} of ${total} bytes came`);
    await file.sync();
  } finally {
    stopped.abort();
    await file.close();
  }
  await rename(part, target);
  await rm(`${part}.json`, { force: true });
}

/** The first byte that the answer holds; null where it is not the file. */
function startOf(response: Response, asked: number): number | null {
  if (response.status === 200) return 0;
  if (response.status !== 206 || asked === 0) return null;
  const start = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
  return Number(start) === asked ? asked : null;
}

function expectedTotal(response: Response, from: number): number {
  const range = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  const length = response.headers.get('content-length');
  return from > 0 && range ? Number(range) : length ? from + Number(length) : 0;
}

function refuse(response: Response, address: string): never {
  if (response.status === 404 || response.status === 410) {
    stop(`The publisher has no file at this address (${response.status})`, address, 'It has moved: find the new address on the official page named in sources.json, and correct it there; or fetch the file by hand and use --raw.');
  }
  if (response.status === 429 || response.status >= 500) throw new Error(`the server answered ${response.status}`);
  return stop(`The server answered ${response.status} ${response.statusText}`.trim(), address, 'Open the address in a browser to see why; or fetch the file by hand and use --raw.');
}

async function* idleGuarded(response: Response, idleLimit: number, stopped: AbortController): AsyncGenerator<Uint8Array> {
  if (!response.body) return;
  const reader = response.body.getReader();
  for (;;) {
    const timer = setTimeout(() => stopped.abort(new Error(`no byte came for ${idleLimit / 1000} s`)), idleLimit);
    try {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    } finally {
      clearTimeout(timer);
    }
  }
}

async function resumable({ address, target }: FetchOptions): Promise<{ bytes: number; validator: string } | null> {
  const bytes = await sizeOf(`${target}.part`);
  const text = await readFile(`${target}.part.json`, 'utf8').catch(() => null);
  if (bytes === 0 || text === null) return null;
  const state = partState.safeParse(safeJson(text)).data;
  return state?.address === address ? { bytes, validator: state.validator } : null;
}

async function rememberPart(response: Response, address: string, target: string): Promise<void> {
  const etag = response.headers.get('etag');
  // Only a strong validator may join two halves of a file.
  const validator = etag && !etag.startsWith('W/') ? etag : response.headers.get('last-modified');
  if (validator) await writeFile(`${target}.part.json`, JSON.stringify({ address, validator }));
  else await rm(`${target}.part.json`, { force: true });
}

async function forget(target: string): Promise<void> {
  await rm(`${target}.part`, { force: true });
  await rm(`${target}.part.json`, { force: true });
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** fetch() hides the network's own words in `cause`. */
function reasonOf(error: unknown): string {
  return error instanceof Error && error.cause ? `${error.message} (${messageOf(error.cause)})` : messageOf(error);
}
