/** Keeps what is wanted of the areas (pack, paint, selected and hovered) and has it drawn once the map's style has loaded. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { OpenedPack } from '../model/pack.ts';
import type { AreaFinder } from './areas/areaFinder.ts';
import { AreaPainter } from './areas/areaPainter.ts';
import type { AreaPaint } from './layers/legend.ts';
import type { Palette } from './scale/colours.ts';
import { fillOutlines, fillPlaces } from './sync.ts';

export class AreaKeeper {
  readonly #map: MapLibreMap;
  readonly #painter: AreaPainter;
  #ready = false;
  #pack: OpenedPack | null = null;
  #paint: AreaPaint | null = null;
  #selected: readonly number[] = [];
  #hovered: number | null = null;

  constructor(map: MapLibreMap, palette: Palette, onProblem: (error: unknown) => void) {
    this.#map = map;
    this.#painter = new AreaPainter(map, palette, onProblem);
  }

  get pack(): OpenedPack | null {
    return this.#pack;
  }

  get finder(): AreaFinder | null {
    return this.#painter.finder;
  }

  /** Resolves when the areas of the pack can be drawn. */
  get built(): Promise<void> {
    return this.#painter.built;
  }

  /** The style has loaded: everything asked for before. */
  start(): void {
    this.#ready = true;
    this.#painter.addLayers();
    fillPlaces(this.#map, this.#pack);
    this.#applyOutlines();
  }

  /** The map is about to go. */
  stop(): void {
    this.#ready = false;
    this.#painter.setPack(null);
  }

  setPack(pack: OpenedPack | null): void {
    this.#pack = pack;
    this.#painter.setPack(pack);
    if (this.#paint) this.#painter.paint(this.#paint);
    if (!this.#ready) return;
    fillPlaces(this.#map, pack);
    this.#applyOutlines();
  }

  setPaint(paint: AreaPaint): void {
    if (paint === this.#paint) return;
    this.#paint = paint;
    this.#painter.paint(paint);
  }

  setPalette(palette: Palette): void {
    this.#painter.setPalette(palette);
  }

  setBoundaries(on: boolean): void {
    this.#painter.setBoundaries(on);
  }

  setSelected(areas: readonly number[]): void {
    if (areas.length === this.#selected.length && areas.every((area, index) => area === this.#selected[index])) return;
    this.#selected = [...areas];
    this.#applyOutlines();
  }

  setHovered(area: number | null): void {
    if (area === this.#hovered) return;
    this.#hovered = area;
    this.#applyOutlines();
  }

  #applyOutlines(): void {
    if (this.#ready) fillOutlines(this.#map, this.#pack, this.#selected, this.#hovered);
  }
}
