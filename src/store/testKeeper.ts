import type { StoreApi } from 'zustand/vanilla';
import type { OpenedPack, Outcome, Progress } from '../model/pack.ts';
import { requestKey } from './evaluator.ts';
import { createLatest } from './latest.ts';
import type { Atlas, AtlasState, Made } from './state.ts';

/** What a keeper keeps: a test of the view's filter, made while something on screen shows it. */
export interface KeptTest<Request extends { readonly pack: string; readonly dataSet: string }, Answer extends { readonly request: Request }> {
  run(request: Request, options: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void }): Promise<Outcome<Answer>>;
  /** What the view asks for; null while nothing is open. */
  requestOf(state: AtlasState): Request | null;
  /** Whether anything on screen shows it. */
  isShown(state: AtlasState): boolean;
  read(state: AtlasState): Made<Answer>;
  write(made: Made<Answer>, progress: Progress | null): Partial<AtlasState>;
  /** What failed, in a sentence part: "Hotspots could not be tested". */
  readonly failure: string;
}

/**
 * Keeps a test current from the first time somebody needs it, while it is shown: a change of filter or settings ends
 * the one under way and starts the next. The last answer of the pack stays until there is a new one; its request says
 * what it is of. When nothing shows it any more, what is under way is ended.
 */
export function createTestKeeper<Request extends { readonly pack: string; readonly dataSet: string }, Answer extends { readonly request: Request }>(store: StoreApi<Atlas>, test: KeptTest<Request, Answer>): { need(): void } {
  const set = (made: Made<Answer>, progress: Progress | null = null) => store.setState(test.write(made, progress));
  const made = () => test.read(store.getState());
  let needed = false;
  let opened: OpenedPack | null = null;
  const latest = createLatest<Request, Answer>({
    run: (request, signal) => test.run(request, { signal, onProgress: (progress) => { if (!signal.aborted) set(made(), progress); } }),
    keyOf: requestKey,
    keyOfAnswer: ({ request }) => requestKey(request),
    onAnswer: (value) => set({ status: 'ready', value, problem: null }),
    onProblem: (problem) => set({ ...made(), status: 'failed', problem }),
    failure: ({ dataSet }) => ({ what: test.failure, where: dataSet }),
    interrupts: true,
  });
  const follow = () => {
    const request = test.requestOf(store.getState());
    if (!needed || request === null) return;
    if (latest.ask(request)) set({ ...made(), status: 'loading', problem: null });
  };
  const rest = () => {
    if (made().status !== 'loading') return;
    latest.forget();
    set({ status: made().value === null ? 'idle' : 'ready', value: made().value, problem: null });
  };
  store.subscribe((now, before) => {
    if (now.pack.opened !== opened) {
      const held = opened !== null;
      opened = now.pack.opened;
      latest.forget();
      if (held) set({ status: 'idle', value: null, problem: null });
    }
    if (now.view === before.view && now.pack.opened === before.pack.opened && now.dataSet.entry === before.dataSet.entry) return;
    if (test.isShown(now)) follow();
    else rest();
  });
  return {
    need() {
      needed = true;
      follow();
    },
  };
}
