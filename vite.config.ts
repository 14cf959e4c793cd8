import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const nodeProject = (name: string, include: string[], testTimeout = 20_000) => ({
  extends: true as const,
  test: { name, include, environment: 'node' as const, testTimeout },
});

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  optimizeDeps: { exclude: ['maplibre-gl'] },
  test: {
    projects: [
      nodeProject('unit', ['tests/unit/**/*.test.{ts,tsx}']),
      nodeProject('reference', ['tests/reference/**/*.test.ts']),
      nodeProject('calibration', ['tests/calibration/**/*.test.ts'], 60_000),
      nodeProject('architecture', ['tests/architecture/**/*.test.ts']),
      nodeProject('browser', ['tests/browser/**/*.test.ts'], 120_000),
      nodeProject('realdata', ['tests/realdata/**/*.test.ts'], 300_000),
    ],
  },
});
