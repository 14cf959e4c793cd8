import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

export const PEERS_FOLDER = resolve(import.meta.dirname, '../peers');

/** Installs the peers from their own lock file where they are not there, or older than it. */
export function installPeers(): void {
  const installed = join(PEERS_FOLDER, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(PEERS_FOLDER, 'package-lock.json')).mtimeMs) return;
  console.log('Installing the peers (once, about 310 MB in tests/bench/peers/node_modules) ...');
  const { status } = spawnSync('npm', ['ci', '--silent'], { cwd: PEERS_FOLDER, stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be installed: see the messages above.');
}

/** Kepler.gl's hexagons ask for a document as they load, which a worker has not; its filters of rows never use them. */
const NO_HEXAGONS = '\0no-hexagons';

/** Finds the peers beside the bench: the app's own packages never see them. */
export function fromPeers(): Plugin {
  return {
    name: 'from-peers',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source === 'h3-js') return NO_HEXAGONS;
      if (importer === undefined || importer.includes('/peers/node_modules/') || !/^(crossfilter2|arquero|apache-arrow|@duckdb\/|@kepler\.gl\/)/.test(source)) return null;
      const [path = '', query] = source.split('?');
      // Files inside a package are named in full, whether or not it lists them as entries.
      const file = join(PEERS_FOLDER, 'node_modules', path);
      if (/\.\w+$/.test(path) && path !== '@kepler.gl/utils' && existsSync(file) && statSync(file).isFile()) return query === undefined ? file : `${file}?${query}`;
      return this.resolve(source, join(PEERS_FOLDER, 'package.json'), { skipSelf: true });
    },
    load: (id) => (id === NO_HEXAGONS ? 'export default {};' : null),
  };
}
