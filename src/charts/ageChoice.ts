import type { Selection } from '../model/selection.ts';
import { AGE_BAND_COUNT, AGE_BANDS } from '../model/vocabulary.ts';

type Ages = Selection['ages'];

/** A band code and the choice that a press or a drag makes of it. Null = all ages, those not known included. */

/** Sorted and without repetition; null where none or every band is left, as a choice of all is none. */
export function choiceOf(bands: readonly number[]): Ages {
  const held = [...new Set(bands)].filter((band) => band >= 0 && band < AGE_BAND_COUNT).toSorted((a, b) => a - b);
  return held.length === 0 || held.length === AGE_BAND_COUNT ? null : held;
}

/** Adds a band or takes it away. */
export function toggledBand(chosen: Ages, band: number): Ages {
  return choiceOf(chosen?.includes(band) === true ? chosen.filter((other) => other !== band) : [...(chosen ?? []), band]);
}

/** Every band between two, both included, in whatever order they are given. */
export function bandsBetween(a: number, b: number): readonly number[] {
  const first = Math.min(a, b);
  return Array.from({ length: Math.abs(a - b) + 1 }, (_, index) => first + index);
}

/** First and last band of an unbroken choice; the whole life for null; null where the choice has gaps. */
export function spanOfAges(chosen: Ages): { readonly first: number; readonly last: number } | null {
  const first = chosen?.[0] ?? 0;
  const last = chosen?.at(-1) ?? AGE_BAND_COUNT - 1;
  return chosen === null || chosen.length === last - first + 1 ? { first, last } : null;
}

/** The band under a point of a plot of this width that holds the 19 bands side by side; the nearest one outside it. */
export function bandAt(offset: number, width: number): number {
  return Math.min(Math.max(Math.floor((offset / Math.max(1, width)) * AGE_BAND_COUNT), 0), AGE_BAND_COUNT - 1);
}

/** First and last year of age of a band; Infinity for the end of the last. */
export function yearsOfBand(band: number): { readonly from: number; readonly to: number } {
  return { from: band * 5, to: band === AGE_BAND_COUNT - 1 ? Number.POSITIVE_INFINITY : band * 5 + 4 };
}

/** "10 to 14", "90 and over". */
export function bandTitle(band: number): string {
  const { from, to } = yearsOfBand(band);
  if (AGE_BANDS[band] === undefined) return 'not known';
  return Number.isFinite(to) ? `${from} to ${to}` : `${from} and over`;
}
