import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECURITY_HEADERS } from '../../../serving/headers.ts';
import { staticFiles } from '../../../serving/staticFiles.ts';

let folder = '';
let server: Server;
let port = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hotspot-atlas-static-'));
  for (const part of ['app/assets', 'public/packs']) await mkdir(join(folder, part), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'not yours');
  await writeFile(join(folder, 'app/index.html'), '<!doctype html>start');
  await writeFile(join(folder, 'app/assets/map-1a2b.js'), 'map()');
  await writeFile(join(folder, 'app/assets/map-1a2b.js.br'), 'as brotli');
  await writeFile(join(folder, 'app/assets/map-1a2b.js.gz'), 'as gzip');
  await writeFile(join(folder, 'public/packs/areas.fgb'), '0123456789');
  await writeFile(join(folder, 'public/packs/areas.fgb.br'), 'older than its file');
  await utimes(join(folder, 'public/packs/areas.fgb.br'), new Date(0), new Date(0));
  const serve = staticFiles([join(folder, 'app'), join(folder, 'public')]);
  server = createServer((asked, answer) => void serve(asked, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

/** As it goes over the wire: fetch would unpack what is compressed and tidy the path. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: string }>((resolve, reject) => {
    const asked = request({ port, path, method, headers }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }), reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('serving files', () => {
  it('answers the start page, from the first folder that has a file', async () => {
    expect(await ask('/')).toMatchObject({ status: 200, body: '<!doctype html>start', headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } });
    expect(await ask('/packs/areas.fgb')).toMatchObject({ status: 200, body: '0123456789', headers: { 'content-type': 'application/octet-stream' } });
  });

  it('never answers the start page for what is missing, nor anything outside its folders', async () => {
    for (const path of ['/packs/missing.fgb', '/assets/missing.js', '/packs', '/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2f..%2fsecret.txt', '/%00', '/%']) {
      const { status, body } = await ask(path);
      expect({ path, status, body }).toEqual({ path, status: 404, body: 'Not found.\n' });
    }
  });

  it('sends the smallest form that is taken, and says which', async () => {
    const path = '/assets/map-1a2b.js';
    expect(await ask(path, { 'accept-encoding': 'gzip, deflate, br' })).toMatchObject({ body: 'as brotli', headers: { 'content-encoding': 'br', 'content-type': 'text/javascript; charset=utf-8', vary: 'Accept-Encoding' } });
    expect(await ask(path, { 'accept-encoding': 'gzip, br;q=0' })).toMatchObject({ body: 'as gzip', headers: { 'content-encoding': 'gzip' } });
    const plain = await ask(path);
    expect([plain.body, plain.headers['content-encoding']]).toEqual(['map()', undefined]);
  });

  it('leaves a compressed file aside that is older than its file', async () => {
    expect(await ask('/packs/areas.fgb', { 'accept-encoding': 'br' })).toMatchObject({ body: '0123456789' });
  });

  it('keeps for a year what has a hash in its name, and answers 304 for what has not changed', async () => {
    const first = await ask('/assets/map-1a2b.js');
    expect(first.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const tag = String(first.headers['etag']);
    expect(await ask('/assets/map-1a2b.js', { 'if-none-match': tag })).toMatchObject({ status: 304, body: '' });
    expect(await ask('/assets/map-1a2b.js', { 'if-none-match': tag, 'accept-encoding': 'br' })).toMatchObject({ status: 200, body: 'as brotli' });
  });

  it('sends ranges of the file itself, never of its compressed form', async () => {
    expect(await ask('/packs/areas.fgb', { range: 'bytes=2-4', 'accept-encoding': 'br' })).toMatchObject({ status: 206, body: '234', headers: { 'content-range': 'bytes 2-4/10', 'content-length': '3' } });
    expect(await ask('/assets/map-1a2b.js', { range: 'bytes=0-2', 'accept-encoding': 'br' })).toMatchObject({ status: 206, body: 'map' });
    expect(await ask('/packs/areas.fgb', { range: 'bytes=10-' })).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */10' } });
  });

  it('sends the whole file where the range is of another version of it', async () => {
    const { headers } = await ask('/packs/areas.fgb');
    expect(await ask('/packs/areas.fgb', { range: 'bytes=2-4', 'if-range': String(headers['etag']) })).toMatchObject({ status: 206 });
    expect(await ask('/packs/areas.fgb', { range: 'bytes=2-4', 'if-range': '"another"' })).toMatchObject({ status: 200, body: '0123456789' });
  });

  it('sends the security headers with every answer, and takes no other method', async () => {
    const wanted = Object.fromEntries(Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), value]));
    expect((await ask('/')).headers).toMatchObject(wanted);
    expect((await ask('/missing')).headers).toMatchObject(wanted);
    expect(await ask('/', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(await ask('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '', headers: { 'content-length': '20' } });
  });
});
