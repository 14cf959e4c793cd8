import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mergedSpans, rangeReader, type RangeOptions } from '../../../src/files/byteRanges.ts';
import { fileSource, httpSource, memorySource } from '../../../src/files/byteSource.ts';
import { FileError } from '../../../src/files/outcome.ts';

const BODY = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) % 251));
const TOTAL = BODY.length;

type Answer = (range: { readonly start: number; readonly end: number }, response: ServerResponse, request: IncomingMessage) => void;
const partial = (response: ServerResponse, { start, end }: { start: number; end: number }, { total = TOTAL, body = BODY.subarray(start, end + 1), etag = '"a"' } = {}): void => {
  response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${total}`, 'content-length': body.length, etag }).end(body);
};
let answers = 0;
const ANSWERS: Record<string, Answer> = {
  '/ranges': (range, response) => partial(response, range),
  '/no-ranges': (_, response) => { response.writeHead(200, { 'content-length': TOTAL }).end(BODY); },
  '/no-ranges-shorter': (_, response) => { response.writeHead(200).end(BODY.subarray(0, 1000)); },
  '/other-size': (range, response) => partial(response, range, { total: TOTAL + 1 }),
  '/other-place': ({ start, end }, response) => partial(response, { start: start + 1, end: end + 1 }),
  '/short': (range, response) => partial(response, range, { body: BODY.subarray(range.start, range.end) }),
  '/cut-off': ({ start, end }, response) => { response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${TOTAL}`, 'content-length': end - start + 1 }).write(BODY.subarray(start, end)); setTimeout(() => response.destroy(), 20); },
  '/unplaced': ({ start, end }, response) => { response.writeHead(206).end(BODY.subarray(start, end + 1)); },
  '/beyond': (_, response) => { response.writeHead(416, { 'content-range': 'bytes */5000' }).end(); },
  '/page': (_, response) => { response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello</p>'); },
  '/missing': (_, response) => { response.writeHead(404).end(); },
  '/changing': (range, response) => partial(response, range, { etag: `"${answers}"` }),
  '/slow': (_, response) => { response.writeHead(206, { 'content-range': `bytes 0-9/${TOTAL}`, 'content-length': 10 }).write('start'); },
};

let server: Server;
let origin = '';
const ranges: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    answers += 1;
    ranges.push(request.headers.range ?? 'all');
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    ANSWERS[request.url ?? '']?.({ start: Number(start), end: Number(end) }, response, request);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
beforeEach(() => { ranges.length = 0; });
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const served = (path: string, options: RangeOptions = {}) => rangeReader(httpSource(origin + path), TOTAL, options);

describe('reading ranges over HTTP', () => {
  it('asks for exactly the bytes wanted and gives them', async () => {
    const reader = served('/ranges');
    expect(BODY.subarray(1000, 2000).equals(await reader.read({ start: 1000, end: 2000 }))).toBe(true);
    expect(await reader.read({ start: 5, end: 5 })).toHaveLength(0);
    expect(ranges).toEqual(['bytes=1000-1999']);
  });

  it('asks for near pieces as one and for far ones side by side, and tells its progress', async () => {
    const asked: number[] = [];
    const done: number[] = [];
    const reader = served('/ranges', { onAsk: (bytes) => asked.push(bytes), onProgress: (bytes) => done.push(bytes) });
    const spans = [{ start: 200_000, end: 200_010 }, { start: 0, end: 10 }, { start: 40_000, end: 40_100 }];
    const read = await reader.readAll(spans);
    for (const span of spans) expect(BODY.subarray(span.start, span.end).equals(read(span))).toBe(true);
    expect(ranges.toSorted()).toEqual(['bytes=0-40099', 'bytes=200000-200009']);
    expect([asked.reduce((sum, bytes) => sum + bytes, 0), done.at(-1)]).toEqual([40_110, 40_110]);
    expect(() => read({ start: 100_000, end: 100_001 })).toThrow(/were not read/);
    expect(() => read({ start: 40_000, end: 40_101 })).toThrow(/were not read/);
  });

  it('keeps the whole file where the server knows no ranges, asks no more, and says so once', async () => {
    let said = 0;
    const reader = served('/no-ranges', { onWhole: () => { said += 1; } });
    await reader.read({ start: 10, end: 20 });
    expect(BODY.subarray(7, 9).equals(await reader.read({ start: 7, end: 9 }))).toBe(true);
    expect([ranges.length, said]).toEqual([1, 1]);
  });

  it.each([
    ['/no-ranges-shorter', 'The file has 1000 bytes; the manifest says 300000.'],
    ['/other-size', 'The file has 300001 bytes; the manifest says 300000.'],
    ['/beyond', 'The file has 5000 bytes; the manifest says 300000.'],
    ['/other-place', 'The server sent another piece of the file than bytes 10 to 19, or does not say which.'],
    ['/unplaced', 'The server sent another piece of the file than bytes 10 to 19, or does not say which.'],
    ['/short', 'The server sent 9 of 10 bytes.'],
    ['/page', 'The server sent a web page instead of data.'],
    ['/missing', 'The file missing is missing: the server answered 404 (Not Found).'],
  ])('refuses %s', async (path, what) => {
    const error = await served(path).read({ start: 10, end: 20 }).catch((thrown: unknown) => thrown);
    expect(error instanceof FileError ? [error.problem.where, error.problem.what] : error).toEqual([origin + path, what]);
  });

  it('refuses an answer that breaks off, and a file that changes between two pieces', async () => {
    await expect(served('/cut-off').read({ start: 10, end: 20 })).rejects.toThrow(/cannot be reached/);
    const reader = served('/changing');
    await reader.read({ start: 0, end: 5 });
    await expect(reader.read({ start: 5, end: 9 })).rejects.toThrow(/The file changed while it was read/);
  });

  it('refuses what lies outside the file without asking', async () => {
    await expect(served('/ranges').read({ start: 0, end: TOTAL + 1 })).rejects.toThrow(/points at bytes 0 to 300001 of its 300000/);
    expect(ranges).toEqual([]);
  });

  it('stops when it is aborted, before or while reading', async () => {
    const control = new AbortController();
    const reading = served('/slow', { signal: control.signal, onProgress: () => control.abort() }).read({ start: 0, end: 10 });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    await expect(served('/ranges', { signal: control.signal }).read({ start: 0, end: 10 })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('reading ranges of files and memory', () => {
  it.each([['a file', fileSource(new File([BODY], 'x'))], ['memory', memorySource('x', BODY)]])('gives pieces of %s, and refuses another size', async (_, source) => {
    const reader = rangeReader(source, TOTAL);
    const read = await reader.readAll([{ start: 3, end: 9 }, { start: 299_990, end: TOTAL }]);
    expect([BODY.subarray(3, 9).equals(read({ start: 3, end: 9 })), BODY.subarray(299_990).equals(read({ start: 299_990, end: TOTAL }))]).toEqual([true, true]);
    await expect(rangeReader(source, TOTAL - 1).read({ start: 0, end: 1 })).rejects.toThrow('The file has 300000 bytes; the manifest says 299999.');
    await expect(rangeReader(source, TOTAL, { signal: AbortSignal.abort() }).read({ start: 0, end: 1 })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('reads a source without ranges whole, once', async () => {
    let reads = 0;
    const reader = rangeReader({ name: 'x', read: () => { reads += 1; return Promise.resolve(new Uint8Array(BODY)); } }, TOTAL);
    await reader.read({ start: 0, end: 4 });
    expect([...(await reader.read({ start: 1, end: 3 })), reads]).toEqual([7, 14, 1]);
  });
});

describe('mergedSpans', () => {
  it('joins what overlaps or lies near, in whatever order it comes', () => {
    expect(mergedSpans([{ start: 500_000, end: 500_001 }, { start: 10, end: 20 }, { start: 15, end: 17 }, { start: 65_555, end: 65_600 }, { start: 131_136, end: 131_137 }])).toEqual([
      { start: 10, end: 65_600 }, { start: 131_136, end: 131_137 }, { start: 500_000, end: 500_001 },
    ]);
    expect(mergedSpans([])).toEqual([]);
  });
});
