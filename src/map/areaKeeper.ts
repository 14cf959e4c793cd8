/** Keeps what is wanted of the areas (pack, paint, selected and hovered) and writes it into the map once its style has loaded. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { OpenedPack } from '../model/pack.ts';
import type { AreaPaint } from './layers/legend.ts';
import { AreaPainter, looksNeeded } from './painter.ts';
import { applyLooks, clearAreaStates, fillOutlines, fillPack } from './sync.ts';

export class AreaKeeper {
  readonly #map: MapLibreMap;
  readonly #painter = new AreaPainter();
  #ready = false;
  #pack: OpenedPack | null = null;
  #paint: AreaPaint | null = null;
  #selected: readonly number[] = [];
  #hovered: number | null = null;

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  get pack(): OpenedPack | null {
    return this.#pack;
  }

  /** The style has loaded: everything asked for before. */
  start(): void {
    this.#ready = true;
    this.#showPack();
  }

  /** The map is about to go. */
  stop(): void {
    this.#ready = false;
  }

  setPack(pack: OpenedPack | null): void {
    this.#pack = pack;
    if (this.#ready) this.#showPack();
  }

  setPaint(paint: AreaPaint): void {
    if (paint === this.#paint) return;
    this.#paint = paint;
    if (this.#ready) this.#applyPaint();
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

  #showPack(): void {
    clearAreaStates(this.#map);
    this.#painter.reset(this.#pack?.areas.code.length ?? 0);
    fillPack(this.#map, this.#pack);
    this.#applyPaint();
    this.#applyOutlines();
  }

  #applyPaint(): void {
    if (!this.#paint) return;
    this.#painter.paint(this.#map, this.#paint);
    applyLooks(this.#map, looksNeeded(this.#paint));
  }

  #applyOutlines(): void {
    if (this.#ready) fillOutlines(this.#map, this.#pack, this.#selected, this.#hovered);
  }
}
