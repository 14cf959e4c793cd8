/**
 * `npm start`: builds the demonstration pack where no pack is there yet, builds the app, serves it and prints
 * its address. `--pack-only` stops after the pack (used by `npm run dev`); `--port N` chooses the port.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { printProgress } from './progress.ts';
import { buildDemonstrationPack } from './demo/build.ts';

const AREA = 'bedfordshire';
const PACK_INDEX = 'public/packs/index.json';

function hasPack(): boolean {
  if (!existsSync(PACK_INDEX)) return false;
  const index: unknown = JSON.parse(readFileSync(PACK_INDEX, 'utf8'));
  if (typeof index !== 'object' || index === null || !('packs' in index) || !Array.isArray(index.packs)) return false;
  return index.packs.length > 0;
}

async function ensurePack(): Promise<void> {
  if (hasPack()) return;
  console.log('No area pack yet: building the demonstration pack (synthetic records, no download).');
  const started = performance.now();
  await buildDemonstrationPack({ areaId: AREA, out: `public/packs/${AREA}`, onProgress: printProgress });
  console.log(`Demonstration pack built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

const { values } = parseArgs({ options: { 'pack-only': { type: 'boolean' }, port: { type: 'string' } } });
await ensurePack();
if (!values['pack-only']) {
  await build({ logLevel: 'warn' });
  const server = await preview({ preview: values.port ? { port: Number(values.port), strictPort: true } : {} });
  console.log(`\nHotspot Atlas is ready: ${server.resolvedUrls?.local[0] ?? 'see the port above'}`);
  console.log('Press Ctrl+C to stop.');
}
