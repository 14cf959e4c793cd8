import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readAreaFigures } from '../../../geodata/pack/published/areaFigures.ts';
import { parseManifest } from '../../../src/files/manifestSchema.ts';
import { decodePublished, parsePublished } from '../../../src/files/publishedFile.ts';
import type { PublishedFigures } from '../../../src/model/published.ts';
import { createTasks } from '../../../src/worker/tasks.ts';
import { memoryPack, PACK_PATH, sourceOf } from '../worker/memoryPack.ts';
import { createHash } from 'node:crypto';

const folder = mkdtempSync(join(tmpdir(), 'published-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const value = { key: 'violence-rates-by-borough/B1/dsr', value: 12.5, lower: 10, upper: 15, period: { from: '2019-01', to: '2023-12' }, lsoaVintage: null, source: 'A report, Table 1', note: null };
const figures: PublishedFigures = { title: 'A report', numbers: { 'violence-rates-by-borough': 'Table 1' }, values: [value], beyond: [], notes: ['A note.'] };
const bytesOf = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));

describe('published.json', () => {
  it('is checked in every part', () => {
    expect(parsePublished(figures, 'published.json')).toEqual({ ok: true, value: figures, notes: [] });
    const faults: readonly (readonly [unknown, RegExp])[] = [
      [{ ...figures, values: [{ ...value, key: 'table 5' }] }, /values.0.key: expected figure\/row\/column/],
      [{ ...figures, values: [{ ...value, value: '12' }] }, /values.0.value/],
      [{ ...figures, values: [{ ...value, period: { from: '2019', to: '2023-12' } }] }, /values.0.period.from: expected a month/],
      [{ ...figures, values: [value, value] }, /values: a key stands twice/],
      [{ ...figures, extra: 1 }, /extra/],
    ];
    for (const [json, message] of faults) {
      const outcome = parsePublished(json, 'published.json');
      expect(outcome.ok ? '' : outcome.problem.what).toMatch(message);
    }
    expect(decodePublished(new TextEncoder().encode('{'), 'published.json').ok).toBe(false);
  });

  it('opens with a pack that lists it, is verified, and packs without it still open', async () => {
    const { files, manifest } = memoryPack();
    const plain = await createTasks(sourceOf(files)).openPack(PACK_PATH);
    expect(plain.ok && plain.value.published).toBeNull();
    const bytes = bytesOf(figures);
    const entry = { path: 'published.json', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    const listed = { ...manifest, published: 'published.json', files: [...manifest.files, entry] };
    const withFigures = new Map([...files, ['published.json', bytes], ['manifest.json', bytesOf(listed)]]);
    const opened = await createTasks(sourceOf(withFigures)).openPack(PACK_PATH);
    expect(opened.ok && opened.value.published).toEqual(figures);
    const changed = new Uint8Array(bytes);
    changed[20]! ^= 1;
    const refused = await createTasks(sourceOf(new Map([...withFigures, ['published.json', changed]]))).openPack(PACK_PATH);
    expect(refused.ok ? '' : refused.problem.what).toMatch(/SHA-256 differs/);
    const unlisted = parseManifest({ ...manifest, published: 'published.json' }, 'manifest.json');
    expect(unlisted.ok ? '' : unlisted.problem.what).toBe('published: names no file of the pack.');
  });

  it('comes from an area’s own file, from Bedfordshire’s document, or not at all', async () => {
    await mkdir(join(folder, 'midshire'));
    await writeFile(join(folder, 'midshire', 'published.json'), bytesOf(figures));
    expect(await readAreaFigures('midshire', folder)).toEqual(figures);
    expect(await readAreaFigures('elsewhere', folder)).toBeNull();
    await writeFile(join(folder, 'midshire', 'published.json'), '{"title": 1}');
    await expect(readAreaFigures('midshire', folder)).rejects.toThrow(/published.json/);
    const bedfordshire = await readAreaFigures('bedfordshire');
    const known = new Map(bedfordshire?.values.map((each) => [each.key, each]));
    expect([known.get('violence-rates-by-borough/county/dsr')?.value, known.get('attendances-rates-by-borough/county/count')?.value, known.get('violence-rates-by-borough/county/count')?.value]).toEqual([2876.4, 5616, 91_334]);
    expect(known.get('violence-count-quintiles/bedford--sharnbrook+bedford--riseley/areas')?.value).toBe(1);
    expect(bedfordshire?.notes[0]).toBe('Figure 14\'s weekday and hour cells add up to 92,898; its printed total is 92,896.');
  });
});
