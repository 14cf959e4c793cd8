import { Connection } from './connection.ts';
import type { AtlasWorker } from './protocol.ts';

/** Starts the worker. The only place that makes one. */
export function createAtlasWorker(): AtlasWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const connection = new Connection(worker, () => worker.terminate(), (path) => new URL(path, document.baseURI).href);
  worker.addEventListener('error', (event) => connection.fail(`The worker stopped: ${event.message || 'its script could not be loaded'}.`));
  worker.addEventListener('messageerror', () => connection.fail('An answer of the worker could not be read.'));
  return connection;
}
