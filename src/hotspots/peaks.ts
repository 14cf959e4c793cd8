import type { EventPoints } from './input.ts';

/** A cell of a surface that is denser than every other within a bandwidth. */
export interface PeakCell {
  readonly cell: number;
  readonly x: number;
  readonly y: number;
  readonly perKm2: number;
}

interface Raster {
  readonly columns: number;
  readonly cellMetres: number;
  /** Centre of the first cell, metres. */
  readonly x: number;
  readonly y: number;
  /** NaN outside the county. */
  readonly perKm2: ArrayLike<number>;
}

/**
 * Peaks of a surface, densest first: cells no less dense than their eight neighbours, of which those within `apart`
 * metres of a denser one are left out, because they are shoulders of it. Of equal cells side by side the first counts.
 * Cells of density 0 are no peaks.
 */
export function peaksOf(raster: Raster, apart: number): PeakCell[] {
  const found: PeakCell[] = [];
  for (let cell = 0; cell < raster.perKm2.length; cell += 1) {
    const value = raster.perKm2[cell]!;
    if (value > 0 && isMaximum(raster, cell, value)) {
      found.push({ cell, perKm2: value, x: raster.x + (cell % raster.columns) * raster.cellMetres, y: raster.y + Math.floor(cell / raster.columns) * raster.cellMetres });
    }
  }
  const kept: PeakCell[] = [];
  for (const peak of found.toSorted((a, b) => b.perKm2 - a.perKm2 || a.cell - b.cell)) {
    if (kept.every((other) => (other.x - peak.x) ** 2 + (other.y - peak.y) ** 2 > apart ** 2)) kept.push(peak);
  }
  return kept;
}

function isMaximum({ perKm2, columns }: Raster, cell: number, value: number): boolean {
  const column = cell % columns;
  for (let down = -1; down <= 1; down += 1) {
    for (let across = -1; across <= 1; across += 1) {
      const at = cell + down * columns + across;
      if (at === cell || column + across < 0 || column + across >= columns) continue;
      const other = perKm2[at] ?? Number.NaN;
      if (other > value || (other === value && at < cell)) return false;
    }
  }
  return true;
}

/** Events within so many metres of a place; those without a place are in none. */
export function eventsWithin({ x, y }: Pick<EventPoints, 'x' | 'y'>, place: { readonly x: number; readonly y: number }, metres: number): number {
  let events = 0;
  for (let i = 0; i < x.length; i += 1) if ((x[i]! - place.x) ** 2 + (y[i]! - place.y) ** 2 <= metres ** 2) events += 1;
  return events;
}
