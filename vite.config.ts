import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { preloadFirst } from './serving/preloadFirst.ts';
import { previewFiles } from './serving/previewFiles.ts';

const nodeProject = (name: string, include: string[], testTimeout = 60_000) => ({
  extends: true as const,
  test: { name, include, environment: 'node' as const, testTimeout, hookTimeout: testTimeout },
});

/** One browser, one page at a time: the machine's two cores draw the map in software. */
const browserProject = () => {
  const { test, ...rest } = nodeProject('browser', ['tests/browser/**/*.test.ts'], 120_000);
  return { ...rest, test: { ...test, globalSetup: ['tests/browser/setup.ts'], fileParallelism: false, hookTimeout: 60_000 } };
};

/** Fails at once where GEODATA_RAW is set but wrong, instead of skipping everything. */
const realDataProject = () => {
  const { test, ...rest } = nodeProject('realdata', ['tests/realdata/**/*.test.ts'], 300_000);
  return { ...rest, test: { ...test, globalSetup: ['tests/realdata/setup.ts'] } };
};

/** The built page carries its policy in index.html; the dev server's live reload needs an inline script, so it goes there. */
const relaxPolicyInDevelopment: Plugin = {
  name: 'relax-policy-in-development',
  apply: 'serve',
  transformIndexHtml: {
    order: 'pre',
    handler: (html, context) => (context.server ? html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '') : html),
  },
};

export default defineConfig({
  base: './',
  // A file that is missing is missing: the start page in its place would read as data.
  appType: 'mpa',
  plugins: [react(), relaxPolicyInDevelopment, preloadFirst(), previewFiles()],
  // What the worker needs for every pack in one file: the rest (partitions, the assessment, breaks) comes when it is asked for.
  worker: { format: 'es', rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'records', test: /src\/worker\/worker\.ts$/ }] } } } },
  build: {
    target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200,
    // Every browser of this age knows module preloads; one that does not only waits a little longer.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', 'bench.html'],
      // The shell and all it imports in one file: split by who shares what, it would be seventeen.
      output: { codeSplitting: { groups: [{ name: 'start', test: /preload-helper/, priority: 1 }, { name: 'page', test: /src\/app\/openPage\.tsx$/ }] } },
    },
  },
  optimizeDeps: { exclude: ['maplibre-gl'] },
  test: {
    projects: [
      nodeProject('unit', ['tests/unit/**/*.test.{ts,tsx}']),
      nodeProject('reference', ['tests/reference/**/*.test.ts']),
      nodeProject('calibration', ['tests/calibration/**/*.test.ts']),
      nodeProject('architecture', ['tests/architecture/**/*.test.ts']),
      browserProject(),
      realDataProject(),
    ],
  },
});
