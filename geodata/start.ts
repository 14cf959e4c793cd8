/**
 * `npm start`: builds the demonstration pack where no pack is there yet, builds the app, compresses both, serves them and
 * prints the address. `--pack-only` stops after the pack (used by `npm run dev`); `--port N` chooses the port.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { precompress } from '../serving/precompress.ts';
import { buildDemonstrationPack } from './demo/build.ts';
import { updatePackIndex } from './pack/packIndex.ts';
import { messageOf } from '../src/files/outcome.ts';
import { BuildProblem, printProblem, stop } from './problem.ts';
import { endProgress, printProgress } from './progress.ts';

const AREA = 'bedfordshire';
const PACKS = 'public/packs';

/** Looks at the folders themselves, because a list can outlive what it lists. */
async function ensurePack(): Promise<void> {
  const { packs } = existsSync(PACKS) ? await updatePackIndex(PACKS) : { packs: [] };
  if (packs.length > 0) return;
  // Whatever is there cannot be opened by this program; it may be somebody's real pack, so it is not replaced unasked.
  if (existsSync(`${PACKS}/${AREA}/manifest.json`)) {
    stop('The pack that is here is of another format version or damaged', `${PACKS}/${AREA}`, `Build it again (README.md, "Build a real pack"), or "npm run geodata -- --area ${AREA} --demonstration" for the demonstration pack.`);
  }
  console.log('No area pack yet: building the demonstration pack (synthetic records, no download).');
  const started = performance.now();
  await buildDemonstrationPack({ areaId: AREA, out: `${PACKS}/${AREA}`, onProgress: printProgress });
  endProgress();
  console.log(`Demonstration pack built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

async function serve(port: string | undefined): Promise<void> {
  // Packs are served from where they lie: a national one is not copied.
  await build({ logLevel: 'warn', build: { copyPublicDir: false } });
  await precompress('dist');
  await precompress(PACKS).catch((error: unknown) => console.log(`Packs are served as they are: ${messageOf(error)}`));
  const server = await preview({ preview: port ? { port: Number(port), strictPort: true } : {} });
  console.log(`\nHotspot Atlas is ready: ${server.resolvedUrls?.local[0] ?? 'see the port above'}`);
  console.log('Press Ctrl+C to stop.');
}

try {
  const { values } = parseArgs({ options: { 'pack-only': { type: 'boolean' }, port: { type: 'string' } } });
  await ensurePack();
  if (!values['pack-only']) await serve(values.port);
} catch (error) {
  endProgress();
  if (!(error instanceof BuildProblem)) throw error;
  printProblem(error);
  process.exitCode = 1;
}
