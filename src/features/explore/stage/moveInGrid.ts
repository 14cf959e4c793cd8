import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -Infinity], End: [0, Infinity],
};

/** Arrow keys on a button in a cell go to that of the next cell, past empty ones; Home and End to the ends of the row. They stop at the edges. */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const from = event.currentTarget.closest('td');
  const body = from?.closest('tbody');
  if (step === undefined || from === null || !body || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const rows = [...body.rows].map((row) => [...row.cells].filter((cell) => cell.tagName === 'TD'));
  const row = rows.findIndex((cells) => cells.includes(from));
  const column = rows[row]?.indexOf(from) ?? -1;
  const [down, right] = step;
  const along = down === 0 ? rows[row] ?? [] : rows.map((cells) => cells[column]);
  const at = down === 0 ? column : row;
  const ahead = down + right > 0 ? along.slice(at + 1) : along.slice(0, at).toReversed();
  const buttons = ahead.flatMap((cell) => cell?.querySelector('button') ?? []);
  (Number.isFinite(right) ? buttons[0] : buttons.at(-1))?.focus();
}
