import { GPUInitializationError, Map as MapLibreMap } from 'maplibre-gl';
import type { DrawnArea } from '../model/drawnAreas.ts';
import type { OverlayId } from '../model/measures.ts';
import { messageOf, type OpenedPack } from '../model/pack.ts';
import { AreaKeeper } from './areaKeeper.ts';
import { attributionOf } from './attribution.ts';
import { CameraKeeper } from './cameraKeeper.ts';
import { DrawingKeeper } from './drawingKeeper.ts';
import { allDrawn } from './drawn.ts';
import type { MapFaults } from './faults.ts';
import { firstLine, watchFaults } from './faults.ts';
import type { Furniture } from './furniture.ts';
import { addControls, addFurniture } from './furniture.ts';
import { inertOwner } from './inertOwner.ts';
import { shapesBox } from './layers/mapData.ts';
import type { SurfacePaint } from './layers/densityLayers.ts';
import type { AreaPaint } from './layers/legend.ts';
import { mapOptions } from './options.ts';
import { noPicture, pictureDressed, pictureOf } from './picture.ts';
import { followPointer } from './pointer.ts';
import { PALETTES } from './scale/colours.ts';
import { setUpWorker } from './setup.ts';
import { applyOverlays, applyTheme, fadeDensity, fillDensity, fillDrawn } from './sync.ts';
import type { Box, Camera, MapCallbacks, MapOwner, Ring, Room, Theme } from './types.ts';

export type { MapCallbacks, MapOwner, Ring } from './types.ts';

/**
 * Makes the map in an element and hands back its only owner. Where the browser cannot draw it (no WebGL 2),
 * `onProblem` says so and every setter does nothing: the table shows the same figures.
 */
export function createMapOwner(container: HTMLElement, callbacks: MapCallbacks): MapOwner {
  try {
    return new LiveMapOwner(container, callbacks);
  } catch (error) {
    container.replaceChildren();
    callbacks.onProblem({
      what: 'The map cannot be drawn', where: error instanceof GPUInitializationError || !(error instanceof Error) ? 'WebGL 2 is not available' : firstLine(error.message),
      remedy: 'Use the table, which lists every area, or open this page in a browser with WebGL 2 switched on.',
    });
    return inertOwner();
  }
}

class LiveMapOwner implements MapOwner {
  readonly #map: MapLibreMap;
  readonly #callbacks: MapCallbacks;
  readonly #furniture: Furniture;
  readonly #camera: CameraKeeper;
  readonly #drawing: DrawingKeeper;
  readonly #areas: AreaKeeper;
  readonly #faults: MapFaults;
  #ready = false;
  #destroyed = false;
  /** What is wanted; the map catches up when its style has loaded. */
  #overlays: readonly OverlayId[] = [];
  #theme: Theme = 'light';
  #surface: SurfacePaint | null = null;
  #drawn: Ring | null = null;
  #drawnAreas: readonly DrawnArea[] = [];
  #drawWhenReady = false;

  constructor(container: HTMLElement, callbacks: MapCallbacks) {
    setUpWorker();
    this.#callbacks = callbacks;
    this.#map = new MapLibreMap(mapOptions(container));
    this.#areas = new AreaKeeper(this.#map, PALETTES[this.#theme], (error) => callbacks.onProblem({
      what: 'The areas cannot be drawn', where: firstLine(messageOf(error)), remedy: 'Use the table, which lists every area, or open this page in another browser.',
    }));
    this.#furniture = addFurniture(container);
    this.#camera = new CameraKeeper(this.#map, (camera) => callbacks.onCamera(camera));
    this.#drawing = new DrawingKeeper(this.#map, this.#furniture.status, {
      onProblem: (problem) => callbacks.onProblem(problem),
      onDrawing: (corners) => callbacks.onDrawing(corners),
      onDrawn: (ring) => {
        if (ring) this.setDrawn(ring);
        callbacks.onDrawn(ring);
      },
    });
    this.#faults = watchFaults(this.#map, (problem) => callbacks.onProblem(problem));
    addControls(this.#map);
    this.#listen();
  }

  #listen(): void {
    const map = this.#map;
    followPointer({ map, callbacks: this.#callbacks, areas: () => (this.#destroyed || this.#drawing.busy ? null : this.#areas.pack?.areas ?? null), finder: () => this.#areas.finder });
    map.once('style.load', () => {
      this.#ready = true;
      this.#catchUp();
    });
    map.once('load', () => void this.#areas.built.then(() => this.#callbacks.onReady()));
  }

  /** Everything asked for before the style had loaded. */
  #catchUp(): void {
    this.#dress(this.#theme);
    applyOverlays(this.#map, this.#overlays);
    fillDensity(this.#map, this.#surface);
    fadeDensity(this.#map, this.#surface?.old ?? false);
    fillDrawn(this.#map, this.#drawn, this.#drawnAreas);
    this.#areas.start();
    this.#showCounty();
    if (this.#drawWhenReady) this.startDrawing();
  }

  #dress(theme: Theme): void {
    applyTheme(this.#map, PALETTES[theme]);
    this.#areas.setPalette(PALETTES[theme]);
  }

  #showCounty(): void {
    const { pack } = this.#areas;
    this.#camera.setCounty(pack && shapesBox(pack.shapes), pack?.manifest.partitions?.parts.map(({ box }) => box));
  }

  setPack(pack: OpenedPack | null): void {
    if (pack === this.#areas.pack) return;
    this.cancelDrawing();
    this.#areas.setPack(pack);
    this.#furniture.attribution.textContent = pack ? attributionOf(pack.manifest) : '';
    if (this.#ready) this.#showCounty();
  }

  setPaint(paint: AreaPaint): void {
    this.#areas.setPaint(paint);
  }

  setOverlays(ids: readonly OverlayId[]): void {
    if (ids.length === this.#overlays.length && ids.every((id) => this.#overlays.includes(id))) return;
    this.#overlays = ids;
    this.#areas.setBoundaries(ids.includes('lsoa'));
    if (this.#ready) applyOverlays(this.#map, ids);
  }

  setSurface(surface: SurfacePaint | null): void {
    const { lines: before, old: wasOld = false } = this.#surface ?? {};
    this.#surface = surface;
    if (!this.#ready) return;
    if (surface?.lines !== before) fillDensity(this.#map, surface);
    if ((surface?.old ?? false) !== wasOld) fadeDensity(this.#map, !wasOld);
  }

  setTheme(theme: Theme): void {
    if (theme === this.#theme) return;
    this.#theme = theme;
    if (this.#ready) this.#dress(theme);
  }

  setSelected(areas: readonly number[]): void {
    this.#areas.setSelected(areas);
  }

  setHovered(area: number | null): void {
    this.#areas.setHovered(area);
  }

  setCamera(camera: Camera | null): void {
    this.#camera.set(camera, this.#ready);
  }

  setRoom(room: Room): void {
    this.#camera.setRoom(room);
  }

  fitBox(box: Box): void {
    this.#camera.fit(box);
  }

  startDrawing(): void {
    this.#drawWhenReady = !this.#ready;
    if (this.#ready) this.#drawing.start(PALETTES[this.#theme]);
  }

  finishDrawing(): void {
    this.#drawing.finish();
  }

  removeLastCorner(): void {
    this.#drawing.removeLastCorner();
  }

  cancelDrawing(): void {
    this.#drawWhenReady = false;
    this.#drawing.cancel();
  }

  setDrawn(ring: Ring | null): void {
    if (ring === this.#drawn) return;
    this.#drawn = ring;
    if (this.#ready) fillDrawn(this.#map, ring, this.#drawnAreas);
  }

  setDrawnAreas(areas: readonly DrawnArea[]): void {
    if (areas === this.#drawnAreas) return;
    this.#drawnAreas = areas;
    if (this.#ready) fillDrawn(this.#map, this.#drawn, areas);
  }

  async toImage({ theme = this.#theme }: { readonly theme?: Theme } = {}): Promise<Blob> {
    await this.#areas.built;
    if (this.#destroyed || !this.#ready || this.#faults.contextLost()) throw noPicture();
    if (theme === this.#theme) return pictureOf(this.#map);
    return pictureDressed(this.#map, () => this.#dress(theme), () => {
      if (this.#ready) this.#dress(this.#theme);
    });
  }

  whenDrawn(): Promise<void> {
    return this.#areas.built.then(() => allDrawn(this.#map));
  }

  resize(): void {
    this.#map.resize();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#ready = false;
    this.#areas.stop();
    this.cancelDrawing();
    this.#furniture.remove();
    this.#map.remove();
  }
}
