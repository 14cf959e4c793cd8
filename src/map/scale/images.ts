/**
 * Patterns and symbols as pixels, worked out in plain arithmetic: no canvas, so they can be tested, look the
 * same in every browser, and need nothing from the network.
 */
import type { MarkColours } from './colours.ts';
import { rgbOf } from './colours.ts';
import { strokeDistance } from './digits.ts';

/** RGBA, not premultiplied, rows from the top; what MapLibre's addImage takes. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Image pixels per CSS pixel. */
export const IMAGE_PIXEL_RATIO = 2;
const SAMPLES = 4;

/**
 * One colour where `inside` holds, with smooth edges.
 *
 * @param size width and height in CSS pixels
 * @param inside whether a point (CSS pixels from the top left) is covered
 */
function paint(size: number, colour: string, inside: (x: number, y: number) => boolean): Pixels {
  return paintColours(size, [colour], (x, y) => (inside(x, y) ? 0 : null));
}

/** As `paint`, in several colours: `colourAt` gives the position of a point's colour, null where it is not covered. */
export function paintColours(size: number, colours: readonly string[], colourAt: (x: number, y: number) => number | null): Pixels {
  const side = size * IMAGE_PIXEL_RATIO;
  const channels = colours.map(rgbOf);
  const data = new Uint8ClampedArray(side * side * 4);
  for (let pixel = 0; pixel < side * side; pixel += 1) {
    const sum = [0, 0, 0];
    let covered = 0;
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
      const x = ((pixel % side) + ((sample % SAMPLES) + 0.5) / SAMPLES) / IMAGE_PIXEL_RATIO;
      const y = (Math.floor(pixel / side) + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / IMAGE_PIXEL_RATIO;
      const colour = colourAt(x, y);
      if (colour === null) continue;
      covered += 1;
      channels[colour]?.forEach((value, channel) => { sum[channel] = (sum[channel] ?? 0) + value; });
    }
    data.set([...sum.map((total) => total / Math.max(covered, 1)), (covered / (SAMPLES * SAMPLES)) * 255], pixel * 4);
  }
  return { width: side, height: side, data };
}

/** Diagonal lines that join up when tiled. */
export function hatch(colour: string, tile = 7, lineWidth = 1.2): Pixels {
  return paint(tile, colour, (x, y) => {
    const along = (x + y) % tile;
    return Math.min(along, tile - along) / Math.SQRT2 <= lineWidth / 2;
  });
}

/** Diagonal lines both ways. */
export function cross(colour: string, tile = 7, lineWidth = 1.2): Pixels {
  return paint(tile, colour, (x, y) => [(x + y) % tile, (x - y + tile) % tile].some((along) => Math.min(along, tile - along) / Math.SQRT2 <= lineWidth / 2));
}

/** Small dots in a staggered grid: one in the middle of the tile and a quarter in each corner. */
export function dots(colour: string, tile = 8, radius = 1.05): Pixels {
  return paint(tile, colour, (x, y) => {
    const middle = Math.hypot(x - tile / 2, y - tile / 2);
    const corner = Math.hypot(Math.min(x, tile - x), Math.min(y, tile - y));
    return Math.min(middle, corner) <= radius;
  });
}

/** An upward or downward triangle that fills most of a square. */
export function triangle(colour: string, direction: 'up' | 'down', size = 10): Pixels {
  const margin = size * 0.1;
  return paint(size, colour, (x, y) => {
    const fromTip = (direction === 'up' ? y : size - y) - margin;
    const height = size - 2 * margin;
    return fromTip >= 0 && fromTip <= height && Math.abs(x - size / 2) <= (fromTip / height) * (size / 2 - margin / 2);
  });
}

/** A numeral with a halo, so that it is read on every colour. */
export function digit(ink: string, halo: string, number: 1 | 2 | 3 | 4 | 5, size = 14): Pixels {
  return paintColours(size, [ink, halo], (x, y) => {
    const away = strokeDistance(number, x / size, y / size) * size;
    return away <= DIGIT_STROKE ? 0 : away <= DIGIT_HALO ? 1 : null;
  });
}
/** Half widths, CSS pixels. */
const DIGIT_STROKE = 0.95;
const DIGIT_HALO = 2;

export const IMAGE_IDS = ['hatch', 'cross', 'dots', 'triangle-up', 'triangle-down', 'digit-1', 'digit-2', 'digit-3', 'digit-4', 'digit-5'] as const;
export type ImageId = (typeof IMAGE_IDS)[number];

/** Every image the style names, in a theme's colours. Sizes are the same in both themes, so they can be swapped. */
export function imagesFor(mark: MarkColours): Readonly<Record<ImageId, Pixels>> {
  const numeral = (number: 1 | 2 | 3 | 4 | 5): Pixels => digit(mark.label, mark.labelHalo, number);
  return {
    'hatch': hatch(mark.hatch),
    'cross': cross(mark.hatch),
    'dots': dots(mark.dots),
    'triangle-up': triangle(mark.triangleUp, 'up'),
    'triangle-down': triangle(mark.triangleDown, 'down'),
    'digit-1': numeral(1), 'digit-2': numeral(2), 'digit-3': numeral(3), 'digit-4': numeral(4), 'digit-5': numeral(5),
  };
}
