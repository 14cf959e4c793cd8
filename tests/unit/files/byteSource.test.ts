import { createServer, type RequestListener, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileSource, httpSource, memorySource, readBytes } from '../../../src/files/byteSource.ts';

const BODY = Buffer.alloc(300_000, 'abcdefg');
const ANSWERS: Record<string, RequestListener> = {
  '/data.cells': (_, response) => { response.writeHead(200, { 'content-length': BODY.length, 'content-type': 'application/octet-stream' }).end(BODY); },
  '/gzipped.cells': (_, response) => {
    const packed = gzipSync(BODY);
    response.writeHead(200, { 'content-length': packed.length, 'content-encoding': 'gzip' }).end(packed);
  },
  '/chunked.cells': (_, response) => { response.write(BODY.subarray(0, 1000)); response.end(BODY.subarray(1000)); },
  '/start-page': (_, response) => { response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>Hello</p>'); },
  '/unlabelled-page': (_, response) => { response.writeHead(200).end('\n  <!DOCTYPE html>\n<html></html>'); },
  '/forbidden': (_, response) => { response.writeHead(403).end(); },
  '/overloaded': (_, response) => { response.writeHead(503).end(); },
  '/empty': (_, response) => { response.writeHead(200).end(); },
  '/broken': (_, response) => { response.writeHead(200, { 'content-length': 1000 }).write('start'); setTimeout(() => response.destroy(), 20); },
  '/slow': (_, response) => { response.writeHead(200, { 'content-length': 1000 }).write('start'); },
};

let server: Server;
let origin = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = ANSWERS[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404).end('nothing here');
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function fetched(path: string) {
  const progress: [number, number][] = [];
  const outcome = await readBytes(httpSource(origin + path), { onProgress: (done, total) => progress.push([done, total]) });
  return { outcome, progress };
}

describe('httpSource', () => {
  it('gives the bytes and their progress towards Content-Length', async () => {
    const { outcome, progress } = await fetched('/data.cells');
    expect(outcome.ok && BODY.equals(outcome.value)).toBe(true);
    expect(progress.at(-1)).toEqual([BODY.length, BODY.length]);
    expect(progress.every(([done, total], i) => total === BODY.length && done > (progress[i - 1]?.[0] ?? 0))).toBe(true);
  });

  it.each(['/gzipped.cells', '/chunked.cells'])('does not promise a total for %s, whose length in bytes is not known', async (path) => {
    const { outcome, progress } = await fetched(path);
    expect(outcome.ok && BODY.equals(outcome.value)).toBe(true);
    expect(progress.at(-1)).toEqual([BODY.length, 0]);
  });

  it('gives no bytes for an empty answer', async () => {
    expect((await fetched('/empty')).outcome).toEqual({ ok: true, value: new Uint8Array(), notes: [] });
  });

  it.each([
    ['/packs/street.cells?x=/1', /^The file street\.cells is missing: the server answered 404 \(Not Found\)\.$/],
    ['/forbidden', /^The file forbidden could not be read: the server answered 403 \(Forbidden\)\.$/],
    ['/overloaded', /^The file overloaded could not be read: the server answered 503 \(Service Unavailable\)\.$/],
    ['/start-page', /web page instead of data/],
    ['/unlabelled-page', /web page instead of data/],
    ['/broken', /cannot be reached/],
  ])('has a problem with %s', async (path, what) => {
    const { outcome } = await fetched(path);
    if (outcome.ok) throw new Error('The answer was accepted.');
    expect(outcome.problem.where).toBe(origin + path);
    expect(outcome.problem.what).toMatch(what);
  });

  it.each([
    ['/nowhere', 'Build the pack again, or ask whoever runs this site.'],
    ['/start-page', 'Servers often answer so for a file that is missing. Build the pack again, or ask whoever runs this site.'],
    ['/forbidden', 'Ask whoever runs this site for access.'],
    ['/overloaded', 'Try again later; if it happens again, ask whoever runs this site.'],
  ])('says what to do about %s', async (path, remedy) => {
    const { outcome } = await fetched(path);
    expect(outcome.ok ? '' : outcome.problem.remedy).toBe(remedy);
  });

  it('has a problem with a server that is not there', async () => {
    const outcome = await readBytes(httpSource('http://127.0.0.1:1/x'));
    expect(outcome.ok ? '' : outcome.problem.what).toMatch(/cannot be reached/);
  });

  it('stops when it is aborted, before or while reading', async () => {
    const controller = new AbortController();
    const reading = readBytes(httpSource(`${origin}/slow`), { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    await expect(readBytes(httpSource(`${origin}/data.cells`), { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('fileSource and memorySource', () => {
  it('give the bytes and their progress', async () => {
    for (const source of [fileSource(new File([BODY], 'chosen.csv')), memorySource('chosen.csv', BODY)]) {
      const progress: [number, number][] = [];
      const outcome = await readBytes(source, { onProgress: (done, total) => progress.push([done, total]) });
      expect(outcome.ok && BODY.equals(outcome.value)).toBe(true);
      expect(source.name).toBe('chosen.csv');
      expect(progress.at(-1)).toEqual([BODY.length, BODY.length]);
    }
  });

  it('stop when aborted', async () => {
    const signal = AbortSignal.abort();
    await expect(readBytes(fileSource(new File([BODY], 'x')), { signal })).rejects.toMatchObject({ name: 'AbortError' });
    await expect(readBytes(memorySource('x', BODY), { signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('name a file that cannot be read any more', async () => {
    const gone = new File([], 'gone.csv');
    Object.defineProperty(gone, 'stream', { value: () => { throw new DOMException('The file was removed.', 'NotFoundError'); } });
    expect(await readBytes(fileSource(gone))).toMatchObject({ ok: false, problem: { where: 'gone.csv' } });
  });
});
