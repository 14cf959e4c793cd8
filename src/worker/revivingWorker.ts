import type { Outcome } from '../model/pack.ts';
import { namesOf } from './packNames.ts';
import type { AtlasWorker, PackChoice } from './protocol.ts';

/** One worker while it lives, and what was opened in it: by pack, and by pack and data set. */
interface Life {
  readonly worker: AtlasWorker;
  readonly opened: Map<string, Promise<Outcome<unknown>>>;
}

/** How a pack, or a choice of its forces, is opened again. */
interface Origin {
  readonly key: string;
  readonly path: string;
  readonly choice: PackChoice;
}

/**
 * A worker that begins anew when it has ended: what was pending gets the problem, and the next call starts another
 * worker and opens again what that call needs, so that the reader can simply try again. One death costs one problem;
 * nothing is repeated by itself, so that what kills the worker cannot do so in a loop.
 * @param start starts a worker, and calls `onEnd` before it fails what is pending.
 */
export function revivingWorker(start: (onEnd: () => void) => AtlasWorker): AtlasWorker {
  /** What each pack was opened from, by the names that tasks.ts knows it by. */
  const origins = new Map<string, Origin>();
  let life: Life | null = null;
  const alive = (): Life => {
    if (life !== null) return life;
    const worker = start(() => {
      if (life?.worker === worker) life = null;
    });
    life = { worker, opened: new Map() };
    return life;
  };
  alive();

  return {
    async openPack(path, options) {
      const { worker, opened } = alive();
      const outcome = await worker.openPack(path, options);
      if (!outcome.ok) return outcome;
      const names = namesOf(path, outcome.value);
      const { parts } = outcome.value;
      const origin = { key: names[0], path, choice: parts === undefined ? {} : { forces: { forces: parts, at: null }, partitioned: true } };
      for (const name of names) origins.set(name, origin);
      opened.set(origin.key, Promise.resolve(outcome));
      return outcome;
    },
    async openDataSet(pack, dataSet, options) {
      const now = alive();
      const problem = await reopenPack(now, origins.get(pack));
      if (problem !== null) return problem;
      const outcome = await now.worker.openDataSet(pack, dataSet, options);
      if (outcome.ok) now.opened.set(keyOf(pack, dataSet), Promise.resolve(outcome));
      return outcome;
    },
    async evaluate(request, options) {
      const now = alive();
      const problem = (await reopenPack(now, origins.get(request.pack))) ?? (await reopenDataSet(now, request.pack, request.dataSet));
      return problem ?? now.worker.evaluate(request, options);
    },
    shapes(source) {
      return alive().worker.shapes(source);
    },
    classBreaks(values, classes, method) {
      return alive().worker.classBreaks(values, classes, method);
    },
    async assess(request, options) {
      const now = alive();
      const problem = await reopenPack(now, origins.get(request.pack));
      return problem ?? now.worker.assess(request, options);
    },
    async hotspots(request, options) {
      const now = alive();
      const problem = await reopenPack(now, origins.get(request.pack));
      return problem ?? now.worker.hotspots(request, options);
    },
    async backtest(request, options) {
      const now = alive();
      const problem = await reopenPack(now, origins.get(request.pack));
      return problem ?? now.worker.backtest(request, options);
    },
    async surface(request, options) {
      const now = alive();
      const problem = await reopenPack(now, origins.get(request.pack));
      return problem ?? now.worker.surface(request, options);
    },
    async patrolPlaces(request, options) {
      const now = alive();
      const problem = await reopenPack(now, origins.get(request.pack));
      return problem ?? now.worker.patrolPlaces(request, options);
    },
    async plan(request, options) {
      return alive().worker.plan(request, options);
    },
    dispose() {
      life?.worker.dispose();
    },
  };
}

/** A pack that was never opened is left to the worker, which says so. */
function reopenPack(life: Life, origin: Origin | undefined): Promise<Failure | null> {
  return origin === undefined ? Promise.resolve(null) : once(life, origin.key, () => life.worker.openPack(origin.path, origin.choice));
}

function reopenDataSet(life: Life, pack: string, dataSet: string): Promise<Failure | null> {
  return once(life, keyOf(pack, dataSet), () => life.worker.openDataSet(pack, dataSet));
}

type Failure = Extract<Outcome<never>, { ok: false }>;

/** Opens what is not open yet, once for all who wait for it; what failed is tried again at the next call. */
async function once({ opened }: Life, key: string, open: () => Promise<Outcome<unknown>>): Promise<Failure | null> {
  const opening = opened.get(key) ?? open();
  opened.set(key, opening);
  const outcome = await opening;
  if (outcome.ok) return null;
  opened.delete(key);
  return outcome;
}

function keyOf(pack: string, dataSet: string): string {
  return JSON.stringify([pack, dataSet]);
}
