import type { StoreApi } from 'zustand/vanilla';
import { packKey } from '../model/pack.ts';
import type { SurfaceAnswer, SurfaceRequest } from '../model/surface.ts';
import type { AtlasWorker } from '../worker/protocol.ts';
import { memoise } from './memoise.ts';
import { requestOf } from './shown.ts';
import type { Atlas, AtlasState } from './state.ts';
import { createTestKeeper } from './testKeeper.ts';

/** What is asked for the surface; null until a data set is open. */
export function surfaceRequestOf(state: AtlasState): SurfaceRequest | null {
  const request = requestOf(state);
  return request === null ? null : { pack: request.pack, dataSet: request.dataSet, selection: request.selection, settings: state.view.surface };
}

/** True while the surface is on the map, or its peaks can be kept as a list. */
export function surfaceIsShown({ view: { view, overlays } }: AtlasState): boolean {
  return view === 'hotspots' || (view === 'explore' && overlays.includes('surface'));
}

/** A surface of what is open, and whether it is still of an earlier filter or bandwidth. */
export interface ShownSurface {
  readonly answer: SurfaceAnswer;
  readonly old: boolean;
}

/** The surface to show: none where it was refused, nor of another data set. The same state gives the same object. */
export function shownSurface({ surface: { value, status }, pack: { opened }, dataSet: { entry } }: AtlasState): ShownSurface | null {
  const fits = value !== null && opened !== null && value.request.pack === packKey(opened) && value.request.dataSet === entry?.id;
  return fits && status !== 'failed' ? asShown(value, status !== 'ready') : null;
}
const asShown = memoise((answer: SurfaceAnswer, old: boolean): ShownSurface => ({ answer, old }));

/** Keeps the surface of the view's filter. */
export function createSurfaceKeeper(store: StoreApi<Atlas>, worker: AtlasWorker): { need(): void } {
  return createTestKeeper<SurfaceRequest, SurfaceAnswer>(store, {
    run: (request, options) => worker.surface(request, options), requestOf: surfaceRequestOf, isShown: surfaceIsShown,
    read: ({ surface }) => surface, write: (surface, surfaceProgress) => ({ surface, surfaceProgress }), failure: 'The density surface could not be made',
  });
}
