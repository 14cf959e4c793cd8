import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { stop } from '../problem.ts';
import type { Download } from '../sources/publications.ts';
import { readZipDirectory } from '../sources/zipArchive.ts';

const BY_HAND = 'Look at the official page named in sources.json: the file may have moved or been revised. If it is right, correct sources.json; or fetch it by hand and use --raw.';

const geojson = z.object({
  features: z.array(z.object({ properties: z.record(z.string(), z.unknown()) })).min(1),
  exceededTransferLimit: z.boolean().optional(),
  properties: z.object({ exceededTransferLimit: z.boolean().optional() }).nullish(),
});

/** Stops unless a downloaded file is what sources.json expects: checksum, size, kind, columns or properties. */
export async function checkFile(path: string, download: Download): Promise<void> {
  const { check, address } = download;
  const { size } = await stat(path);
  if (check.sha256 !== null) {
    const found = await sha256Of(path);
    if (found !== check.sha256) stop(`The file's SHA-256 is ${found}, expected ${check.sha256}`, address, BY_HAND);
  }
  if (size < check.bytes[0] || size > check.bytes[1]) {
    stop(`The file has ${size.toLocaleString('en-GB')} bytes, expected ${check.bytes[0].toLocaleString('en-GB')} to ${check.bytes[1].toLocaleString('en-GB')}`, address, BY_HAND);
  }
  const start = await firstText(path);
  if (/^\s*<(!doctype|html|\?xml)/i.test(start)) stop('A web page came instead of the file', address, BY_HAND);
  if (check.format === 'zip') await checkZip(path, download);
  else if (check.format === 'geojson') await checkGeoJson(path, download);
  else checkHeader(start, download);
}

async function checkZip(path: string, { address, entries }: Download): Promise<void> {
  const names = (await readZipDirectory(path, address)).map((entry) => entry.name);
  const wanted = entries ? new RegExp(entries.name) : /./;
  if (!names.some((name) => wanted.test(name))) stop(`The archive holds no entry like ${wanted.source}`, address, BY_HAND);
}

async function checkGeoJson(path: string, { address, check }: Download): Promise<void> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    stop('The file is not JSON', address, BY_HAND);
  }
  const refusal = z.object({ error: z.object({ message: z.string() }) }).safeParse(json).data;
  if (refusal) stop(`The service refused: ${refusal.error.message}`, address, BY_HAND);
  const { data } = geojson.safeParse(json);
  if (!data) stop('The file is not GeoJSON with features', address, BY_HAND);
  if (data.exceededTransferLimit ?? data.properties?.exceededTransferLimit) {
    stop('The service cut the answer short (transfer limit)', address, 'Split the query in sources.json, for example by local authority.');
  }
  const names = Object.keys(data.features[0]?.properties ?? {}).map((name) => name.toLowerCase());
  requireNames(check.has, names, 'property', address);
}

function checkHeader(start: string, { address, check }: Download): void {
  const header = (start.replace(/^\uFEFF/, '').split(/\r\n?|\n/)[0] ?? '').split(',').map((name) => name.replace(/^"|"$/g, '').trim().toLowerCase());
  requireNames(check.has, header, 'column', address);
}

function requireNames(wanted: readonly string[], found: readonly string[], what: string, address: string): void {
  const missing = wanted.filter((name) => !found.includes(name.toLowerCase()));
  if (missing.length > 0) stop(`The file has no ${what} ${missing.join(', ')}`, address, BY_HAND);
}

async function firstText(path: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1 << 14), 0, 1 << 14, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  const bytes: AsyncIterable<Uint8Array> = createReadStream(path);
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}
