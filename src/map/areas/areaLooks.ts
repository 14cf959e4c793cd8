/** How each area looks, as four bytes of a texture; and which of them a new paint changes. Pure. */
import type { AreaPaint } from '../layers/legend.ts';
import { lookOf } from './look.ts';

/** Texels in a row of the texture. */
export const LOOKS_ACROSS = 256;
const BYTES = 4;

/** Bits of the second byte: two of the pattern, three of the symbol, one of the dashed outline. */
export const SYMBOL_SHIFT = 2;
export const DASHED_SHIFT = 5;

/** Rows of the texture, from the first up to, not including, the last. */
export type Rows = readonly [first: number, last: number];

export class AreaLooks {
  #bytes = new Uint8Array(0);
  #areas = 0;

  /** Red: colour code (see fillCode). Green: pattern, symbol and dashed. Blue: strength. Alpha: 255, 0 past the last area. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  get rows(): number {
    return this.#bytes.length / (LOOKS_ACROSS * BYTES);
  }

  /** The areas are new: none is painted. */
  reset(areas: number): void {
    this.#areas = areas;
    this.#bytes = new Uint8Array(Math.max(1, Math.ceil(areas / LOOKS_ACROSS)) * LOOKS_ACROSS * BYTES);
  }

  /** The rows that changed; null where none did, and for a paint of another length, which is left alone. */
  paint({ classes, dimmed, legend }: AreaPaint): Rows | null {
    if (classes.length !== this.#areas) return null;
    const words = new Uint32Array(this.#bytes.buffer);
    const looks = legend.items.map((item) => [asWord(lookOf(item, false)), asWord(lookOf(item, true))] as const);
    let first = -1;
    let last = -1;
    for (let area = 0; area < classes.length; area += 1) {
      const word = looks[classes[area] ?? 0]?.[dimmed[area] === 1 ? 1 : 0];
      if (word === undefined || word === words[area]) continue;
      words[area] = word;
      if (first < 0) first = area;
      last = area;
    }
    return first < 0 ? null : [Math.floor(first / LOOKS_ACROSS), Math.floor(last / LOOKS_ACROSS) + 1];
  }

  /** Areas with a dashed outline, and how strong it is (0-1). */
  dashed(): { readonly area: number; readonly strength: number }[] {
    const found: { readonly area: number; readonly strength: number }[] = [];
    for (let area = 0; area < this.#areas; area += 1) {
      if (((this.#bytes[area * BYTES + 1] ?? 0) >> DASHED_SHIFT) > 0) found.push({ area, strength: (this.#bytes[area * BYTES + 2] ?? 0) / 255 });
    }
    return found;
  }
}

/** Four bytes as one number in the machine's own order: compared and written at once. */
function asWord({ fill, pattern, symbol, dashed, strength }: ReturnType<typeof lookOf>): number {
  return new Uint32Array(Uint8Array.of(fill, pattern | (symbol << SYMBOL_SHIFT) | ((dashed ? 1 : 0) << DASHED_SHIFT), Math.round(strength * 255), 255).buffer)[0] ?? 0;
}
