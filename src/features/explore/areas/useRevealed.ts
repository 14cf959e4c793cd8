import { type RefObject, useEffect } from 'react';

/** Brings the row of the area selected last into view inside the table's own scrolling region, without moving the page. */
export function useRevealed(table: RefObject<HTMLTableElement | null>, code: string | null): void {
  useEffect(() => {
    const row = code === null ? null : table.current?.querySelector<HTMLElement>(`[data-area="${CSS.escape(code)}"]`);
    const region = row?.closest<HTMLElement>('.areas-scroll');
    if (!row || !region) return;
    const header = table.current?.tHead?.offsetHeight ?? 0;
    const top = row.offsetTop - header;
    const bottom = row.offsetTop + row.offsetHeight;
    if (top < region.scrollTop) region.scrollTop = top;
    else if (bottom > region.scrollTop + region.clientHeight) region.scrollTop = bottom - region.clientHeight;
  }, [table, code]);
}
