import { cellsOf, COLUMNS } from './resultTable.ts';
import type { StepResult } from './plan.ts';

/** The parts of the page that change. */
export interface BenchView {
  readonly start: HTMLButtonElement;
  readonly stop: HTMLButtonElement;
  readonly copy: HTMLButtonElement;
  readonly large: HTMLInputElement;
  /** Says what goes on; heard by screen readers. */
  say(text: string): void;
  clear(): void;
  add(result: StepResult): void;
  /** Shows buttons as they can be used. */
  running(now: boolean): void;
  /** Shows the text to copy by hand, selected, where the browser does not let the page copy it. */
  showText(text: string): void;
}

type Attributes = Readonly<Record<string, string>>;

/** Builds the page's controls and its empty table; text only, never HTML. */
export function createView(root: HTMLElement): BenchView {
  const start = element('button', { type: 'button', class: 'button button-primary' }, 'Measure');
  const stop = element('button', { type: 'button', class: 'button button-plain', hidden: '' }, 'Stop');
  const copy = element('button', { type: 'button', class: 'button button-plain', hidden: '' }, 'Copy the result as text');
  const large = element('input', { type: 'checkbox' });
  const label = element('label', { class: 'bench-large' }, large, ' Large sizes too: 10 and 33 million records, which need some hundred megabytes of memory');
  const status = element('p', { role: 'status', class: 'bench-status' });
  const rows = element('tbody', {});
  const head = element('tr', {}, ...COLUMNS.map((title) => element('th', { scope: 'col' }, title)));
  const table = element('table', { class: 'bench-table' }, element('caption', {}, 'Milliseconds; medians of 30'), element('thead', {}, head), rows);
  const frame = element('div', { class: 'bench-scroll', role: 'region', 'aria-label': 'Results', tabindex: '0', hidden: '' }, table);
  const text = element('textarea', { readonly: '', rows: '10', 'aria-label': 'The result as text', hidden: '', class: 'bench-text' });
  const note = element('p', { class: 'muted small' }, 'Each filter changes five things at once: type, months, weekdays, hours and boroughs. "Reading alone" only adds up the same bytes. The browser may round its clock; what else the machine does counts too.');
  root.append(label, element('div', { class: 'bench-buttons' }, start, stop, copy), status, frame, text, note);
  return {
    start, stop, copy, large,
    say: (words) => { status.textContent = words; },
    clear: () => {
      rows.replaceChildren();
      text.hidden = true;
    },
    add: (result) => {
      const [first = '', ...others] = cellsOf(result);
      rows.append(element('tr', {}, element('th', { scope: 'row' }, first), ...others.map((cell) => element('td', {}, cell))));
      frame.hidden = false;
    },
    running: (now) => {
      start.disabled = now;
      start.toggleAttribute('data-disabled', now);
      large.disabled = now;
      stop.hidden = !now;
      copy.hidden = now || rows.childElementCount === 0;
    },
    showText: (words) => {
      text.hidden = false;
      text.value = words;
      text.select();
    },
  };
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Attributes, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
