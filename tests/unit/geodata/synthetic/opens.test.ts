import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../../../src/model/selection.ts';
import { packKey } from '../../../../src/model/pack.ts';
import { createTasks } from '../../../../src/worker/tasks.ts';
import { valueOf } from '../../../../geodata/problem.ts';
import { PACK_PATH, sourceOf } from '../../worker/memoryPack.ts';
import { AREAS, ask, buildCountry } from './miniCountry.ts';

/** Every file of a folder, by path. */
async function filesOf(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(paths.map(async (path) => [relative(folder, path), new Uint8Array(await readFile(path))] as const)));
}

describe('the program', () => {
  it('opens one force, several and all of a pack written here, and counts what its Parquet holds', async () => {
    const country = await buildCountry();
    const tasks = createTasks(sourceOf(await filesOf(country.out)));
    for (const forces of [['inner'], ['east', 'west'], 'all'] as const) {
      const pack = valueOf(await tasks.openPack(PACK_PATH, { partitioned: true, forces: { forces, at: null } }));
      const ids = forces === 'all' ? country.parts.map(({ id }) => id) : forces;
      expect(pack.areas.code).toHaveLength(country.parts.filter(({ id }) => ids.some((other) => other === id)).reduce((sum, { areas }) => sum + areas, 0));
      valueOf(await tasks.openDataSet(packKey(pack), 'street'));
      const evaluation = valueOf(tasks.evaluate({ pack: packKey(pack), dataSet: 'street', selection: { ...EVERYTHING, types: ['burglary'] }, confidence: 95, benchmark: { kind: 'county' }, detail: true }));
      const files = ids.map((id) => `'${join(country.out, 'records/street', `${id}.parquet`)}'`).join(', ');
      const counted = new Map((await ask(`SELECT lsoa, COUNT(*) FROM read_parquet([${files}]) WHERE crime_type = 'burglary' GROUP BY lsoa`)).map(([lsoa, count]) => [lsoa, Number(count)]));
      expect([...evaluation.areas.count]).toEqual(pack.areas.code.map((code) => counted.get(code) ?? 0));
    }
    expect(AREAS).toBe(country.parts.reduce((sum, { areas }) => sum + areas, 0));
  });
});
