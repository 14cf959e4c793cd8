/** Draws the areas of a pack into the map, as two layers of its own: MapLibre holds none of their shapes. */
import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import type { OpenedPack } from '../../model/pack.ts';
import type { AreaPaint } from '../layers/legend.ts';
import type { Palette } from '../scale/colours.ts';
import { AreaFinder } from './areaFinder.ts';
import { AreaGraphics, type AreaPicture } from './areaGraphics.ts';
import { AreaLooks, type Rows } from './areaLooks.ts';
import { MeshBuilder } from './areaMesh.ts';
import type { Gl } from './gl.ts';
import { type View, viewOf } from './view.ts';

/** Layers of the style that the areas and their symbols lie under. */
export const OVER_AREAS = 'wards-line';
export const OVER_SYMBOLS = 'selected-casing';
/** Milliseconds of building at a time: a frame is never late for it. */
const SLICE = 10;

type Layer = CustomLayerInterface & Required<Pick<CustomLayerInterface, 'render'>>;

export class AreaPainter {
  readonly #map: MapLibreMap;
  readonly #onProblem: (error: unknown) => void;
  readonly #looks = new AreaLooks();
  #palette: Palette;
  #boundaries = false;
  #picture: AreaPicture | null = null;
  #finder: AreaFinder | null = null;
  #graphics: AreaGraphics | null = null;
  #changed: Rows | null = null;
  #building: Promise<void> = Promise.resolve();
  #pack: OpenedPack | null = null;
  #failed = false;

  constructor(map: MapLibreMap, palette: Palette, onProblem: (error: unknown) => void) {
    this.#map = map;
    this.#palette = palette;
    this.#onProblem = onProblem;
    map.on('moveend', () => {
      if (this.#graphics?.unfinished === true) map.triggerRepaint();
    });
    // What lay on the graphics card is gone with it.
    map.on('webglcontextrestored', () => {
      this.#graphics = null;
      const again = (): void => this.addLayers();
      if (map.isStyleLoaded() === true) again();
      else map.once('style.load', again);
    });
  }

  /** Finds areas by place; null before the shapes are ready. */
  get finder(): AreaFinder | null {
    return this.#finder;
  }

  /** Resolves when the areas of the pack can be drawn; at once without a pack. */
  get built(): Promise<void> {
    return this.#building;
  }

  /** The style has loaded. */
  addLayers(): void {
    for (const [layer, over] of [[this.#areaLayer(), OVER_AREAS], [this.#symbolLayer(), OVER_SYMBOLS]] as const) if (this.#map.getLayer(layer.id) === undefined) this.#map.addLayer(layer, over);
  }

  /** Nothing of another pack stays in sight. */
  setPack(pack: OpenedPack | null): void {
    this.#pack = pack;
    this.#picture = null;
    this.#finder = null;
    this.#changed = null;
    this.#looks.reset(pack?.areas.code.length ?? 0);
    this.#building = pack === null ? Promise.resolve() : this.#build(pack);
    this.#map.triggerRepaint();
  }

  /** Paints what changed; a paint of another pack's length is left alone. */
  paint(paint: AreaPaint): void {
    const rows = this.#looks.paint(paint);
    if (rows === null) return;
    this.#changed = this.#changed === null ? rows : [Math.min(rows[0], this.#changed[0]), Math.max(rows[1], this.#changed[1])];
    this.#map.triggerRepaint();
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#map.triggerRepaint();
  }

  /** The lines between areas: dark ones of the LSOA overlay, or those that only keep neighbours apart. */
  setBoundaries(on: boolean): void {
    if (on === this.#boundaries) return;
    this.#boundaries = on;
    this.#map.triggerRepaint();
  }

  /** In slices, so that a whole country does not stop the page. */
  #build(pack: OpenedPack): Promise<void> {
    const builder = new MeshBuilder(pack.shapes);
    return new Promise((resolve) => {
      const slice = (): void => {
        if (pack !== this.#pack) {
          resolve();
          return;
        }
        const until = performance.now() + SLICE;
        if (builder.add(() => performance.now() < until)) {
          this.#picture = { mesh: builder.mesh(), areas: pack.areas, looks: this.#looks };
          this.#finder = new AreaFinder(pack.shapes);
          this.#map.triggerRepaint();
          resolve();
        } else setTimeout(slice, 0);
      };
      slice();
    });
  }

  #areaLayer(): Layer {
    return {
      id: 'areas', type: 'custom', renderingMode: '2d',
      prerender: (gl, input) => this.#guarded(() => this.#prepare(gl, this.#view(gl, input))),
      render: (gl, input) => this.#guarded(() => this.#graphics?.drawAreas(this.#view(gl, input), this.#palette, this.#boundaries)),
      onRemove: () => this.#forget(),
    };
  }

  #symbolLayer(): Layer {
    return { id: 'area-symbols', type: 'custom', renderingMode: '2d', render: (gl, input) => this.#guarded(() => this.#graphics?.drawSymbols(this.#view(gl, input))) };
  }

  /** Brings the graphics card up to date. */
  #prepare(gl: Gl, view: View): void {
    if (this.#graphics !== null && this.#graphics.picture !== this.#picture) this.#forget();
    if (this.#picture === null) return;
    if (this.#graphics === null) this.#graphics = new AreaGraphics(gl, this.#picture);
    else if (this.#changed !== null) this.#graphics.sendLooks(this.#changed);
    this.#changed = null;
    this.#graphics.prepare(view, this.#palette, { boundaries: this.#boundaries, moving: this.#map.isMoving() });
  }

  #view({ drawingBufferWidth: width, drawingBufferHeight: height }: Gl, { defaultProjectionData }: CustomRenderMethodInput): View {
    return viewOf(defaultProjectionData.mainMatrix, this.#picture?.mesh.origin ?? [0, 0], { width, height, ratio: this.#map.getPixelRatio(), zoom: this.#map.getZoom() });
  }

  /** An error in the middle of a frame would end the whole map; it is told once and the areas stay away. */
  #guarded(draw: () => void): void {
    if (this.#failed) return;
    try {
      draw();
    } catch (error) {
      this.#failed = true;
      this.#onProblem(error);
    }
  }

  #forget(): void {
    this.#graphics?.remove();
    this.#graphics = null;
  }
}
