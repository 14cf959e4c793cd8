/** Which areas lie at and near a place, from the shapes themselves: the map holds them as pixels only. Pure. */
import type { Position } from 'geojson';
import type { AreaShapes } from '../../model/areas.ts';
import type { Box } from '../camera.ts';

/** About one area for a cell where areas are alike in size. */
const MOST_CELLS_ACROSS = 256;

export class AreaFinder {
  readonly #features: AreaShapes['features'];
  readonly #boxes: Float64Array;
  readonly #across: number;
  readonly #all: Box;
  /** Features that meet each cell, one cell after another, and where each cell begins. */
  readonly #starts: Uint32Array;
  readonly #listed: Uint32Array;

  constructor({ features }: AreaShapes) {
    this.#features = features;
    this.#boxes = boxesOf(features);
    this.#across = Math.min(MOST_CELLS_ACROSS, Math.max(1, Math.ceil(Math.sqrt(features.length))));
    this.#all = boxOfAll(this.#boxes);
    this.#starts = new Uint32Array(this.#across ** 2 + 1);
    this.#eachCell((cell) => {
      this.#starts[cell + 1] = (this.#starts[cell + 1] ?? 0) + 1;
    });
    for (let cell = 1; cell < this.#starts.length; cell += 1) this.#starts[cell] = (this.#starts[cell] ?? 0) + (this.#starts[cell - 1] ?? 0);
    this.#listed = new Uint32Array(this.#starts.at(-1) ?? 0);
    const next = this.#starts.slice();
    this.#eachCell((cell, feature) => {
      this.#listed[next[cell] ?? 0] = feature;
      next[cell] = (next[cell] ?? 0) + 1;
    });
  }

  /** Area numbers whose shape holds the point: one, unless shapes overlap. */
  at(longitude: number, latitude: number): number[] {
    const [west, south, east, north] = this.#all;
    if (!(longitude >= west && longitude <= east && latitude >= south && latitude <= north)) return [];
    const cell = this.#row(latitude) * this.#across + this.#column(longitude);
    return [...this.#listed.subarray(this.#starts[cell], this.#starts[cell + 1])].filter((feature) => this.#holds(feature, longitude, latitude)).map((feature) => this.#features[feature]?.properties.area ?? -1);
  }

  #holds(feature: number, longitude: number, latitude: number): boolean {
    const [west = 0, south = 0, east = 0, north = 0] = this.#boxes.subarray(feature * 4, feature * 4 + 4);
    const geometry = this.#features[feature]?.geometry;
    if (geometry === undefined || longitude < west || longitude > east || latitude < south || latitude > north) return false;
    return (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).some((rings) => within(rings, longitude, latitude));
  }

  #eachCell(visit: (cell: number, feature: number) => void): void {
    for (let feature = 0; feature < this.#features.length; feature += 1) {
      const [west = 0, south = 0, east = 0, north = 0] = this.#boxes.subarray(feature * 4, feature * 4 + 4);
      if (!(west <= east)) continue;
      for (let row = this.#row(south); row <= this.#row(north); row += 1) for (let column = this.#column(west); column <= this.#column(east); column += 1) visit(row * this.#across + column, feature);
    }
  }

  #column(longitude: number): number {
    return cellOf(longitude, this.#all[0], this.#all[2], this.#across);
  }

  #row(latitude: number): number {
    return cellOf(latitude, this.#all[1], this.#all[3], this.#across);
  }
}

function cellOf(value: number, from: number, to: number, across: number): number {
  return Math.min(Math.max(Math.floor(((value - from) / (to - from || 1)) * across), 0), across - 1);
}

/** West, south, east, north of each feature. */
function boxesOf(features: AreaShapes['features']): Float64Array {
  const boxes = new Float64Array(features.length * 4);
  features.forEach(({ geometry }, feature) => {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const rings of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) {
      for (const [longitude = 0, latitude = 0] of rings[0] ?? []) {
        if (longitude < west) west = longitude;
        if (longitude > east) east = longitude;
        if (latitude < south) south = latitude;
        if (latitude > north) north = latitude;
      }
    }
    boxes.set([west, south, east, north], feature * 4);
  });
  return boxes;
}

function boxOfAll(boxes: Float64Array): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < boxes.length; at += 4) [west, south, east, north] = [Math.min(west, boxes[at] ?? west), Math.min(south, boxes[at + 1] ?? south), Math.max(east, boxes[at + 2] ?? east), Math.max(north, boxes[at + 3] ?? north)];
  return [west, south, east, north];
}

/** Even-odd rule over all rings, so that holes are outside. */
function within(rings: readonly (readonly Position[])[], longitude: number, latitude: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let corner = 0; corner + 1 < ring.length; corner += 1) {
      const [x0 = 0, y0 = 0] = ring[corner] ?? [];
      const [x1 = 0, y1 = 0] = ring[corner + 1] ?? [];
      if (y0 > latitude !== y1 > latitude && longitude < x0 + ((latitude - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
    }
  }
  return inside;
}
