import { AREA_SYMBOLS } from '../layers/legend.ts';
import type { ImageId, Pixels } from '../scale/images.ts';

/** CSS pixels of a cell: the largest symbol. */
export const SYMBOL_CELL = 14;

/** All symbols of areas side by side in cells of one size, each in the middle of its own, in the order of AREA_SYMBOLS. */
export function symbolSheet(images: Readonly<Record<ImageId, Pixels>>): Pixels {
  const side = Math.max(...AREA_SYMBOLS.map((id) => images[id].width));
  const sheet = new Uint8ClampedArray(side * side * AREA_SYMBOLS.length * 4);
  AREA_SYMBOLS.forEach((id, cell) => {
    const { width, height, data } = images[id];
    const [left, top] = [cell * side + Math.floor((side - width) / 2), Math.floor((side - height) / 2)];
    for (let row = 0; row < height; row += 1) sheet.set(data.subarray(row * width * 4, (row + 1) * width * 4), ((top + row) * side * AREA_SYMBOLS.length + left) * 4);
  });
  return { width: side * AREA_SYMBOLS.length, height: side, data: sheet };
}

