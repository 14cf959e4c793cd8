/** Moving the keyboard's focus before the control that has it goes away, so that it never falls back to the page's start. */

/** Focuses the first element of a list (or of selectors in the page) that takes it: hidden ones do not. */
export function focusFirst(...candidates: readonly (Element | string | null | undefined)[]): void {
  for (const candidate of candidates) {
    const element = typeof candidate === 'string' ? document.querySelector(candidate) : candidate;
    // A hidden element keeps being the active one until the next frame, so it has to be asked.
    if (!(element instanceof HTMLElement) || !element.checkVisibility({ visibilityProperty: true })) continue;
    element.focus();
    if (document.activeElement === element) return;
  }
}

/** The field of a form by its name: where what is wrong was said. */
export function focusField(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLElement) field.focus();
}

/**
 * For a control in a row of its kind that is about to go: the next one, the one before, or what the surrounding
 * `[data-focus-scope]` marks as its `[data-focus-home]`.
 */
export function focusNeighbour(control: Element, kind: string): void {
  const row = [...(control.parentElement?.querySelectorAll(kind) ?? [])];
  const at = row.indexOf(control);
  focusFirst(row[at + 1], row[at - 1], control.closest('[data-focus-scope]')?.querySelector('[data-focus-home]'));
}
