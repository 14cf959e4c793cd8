/** What the areas' programs need to know of the camera. Pure. */
import type { AreaSpan } from './areaMesh.ts';

export interface View {
  /** From the mesh's coordinates to clip space, column by column. */
  readonly matrix: Float32Array<ArrayBuffer>;
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly zoom: number;
  /** Device pixels for one unit of the mesh (the whole world). */
  readonly perUnit: number;
  /** What is in sight, in the mesh's coordinates: west, north, east, south. */
  readonly box: AreaSpan['box'];
  /** Where the mesh's origin lies, whole device pixels from the lower left, down. */
  readonly anchor: readonly [number, number];
}

/** @param main from shares of the world to clip space, column by column, as MapLibre has it for a flat map */
export function viewOf(main: ArrayLike<number>, [east, south]: readonly [number, number], size: { readonly width: number; readonly height: number; readonly ratio: number; readonly zoom: number }): View {
  const at = (index: number): number => main[index] ?? 0;
  // In 64 bits: what is left of two large numbers is the place on screen.
  const matrix = Float32Array.from({ length: 16 }, (_, index) => (index < 12 ? at(index) : at(index - 12) * east + at(index - 8) * south + at(index)));
  const w = at(3) * east + at(7) * south + at(15);
  const [scaleX, scaleY] = [at(0) / w, at(5) / w];
  const [x, y] = [(at(0) * east + at(4) * south + at(12)) / w, (at(1) * east + at(5) * south + at(13)) / w];
  return {
    matrix, ...size, perUnit: (Math.abs(scaleX) * size.width) / 2,
    box: [(-1 - x) / scaleX, (1 - y) / scaleY, (1 - x) / scaleX, (-1 - y) / scaleY],
    anchor: [Math.round(((x + 1) / 2) * size.width), -Math.round(((y + 1) / 2) * size.height)],
  };
}

export function sameView(a: View | null, b: View): boolean {
  return a !== null && a.width === b.width && a.height === b.height && a.ratio === b.ratio && a.matrix.every((value, index) => value === b.matrix[index]);
}

/** A style's "interpolate linear zoom". @param stops zoom and value, ascending */
export function atZoom(zoom: number, stops: readonly (readonly [zoom: number, value: number])[]): number {
  const after = stops.findIndex(([stop]) => stop > zoom);
  const [from, to] = [stops[(after < 0 ? stops.length : after) - 1] ?? stops[0], after < 0 ? stops.at(-1) : stops[after]];
  if (from === undefined || to === undefined) return 0;
  return to[0] === from[0] ? to[1] : from[1] + ((zoom - from[0]) / (to[0] - from[0])) * (to[1] - from[1]);
}
