import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY };

/** Arrow keys, Page Up and Down, Home and End move the focus over the buttons of a table's rows. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const buttons = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLElement>('.row-button') ?? [])];
  const next = Math.min(Math.max(buttons.indexOf(event.currentTarget) + step, 0), buttons.length - 1);
  event.preventDefault();
  buttons[next]?.focus();
}

/** The button of an area's row; null where the table does not list it. */
export function rowButton(code: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#areas-table [data-area="${CSS.escape(code)}"] .row-button`);
}
