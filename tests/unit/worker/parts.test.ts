import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../../src/model/selection.ts';
import type { Evaluation } from '../../../src/model/results.ts';
import { type OpenedPack, type Outcome, packKey } from '../../../src/model/pack.ts';
import type { ByteSource } from '../../../src/files/byteSource.ts';
import type { ForceChoice } from '../../../src/selection/forces.ts';
import { cellShape, packRecords } from '../../../src/tables/packRecords.ts';
import { placeIndex } from '../../../src/tables/placeIndex.ts';
import { evaluateRequest } from '../../../src/worker/evaluate.ts';
import type { OpenOptions } from '../../../src/worker/protocol.ts';
import { createTasks, type Tasks } from '../../../src/worker/tasks.ts';
import { randomSelection } from '../aggregation/scene.ts';
import { seededRandom } from '../tables/seededRandom.ts';
import { PACK_PATH, sourceOf, type PackFiles } from './memoryPack.ts';
import { type Asked, jsonBytes, partedPack, PARTS, watched } from './partedPack.ts';

const REQUEST = { pack: 'tiny', dataSet: 'random', selection: EVERYTHING, confidence: 95, benchmark: { kind: 'county' }, detail: true } as const;

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.problem.where}: ${outcome.problem.what}`);
  return outcome.value;
}

const openForces = (tasks: Tasks, forces: ForceChoice | null, options: OpenOptions = {}) => tasks.openPack(PACK_PATH, { partitioned: true, forces: { forces, at: null }, ...options });

/** Opens forces and evaluates on them. */
async function answered(tasks: Tasks, forces: ForceChoice, request: Partial<Evaluation['request']> = {}): Promise<{ pack: OpenedPack; evaluation: Evaluation }> {
  const pack = valueOf(await openForces(tasks, forces));
  const name = packKey(pack);
  valueOf(await tasks.openDataSet(name, 'random'));
  return { pack, evaluation: valueOf(tasks.evaluate({ ...REQUEST, ...request, pack: name })) };
}

const comparable = (evaluation: Evaluation) => ({ ...evaluation, elapsed: 0, request: null });

/** What the records of some parts give when they are packed and counted by themselves, without any file or joining. */
function expected(pack: ReturnType<typeof partedPack>, parts: readonly number[], opened: OpenedPack, request: Partial<Evaluation['request']> = {}): Evaluation {
  const { input, records } = pack;
  const areas = input.areas.code.map((_, area) => area).filter((area) => parts.some((part) => pack.ofPart[part]?.includes(area)));
  const rows = new Set(parts.flatMap((part) => pack.rowsOfPart[part] ?? []));
  const column = <Column extends { filter(keep: (value: number, row: number) => boolean): Column }>(values: Column): Column => values.filter((_, row) => rows.has(row));
  const texts = (values: readonly string[]): string[] => areas.map((area) => values[area] ?? '');
  const numbers = (values: Float64Array): Float64Array => Float64Array.from(areas, (area) => values[area] ?? Number.NaN);
  const a = input.areas;
  const table = {
    code: texts(a.code), name: texts(a.name), borough: texts(a.borough), ward: texts(a.ward), wardId: texts(a.wardId), hub: texts(a.hub), nteHotspot: texts(a.nteHotspot), imdRank: numbers(a.imdRank),
    imdDecile: numbers(a.imdDecile), areaKm2: numbers(a.areaKm2), residents: numbers(a.residents), longitude: numbers(a.longitude), latitude: numbers(a.latitude),
  };
  const cells = packRecords({
    ...records, sourceCode: Array.from(rows, () => ''), area: column(records.area).map((area) => (area >= 0 ? areas.indexOf(area) : area)), kind: column(records.kind), month: column(records.month), weekdayHour: records.weekdayHour && column(records.weekdayHour),
    age: records.age && column(records.age), sex: records.sex && column(records.sex), flags: records.flags && column(records.flags), reference: records.reference && column(records.reference),
  }, cellShape(table.code, input.entry));
  const { years, persons } = input.population;
  const population = { years, areas: areas.length, persons: Float64Array.from(years.flatMap((_, year) => areas.flatMap((area) => [...persons.subarray((year * a.code.length + area) * 19, (year * a.code.length + area + 1) * 19)]))) };
  return valueOf(evaluateRequest({ ...REQUEST, ...request }, { entry: input.entry, areas: table, cells, population, places: placeIndex(table, opened.places) }));
}

describe('a pack in parts', () => {
  it('opens the part it opens with, as if that were the whole pack', async () => {
    const pack = partedPack();
    const tasks = createTasks(sourceOf(pack.files));
    const opened = valueOf(await openForces(tasks, null));
    expect([opened.parts, opened.manifest.area.title, opened.manifest.benchmark]).toEqual([['north'], 'Northshire', 'Northshire']);
    expect(opened.areas.code).toEqual(pack.ofPart[1]?.map((area) => pack.input.areas.code[area]));
    expect(opened.shapes.features.map(({ id, properties }) => [id, properties.code])).toEqual(opened.areas.code.map((code, area) => [area, code]));
    expect(opened.manifest.dataSets[0]?.account.read).toBe(pack.rowsOfPart[1]?.length);
    expect([opened.manifest.partitions?.parts.length, opened.manifest.jumps.map(({ title }) => title)]).toEqual([3, ['Second square']]);
    expect(opened.density.quintile).toHaveLength(opened.areas.code.length);
  });

  it.each([[[0]], [[1]], [[0, 2]], [[1, 2]], [[0, 1, 2]]])('gives for the parts %j what their records give by themselves, whatever the filter', async (parts) => {
    const random = seededRandom(7);
    for (const seed of [1, 2, 3]) {
      const pack = partedPack(seed);
      const tasks = createTasks(sourceOf(pack.files));
      for (let round = 0; round < 6; round += 1) {
        const request = { selection: round === 0 ? EVERYTHING : randomSelection(random, pack.input), benchmark: round % 2 === 0 ? { kind: 'county' as const } : { kind: 'own-borough' as const } };
        const answer = await answered(tasks, parts.map((part) => PARTS[part] ?? ''), request);
        expect(comparable(answer.evaluation)).toEqual(comparable(expected(pack, parts, answer.pack, request)));
      }
    }
  });

  it('gives with all parts what the same records give as one pack, field by field', async () => {
    const pack = partedPack(5);
    const whole = createTasks(sourceOf(pack.whole));
    const wholePack = valueOf(await whole.openPack(PACK_PATH));
    valueOf(await whole.openDataSet('tiny', 'random'));
    const { pack: opened, evaluation } = await answered(createTasks(sourceOf(pack.files)), 'all');
    expect(comparable(evaluation)).toEqual(comparable(valueOf(whole.evaluate(REQUEST))));
    expect([opened.areas, opened.shapes, opened.density]).toEqual([wholePack.areas, wholePack.shapes, wholePack.density]);
    expect(opened.places).toEqual(wholePack.places);
    expect([opened.manifest.area.title, opened.manifest.dataSets[0]?.account.read]).toEqual(['Tiny country', 3000]);
  });

  it('names two forces, and takes a place of several parts only where an area lies in it, unless all parts are open', async () => {
    const pack = partedPack();
    const tasks = createTasks(sourceOf(pack.files));
    const opened = valueOf(await openForces(tasks, ['west', 'east']));
    expect([opened.parts, opened.manifest.benchmark]).toEqual([['east', 'west'], 'Eastshire and Westshire']);
    expect(opened.places.features.map(({ properties }) => properties.id)).toEqual(['airport', 'h1', 'h2']);
    expect(valueOf(await openForces(tasks, ['north'])).places.features.map(({ properties }) => properties.id)).toEqual(['h2']);
  });

  it('says what it does not know and opens the rest', async () => {
    const tasks = createTasks(sourceOf(partedPack().files));
    expect(await openForces(tasks, ['west', 'mars'])).toMatchObject({ value: { parts: ['west'] }, notes: ['There is no police force "mars" in this pack; it is left out.'] });
    expect(await openForces(tasks, ['mars'])).toMatchObject({ value: { parts: ['north'] }, notes: ['There is no police force "mars" in this pack; "Northshire" is shown instead.'] });
  });

  it('makes the assessment of what is open', async () => {
    const tasks = createTasks(sourceOf(partedPack().files));
    valueOf(await openForces(tasks, ['west']));
    const assessment = valueOf(await tasks.assess({ pack: 'tiny:west', period: null, confidence: 95 }));
    expect(assessment.title).toBe('Westshire: violence needs assessment');
    expect(assessment.sections.length).toBeGreaterThan(0);
  });
});

const filesOf = (asked: readonly Asked[]): string[] => [...new Set(asked.map(({ file }) => file))].toSorted();

describe('what is read of a pack in parts', () => {
  it('is the manifest, pieces of the three shared files, and the records of the open parts', async () => {
    const { open, asked } = watched(partedPack().files);
    await answered(createTasks(open), ['north']);
    expect(filesOf(asked)).toEqual(['areas.fgb', 'manifest.json', 'places.fgb', 'population.parquet', 'records/random/north.cells']);
    expect(asked.filter((one) => 'whole' in one).map(({ file }) => file)).toEqual(['manifest.json', 'records/random/north.cells']);
  });

  it('is nothing that is held already: one force more, one less, the same again', async () => {
    const { open, asked } = watched(partedPack().files);
    const tasks = createTasks(open);
    const alone = await answered(tasks, ['north']);
    asked.length = 0;
    await answered(tasks, ['north', 'west']);
    expect(filesOf(asked)).toEqual(['areas.fgb', 'manifest.json', 'places.fgb', 'population.parquet', 'records/random/west.cells']);
    asked.length = 0;
    const again = await answered(tasks, ['north']);
    await answered(tasks, ['west']);
    expect(filesOf(asked)).toEqual(['manifest.json']);
    expect(comparable(again.evaluation)).toEqual(comparable(alone.evaluation));
  });

  it('begins with the records that will be asked for next beside the areas, and reads them once', async () => {
    const { open, asked } = watched(partedPack().files);
    const tasks = createTasks(open);
    valueOf(await openForces(tasks, ['north'], { dataSet: null }));
    expect(filesOf(asked)).toContain('records/random/north.cells');
    asked.length = 0;
    const progress: number[] = [];
    valueOf(await tasks.openDataSet('tiny:north', 'random', { onProgress: ({ done, total }) => progress.push(done / total) }));
    expect([asked, progress.at(-1)]).toEqual([[], 1]);
    valueOf(await openForces(tasks, ['north', 'west'], { dataSet: 'random' }));
    expect(filesOf(asked).filter((file) => file.startsWith('records/'))).toEqual(['records/random/west.cells']);
  });

  it('says what is wrong with records that were read before they were asked for', async () => {
    const { files } = partedPack();
    files.set('records/random/north.cells', Uint8Array.of(1));
    const tasks = createTasks(sourceOf(files));
    valueOf(await openForces(tasks, ['north'], { dataSet: null }));
    expect(await tasks.openDataSet('tiny:north', 'random')).toMatchObject({ ok: false, problem: { where: 'records/random/north.cells' } });
    files.delete('records/random/north.cells');
    expect(await tasks.openDataSet('tiny:north', 'random')).toMatchObject({ ok: false, problem: { what: 'The server answered 404.' } });
  });

  it('reads parts anew when the pack was built anew meanwhile', async () => {
    const { files, manifest } = partedPack();
    const { open, asked } = watched(files);
    const tasks = createTasks(open);
    await answered(tasks, ['north']);
    asked.length = 0;
    files.set('manifest.json', jsonBytes({ ...manifest, built: '2024-02-02T00:00:00Z' }));
    await answered(tasks, ['north', 'west']);
    expect(filesOf(asked)).toContain('records/random/north.cells');
  });

  it('stops the whole files when a manifest that was not expected to tells of partitions', async () => {
    const { open, asked } = watched(partedPack().files);
    const opened = valueOf(await createTasks(open).openPack(PACK_PATH, {}));
    expect(opened.parts).toEqual(['north']);
    expect(asked.filter((one) => 'whole' in one).map(({ file }) => file).toSorted()).toEqual(['areas.fgb', 'manifest.json', 'places.fgb']);
  });
});

describe('choices of parts that are open', () => {
  it('have names of their own, of which only the one to keep stays', async () => {
    const tasks = createTasks(sourceOf(partedPack().files));
    await answered(tasks, ['north']);
    await answered(tasks, ['west']);
    expect([tasks.evaluate({ ...REQUEST, pack: 'tiny:north' }).ok, tasks.evaluate({ ...REQUEST, pack: 'tiny' }).ok]).toEqual([true, false]);
    valueOf(await openForces(tasks, ['east'], { keep: 'tiny:west' }));
    expect([tasks.evaluate({ ...REQUEST, pack: 'tiny:west' }).ok, tasks.evaluate({ ...REQUEST, pack: 'tiny:north' }).ok]).toEqual([true, false]);
    valueOf(await openForces(tasks, ['east'], { keep: null }));
    expect(tasks.evaluate({ ...REQUEST, pack: 'tiny:west' }).ok).toBe(false);
    valueOf(await tasks.openDataSet('tiny:east', 'random'));
  });

  it('stay when another cannot be opened or is aborted', async () => {
    const { files } = partedPack();
    const tasks = createTasks(sourceOf(files));
    await answered(tasks, ['north']);
    files.set('areas.fgb', Uint8Array.of(1, 2, 3));
    const refused = await openForces(tasks, ['west'], { keep: 'tiny:north' });
    expect(refused.ok ? '' : `${refused.problem.where}: ${refused.problem.what}`).toMatch(/^packs\/tiny\/areas\.fgb: The file has 3 bytes; the manifest says \d+\.$/);
    const control = new AbortController();
    const aborted = openForces(tasks, ['west'], { keep: null, signal: control.signal });
    control.abort();
    await expect(aborted).rejects.toThrow(/abort/i);
    expect(tasks.evaluate({ ...REQUEST, pack: 'tiny:north' }).ok).toBe(true);
  });
});

/** What is wrong and where, of a pack that was changed or whose files come otherwise. */
async function problemOf(change: (pack: ReturnType<typeof partedPack>) => PackFiles, wrap = (source: ByteSource) => source): Promise<string> {
  const files = change(partedPack());
  const tasks = createTasks((path) => wrap(sourceOf(files)(path)));
  const opened = await openForces(tasks, ['west']);
  const records = opened.ok ? await tasks.openDataSet('tiny:west', 'random') : opened;
  return records.ok ? 'no problem' : `${records.problem.where}: ${records.problem.what}`;
}
const withParts = (change: (part: { id: string; areas: number; population: { first: number; rows: number } }) => object) => ({ files, manifest }: ReturnType<typeof partedPack>) =>
  new Map([...files, ['manifest.json', jsonBytes({ ...manifest, partitions: { ...manifest.partitions, parts: manifest.partitions?.parts.map((part) => ({ ...part, ...change(part) })) } })]]);

/** A server that knows no ranges. */
const wholeOnly = (source: ByteSource): ByteSource => ({ ...source, readRange: async (_range, options) => ({ bytes: await source.read(options), whole: true, version: null }) });

describe('faults of a pack in parts', () => {
  it('are said: areas that are missing, rows of another part, records of another part, files that are not listed', async () => {
    expect(await problemOf(withParts(({ areas }) => ({ areas: areas + 1 })))).toBe('areas.fgb: Westshire has 5 areas by the manifest; 4 were found in its box.');
    expect(await problemOf(withParts(({ population: { first, rows } }) => ({ population: { first: Math.max(0, first - 1), rows } })))).toMatch(/^population\.parquet, row \d+: No area, year or age band of this pack: E0/);
    expect(await problemOf(withParts(({ population: { first, rows } }) => ({ population: { first, rows: rows + 1 } })))).toMatch(/^population\.parquet: The file has \d+ rows; the manifest speaks of row \d+\.$/);
    expect(await problemOf(withParts(({ population: { first, rows } }) => ({ population: { first, rows: rows - 1 } })))).toMatch(/^population\.parquet: Population figures are missing, first for E0/);
    expect(await problemOf(({ files }) => new Map([...files, ['records/random/west.cells', files.get('records/random/north.cells') ?? new Uint8Array()]]))).toMatch(/^records\/random\/west\.cells: The file has \d+ bytes/);
    expect(await problemOf(({ files, manifest }) => new Map([...files, ['manifest.json', jsonBytes({ ...manifest, files: [] })]]))).toBe('areas.fgb: The manifest does not list this file.');
  });

  it('is none where the server sends whole files: they are cut here, and one note says so', async () => {
    const { files } = partedPack();
    const { pack, evaluation } = await answered(createTasks((path) => wholeOnly(sourceOf(files)(path))), ['north', 'east']);
    expect(comparable(evaluation)).toEqual(comparable(expected(partedPack(), [0, 1], pack)));
    const opened = await openForces(createTasks((path) => wholeOnly(sourceOf(files)(path))), ['north']);
    expect(opened.ok && opened.notes).toEqual([expect.stringContaining('The server sends whole files')]);
    // A source that knows no ranges at all is read whole without a word.
    expect(await openForces(createTasks((path) => ({ name: path, read: (options) => sourceOf(files)(path).read(options) })), ['north'])).toMatchObject({ ok: true, notes: [] });
  });

  it('is a file that changes while it is read', async () => {
    let version = 0;
    const changing = (source: ByteSource): ByteSource => ({ ...source, readRange: async (range, options) => ({ ...(await source.readRange?.(range, options) ?? { bytes: new Uint8Array(), whole: false }), version: String(version += 1) }) });
    expect(await problemOf(({ files }) => files, changing)).toMatch(/\.(fgb|parquet): The file changed while it was read\.$/);
  });
});
