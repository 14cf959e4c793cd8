/** One drawing at a time, whatever is asked for while Terra Draw is still on its way. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Drawing } from './drawing.ts';
import type { Palette } from './scale/colours.ts';
import type { MapCallbacks, Ring } from './types.ts';

export class DrawingKeeper {
  readonly #map: MapLibreMap;
  readonly #status: HTMLElement;
  readonly #callbacks: Pick<MapCallbacks, 'onDrawing' | 'onDrawn' | 'onProblem'>;
  #drawing: Drawing | 'loading' | null = null;
  /** Counts starts, so that one given up while loading is not taken for a later one. */
  #turn = 0;

  constructor(map: MapLibreMap, status: HTMLElement, callbacks: Pick<MapCallbacks, 'onDrawing' | 'onDrawn' | 'onProblem'>) {
    this.#map = map;
    this.#status = status;
    this.#callbacks = callbacks;
  }

  get busy(): boolean {
    return this.#drawing !== null;
  }

  start(palette: Palette): void {
    if (this.#drawing) return;
    this.#drawing = 'loading';
    this.#turn += 1;
    const turn = this.#turn;
    const wanted = (): boolean => this.#turn === turn && this.#drawing !== null;
    const onCorners = (corners: number): void => {
      if (wanted()) this.#callbacks.onDrawing(corners);
    };
    const onEnd = (ring: Ring | null): void => {
      if (wanted()) this.#end(ring);
    };
    // Only who draws needs its code.
    import('./drawing.ts').then(({ startDrawing }) => startDrawing({ map: this.#map, palette, status: this.#status, wanted, onCorners, onEnd })).then(
      (drawing) => {
        if (drawing && wanted()) this.#drawing = drawing;
      },
      (error: unknown) => {
        if (!wanted()) return;
        this.#callbacks.onProblem({
          what: 'The drawing tool could not be loaded', where: error instanceof Error ? error.message : 'Terra Draw',
          remedy: 'Check the connection and try again, or choose areas in the table.',
        });
        this.#end(null);
      },
    );
  }

  finish(): void {
    if (this.#drawing !== 'loading') this.#drawing?.finish();
  }

  removeLastCorner(): void {
    if (this.#drawing !== 'loading') this.#drawing?.removeLastCorner();
  }

  cancel(): void {
    const drawing = this.#drawing;
    if (drawing === null) return;
    if (drawing === 'loading') this.#end(null);
    else drawing.cancel();
  }

  #end(ring: Ring | null): void {
    this.#drawing = null;
    this.#callbacks.onDrawing(null);
    this.#callbacks.onDrawn(ring);
  }
}
