import { type RefObject, useLayoutEffect } from 'react';
import type { AreaRows } from '../areaRows.ts';
import { rowButton } from './moveFocus.ts';

/** Where new figures put the row that has the focus elsewhere in the table, the focus goes with it: moving an element loses it. */
export function useHeldFocus(table: RefObject<HTMLTableElement | null>, rows: AreaRows): void {
  const held = focusedRow(table.current);
  useLayoutEffect(() => {
    if (held !== null && focusedRow(table.current) === null) rowButton(held)?.focus({ preventScroll: true });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only with new figures; `held` is who had the focus just before they were drawn
  }, [table, rows]);
}

/** Code of the area whose row has the focus. */
function focusedRow(table: HTMLTableElement | null): string | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && table?.contains(activeElement) === true ? (activeElement.closest<HTMLElement>('tr[data-area]')?.dataset['area'] ?? null) : null;
}
