import type { Plugin } from 'vite';
import { staticFiles } from './staticFiles.ts';

/**
 * Lets `npm start` and `vite preview` serve as a real server should: see staticFiles.ts. The app comes from its build and
 * packs from public/, so that a large pack is not copied for it.
 */
export function previewFiles(): Plugin {
  return {
    name: 'preview-files',
    configurePreviewServer({ config, middlewares }) {
      const serve = staticFiles([config.build.outDir, config.publicDir]);
      middlewares.use((request, response, next) => void serve(request, response).catch(next));
    },
  };
}
