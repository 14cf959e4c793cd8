/** Which rows of a long table are drawn: those in sight, some around them, and one that the keyboard holds. Pure. */

/** From `first` up to, not including, `last`. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** Rows drawn beyond each edge, and the step in which the range moves: scrolling a little draws nothing anew. */
const AROUND = 8;

/**
 * @param scrolled pixels of the rows above the upper edge of the region
 * @param height of the region, pixels
 * @param rowHeight pixels
 */
export function rangeAt(scrolled: number, height: number, rowHeight: number): RowRange {
  const first = Math.floor(Math.max(scrolled, 0) / rowHeight / AROUND) * AROUND;
  const last = Math.ceil((Math.max(scrolled, 0) + height) / rowHeight / AROUND) * AROUND;
  return { first: Math.max(0, first - AROUND), last: last + AROUND };
}

/** A row to draw, or so many rows' room to leave free. */
export type Drawn = { readonly row: number } | { readonly gap: number; readonly before: number };

/**
 * What stands in the rows from `from` up to `to`: the rows of the range, the pinned one wherever it is, and gaps in the
 * place of the others, so that the table is as long as with all of them.
 */
export function drawnRows({ first, last }: RowRange, from: number, to: number, pinned: number | null): Drawn[] {
  const rows = Array.from({ length: Math.max(0, Math.min(last, to) - Math.max(first, from)) }, (_, index) => Math.max(first, from) + index);
  const apart = pinned !== null && pinned >= from && pinned < to && !(pinned >= first && pinned < last);
  const shown = apart ? [...rows, pinned].toSorted((a, b) => a - b) : rows;
  const drawn: Drawn[] = [];
  let next = from;
  for (const row of shown) {
    if (row > next) drawn.push({ gap: row - next, before: row });
    drawn.push({ row });
    next = row + 1;
  }
  if (to > next) drawn.push({ gap: to - next, before: to });
  return drawn;
}
