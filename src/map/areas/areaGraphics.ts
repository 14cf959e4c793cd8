/** The second step: colours, patterns, lines, dashes and symbols of the areas from their looks. */
import type { AreaTable } from '../../model/areas.ts';
import { symbolFitZoom } from '../layers/mapData.ts';
import { AREA_SYMBOLS } from '../layers/legend.ts';
import type { Palette } from '../scale/colours.ts';
import { rgbOf } from '../scale/colours.ts';
import { IMAGE_PIXEL_RATIO, imagesFor } from '../scale/images.ts';
import { type AreaLooks, LOOKS_ACROSS, type Rows } from './areaLooks.ts';
import type { AreaMesh } from './areaMesh.ts';
import { drawsInSoftware, type Gl, makeBuffer, makePicture, makeProgram, makeTable, type Program, bindTexture } from './gl.ts';
import { DIGIT_LATER, coloursOf } from './look.ts';
import { mercator } from './mercator.ts';
import { DASHES, SHADE, SYMBOLS } from './shaders.ts';
import { SYMBOL_CELL, symbolSheet } from './symbolSheet.ts';
import { atZoom, type View } from './view.ts';
import { WhoseTexture } from './whoseTexture.ts';

const SEPARATOR = [[8, 0.4], [10, 0.8], [12, 1.2]] as const;
const BOUNDARY = [[8, 0.3], [10, 0.6], [13, 1.1]] as const;
const DASH_CASING = [[8, 1], [12, 2.6]] as const;
const DASH = [[8, 0.8], [12, 1.4]] as const;
const SYMBOL_SIZE = [[8, 0.65], [9, 0.75], [13, 1.2]] as const;
/** Lengths of dash and gap in widths of the line. */
const DASH_PATTERN = [2.5, 2] as const;
/**
 * More sides than these in sight are areas of a few pixels: lines between them would be all there is to see. Without a
 * graphics card each side costs microseconds: there are fewer, and fewest while the map moves.
 */
const MOST_SIDES = { card: 250_000, software: 100_000, softwareMoving: 25_000 } as const;

const PICTURES = ['hatch', 'dots', 'cross'] as const;

export interface AreaPicture {
  readonly mesh: AreaMesh;
  readonly areas: AreaTable;
  readonly looks: AreaLooks;
}

/** Holds what lies on the graphics card for one pack; made anew for another pack and when the card gave it up. */
export class AreaGraphics {
  readonly #gl: Gl;
  readonly #picture: AreaPicture;
  readonly #whose: WhoseTexture;
  readonly #shade: Program;
  readonly #dashes: Program;
  readonly #symbols: Program;
  readonly #looks: WebGLTexture;
  readonly #points: WebGLVertexArrayObject;
  readonly #pointBuffer: WebGLBuffer;
  readonly #box: AreaMeshBox;
  #palette: Palette | null = null;
  #dressed: WebGLTexture[] = [];
  readonly #software: boolean;
  #lined = false;

  constructor(gl: Gl, picture: AreaPicture) {
    this.#gl = gl;
    this.#picture = picture;
    this.#software = drawsInSoftware(gl);
    this.#whose = new WhoseTexture(gl, picture.mesh);
    this.#shade = makeProgram(gl, SHADE);
    this.#dashes = makeProgram(gl, DASHES);
    this.#symbols = makeProgram(gl, SYMBOLS);
    this.#looks = makeTable(gl, LOOKS_ACROSS, picture.looks.rows, picture.looks.bytes);
    this.#points = gl.createVertexArray();
    gl.bindVertexArray(this.#points);
    this.#pointBuffer = makeBuffer(gl, pointsOf(picture));
    const [position, fit] = [this.#symbols.attribute('a_position'), this.#symbols.attribute('a_fit')];
    gl.enableVertexAttribArray(position);
    gl.vertexAttribPointer(position, 2, gl.FLOAT, false, 12, 0);
    gl.enableVertexAttribArray(fit);
    gl.vertexAttribPointer(fit, 1, gl.FLOAT, false, 12, 8);
    gl.bindVertexArray(null);
    this.#box = boxOf(picture.mesh);
  }

  get picture(): AreaPicture {
    return this.#picture;
  }

  /** Sends rows of the looks that changed. */
  sendLooks([first, last]: Rows): void {
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#looks);
    const row = LOOKS_ACROSS * 4;
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, first, LOOKS_ACROSS, last - first, gl.RGBA, gl.UNSIGNED_BYTE, this.#picture.looks.bytes.subarray(first * row, last * row));
  }

  /** True where lines were left out that will be drawn when the map rests. */
  get unfinished(): boolean {
    return !this.#lined && this.#software;
  }

  /** Into textures of its own; to be called before anything is drawn to the map. */
  prepare(view: View, palette: Palette, { boundaries, moving }: { readonly boundaries: boolean; readonly moving: boolean }): void {
    if (palette !== this.#palette) this.#dress(palette);
    this.#lined = this.#whose.sidesInSight(view) <= MOST_SIDES[this.#software ? (moving ? 'softwareMoving' : 'software') : 'card'];
    this.#whose.update(view, this.#lined ? atZoom(view.zoom, boundaries ? BOUNDARY : SEPARATOR) * view.ratio : 0);
  }

  /** The areas with their lines; nothing before `prepare`. */
  drawAreas(view: View, { mark, fill }: Palette, boundaries: boolean): void {
    const [colours, hatch, dots, cross] = this.#dressed;
    const { texture } = this.#whose;
    if (texture === null || !colours || !hatch || !dots || !cross) return;
    const gl = this.#gl;
    const shade = this.#shade;
    gl.useProgram(shade.program);
    gl.bindVertexArray(null);
    for (const [unit, [name, bound]] of Object.entries({ u_whose: texture, u_looks: this.#looks, u_colours: colours, u_hatch: hatch, u_dots: dots, u_cross: cross }).entries()) bindTexture(gl, shade, name, unit, bound);
    gl.uniformMatrix4fv(shade.uniform('u_matrix'), false, view.matrix);
    gl.uniform4f(shade.uniform('u_box'), ...this.#box);
    gl.uniform2f(shade.uniform('u_margin'), 8 / view.width, 8 / view.height);
    gl.uniform4f(shade.uniform('u_line'), ...unitColour(boundaries ? mark.boundary : mark.separator), 1);
    gl.uniform2f(shade.uniform('u_anchor'), ...view.anchor);
    gl.uniform1f(shade.uniform('u_scale'), view.ratio / IMAGE_PIXEL_RATIO);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    if (!this.#lined) return;
    const dashed = this.#picture.looks.dashed();
    this.#drawDashes(view, dashed, fill['no-data'], atZoom(view.zoom, DASH_CASING), false);
    this.#drawDashes(view, dashed, mark.noDataLine, atZoom(view.zoom, DASH), true);
  }

  drawSymbols(view: View): void {
    const sheet = this.#dressed[4];
    if (sheet === undefined) return;
    const gl = this.#gl;
    const symbols = this.#symbols;
    gl.useProgram(symbols.program);
    gl.bindVertexArray(this.#points);
    bindTexture(gl, symbols, 'u_looks', 0, this.#looks);
    bindTexture(gl, symbols, 'u_symbols', 1, sheet);
    gl.uniformMatrix4fv(symbols.uniform('u_matrix'), false, view.matrix);
    gl.uniform1f(symbols.uniform('u_zoom'), view.zoom);
    gl.uniform1f(symbols.uniform('u_digitLater'), DIGIT_LATER);
    gl.uniform1f(symbols.uniform('u_cells'), AREA_SYMBOLS.length);
    gl.uniform1f(symbols.uniform('u_pointSize'), SYMBOL_CELL * atZoom(view.zoom, SYMBOL_SIZE) * view.ratio);
    gl.drawArrays(gl.POINTS, 0, this.#picture.areas.code.length);
    gl.bindVertexArray(null);
  }

  remove(): void {
    const gl = this.#gl;
    this.#whose.remove();
    for (const { program } of [this.#shade, this.#dashes, this.#symbols]) gl.deleteProgram(program);
    for (const texture of [this.#looks, ...this.#dressed]) gl.deleteTexture(texture);
    gl.deleteBuffer(this.#pointBuffer);
    gl.deleteVertexArray(this.#points);
  }

  #drawDashes(view: View, areas: ReturnType<AreaLooks['dashed']>, colour: string, width: number, broken: boolean): void {
    if (areas.length === 0) return;
    const gl = this.#gl;
    const dashes = this.#dashes;
    gl.useProgram(dashes.program);
    gl.uniformMatrix4fv(dashes.uniform('u_matrix'), false, view.matrix);
    gl.uniform2f(dashes.uniform('u_size'), view.width, view.height);
    gl.uniform1f(dashes.uniform('u_half'), (width * view.ratio) / 2);
    gl.uniform1f(dashes.uniform('u_perUnit'), view.perUnit);
    gl.uniform2f(dashes.uniform('u_dash'), broken ? DASH_PATTERN[0] * width * view.ratio : 0, DASH_PATTERN[1] * width * view.ratio);
    gl.uniform3f(dashes.uniform('u_colour'), ...unitColour(colour));
    for (const { area, strength } of areas) {
      const span = this.#picture.mesh.spans.get(area);
      if (span === undefined || !meets(span.box, view.box)) continue;
      gl.uniform1f(dashes.uniform('u_strength'), strength);
      this.#whose.drawSides(dashes, span.sides);
    }
    gl.bindVertexArray(null);
  }

  /** Colours, patterns and symbols of a theme. */
  #dress(palette: Palette): void {
    const gl = this.#gl;
    for (const texture of this.#dressed) gl.deleteTexture(texture);
    const images = imagesFor(palette.mark);
    const colours = coloursOf(palette);
    this.#dressed = [
      makeTable(gl, colours.length / 4, 1, colours),
      ...PICTURES.map((id) => makePicture(gl, images[id], gl.REPEAT)),
      makePicture(gl, symbolSheet(images), gl.CLAMP_TO_EDGE),
    ];
    this.#palette = palette;
  }
}

type AreaMeshBox = [west: number, north: number, east: number, south: number];

function boxOf({ spans }: AreaMesh): AreaMeshBox {
  const all: AreaMeshBox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { box } of spans.values()) [all[0], all[1], all[2], all[3]] = [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])];
  return all;
}

function meets(a: readonly [number, number, number, number], b: readonly [number, number, number, number]): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}

function unitColour(hex: string): [number, number, number] {
  const [red, green, blue] = rgbOf(hex);
  return [red / 255, green / 255, blue / 255];
}

/** x, y and the zoom from which a symbol fits, for each area; areas without a point never have one. */
function pointsOf({ mesh, areas }: AreaPicture): Float32Array<ArrayBuffer> {
  const points = new Float32Array(areas.code.length * 3);
  for (let area = 0; area < areas.code.length; area += 1) {
    const [longitude, latitude] = [areas.longitude[area] ?? Number.NaN, areas.latitude[area] ?? Number.NaN];
    const known = Number.isFinite(longitude) && Number.isFinite(latitude);
    const [x, y] = known ? mercator(longitude, latitude) : mesh.origin;
    points.set([x - mesh.origin[0], y - mesh.origin[1], known ? symbolFitZoom(areas.areaKm2[area] ?? Number.NaN, latitude) : 99], area * 3);
  }
  return points;
}
