/** Areas as a graphics card wants them: triangles to fill and segments to draw lines along. Pure. */
import type { Position } from 'geojson';
import earcut from 'earcut';
import type { AreaShapes } from '../../model/areas.ts';
import { mercator } from './mercator.ts';

/** Coordinates are shares of the Web Mercator world, less the origin, so that 32 bits keep a tenth of a pixel at any zoom. */
export interface AreaMesh {
  readonly origin: readonly [number, number];
  /** x and y of each vertex. */
  readonly positions: Float32Array;
  /** Area number of each vertex. */
  readonly owners: Uint32Array;
  /** Three vertices for each triangle; those of an area stand together, areas in the order of the shapes. */
  readonly triangles: Uint32Array;
  /** x0, y0, x1, y1 and the distance along its ring before it, for each side of each ring. */
  readonly sides: Float32Array;
  /** By area number: where its triangles' and its sides' entries begin and end (positions in `triangles`, and sides). */
  readonly spans: ReadonlyMap<number, AreaSpan>;
}

export interface AreaSpan {
  readonly triangles: readonly [from: number, to: number];
  readonly sides: readonly [from: number, to: number];
  /** West, north, east, south, as the positions. */
  readonly box: readonly [number, number, number, number];
}

export const NUMBERS_OF_SIDE = 5;

/** Makes a mesh a few areas at a time, so that tens of thousands of them do not stop the page. */
export class MeshBuilder {
  readonly #shapes: AreaShapes;
  readonly #origin: readonly [number, number];
  readonly #positions: Float32Array;
  readonly #owners: Uint32Array;
  readonly #triangles: Uint32Array;
  readonly #sides: Float32Array;
  readonly #spans = new Map<number, AreaSpan>();
  #next = 0;
  #vertices = 0;
  #corners = 0;
  #sideCount = 0;

  constructor(shapes: AreaShapes) {
    const rings = shapes.features.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()));
    const vertices = rings.reduce((sum, ring) => sum + ring.length, 0);
    const [longitude = 0, latitude = 0] = rings[0]?.[0] ?? [];
    this.#shapes = shapes;
    this.#origin = mercator(longitude, latitude);
    this.#positions = new Float32Array(vertices * 2);
    this.#owners = new Uint32Array(vertices);
    // A polygon of n corners with h holes has n + 2h - 2 triangles.
    this.#triangles = new Uint32Array((vertices + 2 * rings.length) * 3);
    this.#sides = new Float32Array(vertices * NUMBERS_OF_SIDE);
  }

  /** Adds areas while `goOn` says so, one at least. True when all are in. */
  add(goOn: () => boolean): boolean {
    const { features } = this.#shapes;
    do {
      const feature = features[this.#next];
      if (feature === undefined) return true;
      this.#addArea(feature.properties.area, feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates] : feature.geometry.coordinates);
      this.#next += 1;
    } while (goOn());
    return this.#next >= features.length;
  }

  mesh(): AreaMesh {
    return {
      origin: this.#origin, positions: this.#positions.subarray(0, this.#vertices * 2), owners: this.#owners.subarray(0, this.#vertices),
      triangles: this.#triangles.subarray(0, this.#corners), sides: this.#sides.subarray(0, this.#sideCount * NUMBERS_OF_SIDE), spans: this.#spans,
    };
  }

  #addArea(area: number, polygons: readonly (readonly (readonly Position[])[])[]): void {
    const [vertex, corner, side] = [this.#vertices, this.#corners, this.#sideCount];
    for (const rings of polygons) this.#addPolygon(area, rings);
    this.#spans.set(area, { triangles: [corner, this.#corners], sides: [side, this.#sideCount], box: this.#boxFrom(vertex) });
  }

  /** Rings repeat their first corner at the end; a triangulation must not have it twice. */
  #addPolygon(area: number, rings: readonly (readonly Position[])[]): void {
    const first = this.#vertices;
    const holes: number[] = [];
    for (const [index, ring] of rings.entries()) {
      if (index > 0) holes.push(this.#vertices - first);
      this.#addRing(area, ring);
    }
    for (const corner of earcut(this.#positions.subarray(first * 2, this.#vertices * 2), holes)) {
      this.#triangles[this.#corners] = first + corner;
      this.#corners += 1;
    }
  }

  #addRing(area: number, ring: readonly Position[]): void {
    const start = this.#vertices;
    for (const [longitude = 0, latitude = 0] of ring.slice(0, -1)) {
      const [x, y] = mercator(longitude, latitude);
      this.#positions[this.#vertices * 2] = x - this.#origin[0];
      this.#positions[this.#vertices * 2 + 1] = y - this.#origin[1];
      this.#owners[this.#vertices] = area;
      this.#vertices += 1;
    }
    let along = 0;
    for (let vertex = start; vertex < this.#vertices; vertex += 1) along = this.#addSide(vertex, vertex + 1 < this.#vertices ? vertex + 1 : start, along);
  }

  /** @returns the distance along the ring after it */
  #addSide(from: number, to: number, along: number): number {
    const [x0, y0, x1, y1] = [this.#at(from * 2), this.#at(from * 2 + 1), this.#at(to * 2), this.#at(to * 2 + 1)];
    this.#sides.set([x0, y0, x1, y1, along], this.#sideCount * NUMBERS_OF_SIDE);
    this.#sideCount += 1;
    return along + Math.hypot(x1 - x0, y1 - y0);
  }

  #at(position: number): number {
    return this.#positions[position] ?? 0;
  }

  #boxFrom(first: number): AreaSpan['box'] {
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let vertex = first; vertex < this.#vertices; vertex += 1) {
      const [x, y] = [this.#at(vertex * 2), this.#at(vertex * 2 + 1)];
      [west, north, east, south] = [Math.min(west, x), Math.min(north, y), Math.max(east, x), Math.max(south, y)];
    }
    return [west, north, east, south];
  }
}
