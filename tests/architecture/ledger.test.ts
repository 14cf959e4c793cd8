import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, textOf } from './sourceFiles.ts';

const DATA_FILE = /\.(json|csv|gz|zip|fgb|geojson|parquet|cells|bin|txt|svg)$/;
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' }).split('\n');

describe('ledgers', () => {
  it.each(['tests/fixtures', 'geodata'])('%s/README.md names every data file below it', (folder) => {
    const ledger = textOf(`${folder}/README.md`);
    const missing = tracked
      .filter((path) => path.startsWith(`${folder}/`) && DATA_FILE.test(path))
      .filter((path) => !ledger.includes(path.slice(folder.length + 1)) && !ledger.includes(basename(path)));
    expect(missing).toEqual([]);
  });

  it('keeps built packs and published geodata out of the project', () => {
    const odd = tracked.filter((path) => /\.(fgb|geojson|parquet|zip|gz)$/.test(path) && !path.startsWith('tests/fixtures/'));
    expect(odd).toEqual([]);
  });

  it.each(['package-lock.json', 'tests/bench/peers/package-lock.json'])('carries no download addresses in %s', (file) => {
    expect(textOf(file)).not.toContain('"resolved"');
  });
});
