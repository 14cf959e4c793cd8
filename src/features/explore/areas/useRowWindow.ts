import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { rangeAt, type RowRange } from './rowWindow.ts';

/** Pixels, as areas.css has it; measured where a reader's own text spacing makes rows higher. */
const ROW_HEIGHT = 46;
/** Drawn before anything is measured. */
const FIRST: RowWindow = { range: { first: 0, last: 24 }, rowHeight: ROW_HEIGHT };

type Table = RefObject<HTMLTableElement | null>;

export interface RowWindow {
  readonly range: RowRange;
  readonly rowHeight: number;
}

/** The part of a table that is in sight of what scrolls it. Sizes are read when they change, never while drawing. */
export function useRowWindow(table: Table): RowWindow {
  const [shown, setShown] = useState(FIRST);
  useEffect(() => {
    const panel = table.current?.closest<HTMLElement>('.panel-areas');
    if (!panel || table.current === null) return undefined;
    const measure = () => {
      const view = inSight(table);
      if (view !== null) setShown((before) => moved(before, rangeAt(view.scrolled, view.height, view.rowHeight), view.rowHeight));
    };
    // At once: a row that comes a frame late is a white stripe.
    const scrolled = () => flushSync(measure);
    const observer = new ResizeObserver(measure);
    for (const element of [panel, regionOf(table), table.current]) if (element !== null) observer.observe(element);
    // Scrolling does not bubble, but is heard on its way down: on narrow screens the panel itself scrolls.
    panel.addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      panel.removeEventListener('scroll', scrolled, { capture: true });
    };
  }, [table]);
  return shown;
}

/** Pixels of the rows above the upper edge, height of the part in sight, height of a row; null while hidden, as beside a plot. */
function inSight(table: Table): { readonly scrolled: number; readonly height: number; readonly rowHeight: number } | null {
  const scroller = scrollerOf(table);
  const rowHeight = table.current?.querySelector<HTMLElement>('tr[data-area]')?.offsetHeight ?? 0;
  if (table.current === null || scroller === null || scroller.clientHeight === 0 || rowHeight === 0) return null;
  const above = scroller.getBoundingClientRect().top - table.current.getBoundingClientRect().top;
  return { scrolled: above - headOf(table), height: scroller.clientHeight, rowHeight };
}

/** The same object where nothing changed, so that nothing is drawn again. */
function moved(before: RowWindow, range: RowRange, rowHeight: number): RowWindow {
  return range.first === before.range.first && range.last === before.range.last && rowHeight === before.rowHeight ? before : { range, rowHeight };
}

/** Brings a row into sight in the table's own region, without moving the page. False where something else scrolls it. */
export function reveal(table: Table, row: number, rowHeight: number): boolean {
  const region = regionOf(table);
  if (region === null || region.clientHeight === 0 || scrollerOf(table) !== region) return false;
  // The head stays at the top and covers what lies under it.
  const top = row * rowHeight;
  const bottom = headOf(table) + top + rowHeight;
  if (top < region.scrollTop) region.scrollTop = top;
  else if (bottom > region.scrollTop + region.clientHeight) region.scrollTop = bottom - region.clientHeight;
  return true;
}

export function regionOf(table: Table): HTMLElement | null {
  return table.current?.closest<HTMLElement>('.areas-scroll') ?? null;
}

function scrollerOf(table: Table): HTMLElement | null {
  const region = regionOf(table);
  return region === null || getComputedStyle(region).overflowY !== 'visible' ? region : region.closest<HTMLElement>('.panel-areas');
}

function headOf(table: Table): number {
  return table.current?.tHead?.offsetHeight ?? 0;
}
