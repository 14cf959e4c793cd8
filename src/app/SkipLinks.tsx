const TARGETS = [
  { id: 'filters', title: 'Skip to filters' },
  { id: 'map', title: 'Skip to map' },
  { id: 'areas-table', title: 'Skip to ranked areas' },
] as const;

/** Ways past the header for keyboards. The address bar's "#" belongs to the view, so the links move focus themselves. */
export function SkipLinks({ explore }: { readonly explore: boolean }) {
  const targets = explore ? TARGETS : [{ id: 'main', title: 'Skip to the text' }];
  return (
    <nav className="skip-links" aria-label="Skip links">
      {targets.map(({ id, title }) => (
        <button key={id} type="button" className="skip-link" onClick={() => focusOn(id)}>{title}</button>
      ))}
    </nav>
  );
}

function focusOn(id: string): void {
  const target = document.getElementById(id);
  const row = target?.querySelector<HTMLElement>('.row-button[tabindex="0"]');
  (row ?? target)?.focus();
}
