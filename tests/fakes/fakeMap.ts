import type { SurfacePaint } from '../../src/map/layers/densityLayers.ts';
import type { AreaPaint } from '../../src/map/layers/legend.ts';
import type { Box, Camera, MapCallbacks, MapOwner, Ring, Room, Theme } from '../../src/map/types.ts';
import type { DrawnArea } from '../../src/model/drawnAreas.ts';
import type { OverlayId } from '../../src/model/measures.ts';
import type { OpenedPack } from '../../src/model/pack.ts';

/** What the fake map shows now. */
export interface FakeMapView {
  readonly pack: OpenedPack | null;
  readonly paint: AreaPaint | null;
  readonly overlays: readonly OverlayId[];
  readonly surface: SurfacePaint | null;
  readonly theme: Theme;
  readonly selected: readonly number[];
  readonly hovered: number | null;
  readonly camera: Camera | null;
  readonly drawn: Ring | null;
  readonly drawnAreas: readonly DrawnArea[];
  readonly drawing: boolean;
  /** Corners that stand in the drawing under way. */
  readonly corners: Ring;
  readonly room: Room | null;
  readonly destroyed: boolean;
}

/**
 * A map without WebGL: remembers what it was told, ignores what the real one ignores, and lets a test act as
 * the reader. After `destroy` every call throws, so that a test notices a map used after its end.
 */
export class FakeMap implements MapOwner {
  view: FakeMapView = { pack: null, paint: null, overlays: [], surface: null, theme: 'light', selected: [], hovered: null, camera: null, drawn: null, drawnAreas: [], drawing: false, corners: [], room: null, destroyed: false };
  /** Times a setter changed anything, by name. */
  readonly changes = new Map<string, number>();
  readonly boxes: Box[] = [];
  readonly #callbacks: MapCallbacks;

  constructor(callbacks: MapCallbacks) {
    this.#callbacks = callbacks;
  }

  #change(patch: Partial<FakeMapView>): void {
    if (this.view.destroyed) throw new Error('The map was used after destroy()');
    const before: Readonly<Record<string, unknown>> = { ...this.view };
    for (const [name, value] of Object.entries(patch)) {
      if (JSON.stringify(value) !== JSON.stringify(before[name])) this.changes.set(name, (this.changes.get(name) ?? 0) + 1);
    }
    this.view = { ...this.view, ...patch };
  }

  setPack(pack: OpenedPack | null): void { this.#change({ pack }); }
  setPaint(paint: AreaPaint): void { this.#change({ paint }); }
  setOverlays(overlays: readonly OverlayId[]): void { this.#change({ overlays }); }
  setSurface(surface: SurfacePaint | null): void { this.#change({ surface }); }
  setTheme(theme: Theme): void { this.#change({ theme }); }
  setSelected(selected: readonly number[]): void { this.#change({ selected }); }
  setHovered(hovered: number | null): void { this.#change({ hovered }); }
  setCamera(camera: Camera | null): void { this.#change({ camera }); }
  setDrawn(drawn: Ring | null): void { this.#change({ drawn }); }
  setDrawnAreas(drawnAreas: readonly DrawnArea[]): void { this.#change({ drawnAreas }); }
  setRoom(room: Room): void { this.#change({ room }); }
  whenDrawn(): Promise<void> { return Promise.resolve(); }
  resize(): void { this.#change({}); }
  toImage({ theme = this.view.theme }: { readonly theme?: Theme } = {}): Promise<Blob> { return Promise.resolve(new Blob([`fake map, ${theme}`], { type: 'image/png' })); }

  /** Moves to the middle of the box, at zoom 10, and reports it as the real map does. */
  fitBox(box: Box): void {
    this.boxes.push(box);
    this.moveTo({ zoom: 10, latitude: (box[1] + box[3]) / 2, longitude: (box[0] + box[2]) / 2 });
  }

  startDrawing(): void {
    if (this.view.drawing) return;
    this.#change({ drawing: true, corners: [] });
    this.#callbacks.onDrawing(0);
  }

  finishDrawing(): void {
    if (this.view.drawing && this.view.corners.length >= 3) this.draw(this.view.corners);
  }

  removeLastCorner(): void {
    if (this.view.drawing && this.view.corners.length > 0) this.#setCorners(this.view.corners.slice(0, -1));
  }

  cancelDrawing(): void {
    if (this.view.drawing) this.draw(null);
  }

  #setCorners(corners: Ring): void {
    this.#change({ corners });
    this.#callbacks.onDrawing(corners.length);
  }

  destroy(): void {
    if (!this.view.destroyed) this.#change({ destroyed: true });
  }

  // What a reader does.
  becomeReady(): void { this.#callbacks.onReady(); }
  pointAt(area: number | null): void { if (!this.view.drawing) this.#callbacks.onHover(area); }
  click(area: number, add = false): void { if (!this.view.drawing) this.#callbacks.onSelect(area, add); }
  clickPlace(placeId: string): void { if (!this.view.drawing) this.#callbacks.onPlace(placeId); }
  fail(what: string): void { this.#callbacks.onProblem({ what, where: 'fake map', remedy: 'none' }); }

  moveTo(camera: Camera): void {
    this.#change({ camera });
    this.#callbacks.onCamera(camera);
  }

  /** Sets one more corner of the drawing under way. */
  clickCorner(longitude: number, latitude: number): void {
    if (this.view.drawing) this.#setCorners([...this.view.corners, [longitude, latitude]]);
  }

  /** Ends a drawing: with a ring, or null for Escape. */
  draw(ring: Ring | null): void {
    this.#change(ring ? { drawing: false, corners: [], drawn: ring } : { drawing: false, corners: [] });
    this.#callbacks.onDrawing(null);
    this.#callbacks.onDrawn(ring);
  }
}
