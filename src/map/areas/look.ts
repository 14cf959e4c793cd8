import type { ColourToken, Palette } from '../scale/colours.ts';
import { COLOUR_TOKENS, mix, rgbOf } from '../scale/colours.ts';
import type { LegendItem } from '../layers/legend.ts';
import { AREA_SYMBOLS } from '../layers/legend.ts';

/** How much of an area's own colour is left outside the chosen places. */
export const DIMMED_STRENGTH = 0.28;

/** Zooms that an area's number waits longer than a triangle would: two side by side must not read as one number. */
export const DIGIT_LATER = 0.6;

export interface Look {
  /** See fillCode. */
  readonly fill: number;
  /** Position in PATTERNS. */
  readonly pattern: number;
  /** Position in AREA_SYMBOLS + 1; 0 for none. */
  readonly symbol: number;
  /** The dashed outline of "no data". */
  readonly dashed: boolean;
  /** 0-1, of pattern, symbol and outline. */
  readonly strength: number;
}

export const PATTERNS = [null, 'hatch', 'dots', 'cross'] as const;

/** How an area of a class is drawn. Classes switched off leave the bare area: still there, still selectable. */
export function lookOf(item: LegendItem, dimmed: boolean): Look {
  const shown = !item.hidden;
  return {
    fill: fillCode(shown ? item.colour : 'plain', shown && dimmed),
    pattern: shown ? PATTERNS.indexOf(item.pattern) : 0,
    symbol: shown && item.symbol !== null ? AREA_SYMBOLS.indexOf(item.symbol) + 1 : 0,
    dashed: shown && item.kind === 'no-data',
    strength: dimmed ? DIMMED_STRENGTH : 1,
  };
}

/** Code of a colour: its position in COLOUR_TOKENS, the dimmed ones after all others. */
export function fillCode(token: ColourToken, dimmed: boolean): number {
  return COLOUR_TOKENS.indexOf(token) + (dimmed ? COLOUR_TOKENS.length : 0);
}

/** Red, green, blue and 255 of every colour code in order: faint ones are mixed beforehand, so that fills are opaque. */
export function coloursOf({ fill }: Palette): Uint8Array {
  const full = COLOUR_TOKENS.map((token) => fill[token]);
  return Uint8Array.from([...full, ...full.map((colour) => mix(colour, fill.plain, DIMMED_STRENGTH))].flatMap((colour) => [...rgbOf(colour), 255]));
}
