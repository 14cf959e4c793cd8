import { resolve } from 'node:path';
import { build } from 'vite';
import { fromPeers } from './peers.ts';

/** Builds the measuring page as the app is built, minified and in modules, with the peers beside the engine. */
export async function buildPage(out: string): Promise<void> {
  await build({
    configFile: false, root: resolve(import.meta.dirname, '../page'), base: './', logLevel: 'error', publicDir: false,
    plugins: [fromPeers()],
    worker: { format: 'es', plugins: () => [fromPeers()] },
    // Kepler.gl's code for Node and React looks for them; nothing of that is run.
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: { outDir: out, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 100_000 },
  });
}
