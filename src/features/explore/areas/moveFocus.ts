const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY };

/** Where a key takes the focus from a row of a table: arrows, Page Up and Down, Home and End. Null for other keys. */
export function rowAfter(key: string, row: number, rows: number): number | null {
  const step = STEPS[key];
  return step === undefined ? null : Math.min(Math.max(row + step, 0), rows - 1);
}

/** The button of an area's row; null where the table does not draw it. */
export function rowButton(code: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#areas-table [data-area="${CSS.escape(code)}"] .row-button`);
}
