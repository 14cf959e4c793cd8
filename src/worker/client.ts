import { Connection } from './connection.ts';
import type { AtlasWorker } from './protocol.ts';
import { revivingWorker } from './revivingWorker.ts';

/** Starts the worker, and another one where it has ended. */
export function createAtlasWorker(): AtlasWorker {
  return revivingWorker(startWorker);
}

/** The only place that makes a worker. After an error that nobody caught its state cannot be trusted, so it is ended. */
function startWorker(onEnd: () => void): AtlasWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const connection = new Connection(worker, () => worker.terminate(), (path) => new URL(path, document.baseURI).href);
  const fail = (what: string) => {
    onEnd();
    worker.terminate();
    connection.fail(what);
  };
  worker.addEventListener('error', (event) => fail(`The worker stopped: ${event.message || 'its script could not be loaded'}.`));
  worker.addEventListener('messageerror', () => fail('An answer of the worker could not be read.'));
  return connection;
}
