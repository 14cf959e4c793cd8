import { flushSync } from 'react-dom';
import type { Part } from '../features/explore/panels.ts';
import { focusFirst } from '../ui/focus.ts';

const TARGETS: readonly { readonly part: Part; readonly title: string; readonly target: string }[] = [
  { part: 'filters', title: 'Skip to filters', target: '#filters' },
  { part: 'map', title: 'Skip to map', target: '#map' },
  { part: 'areas', title: 'Skip to ranked areas', target: '#areas-table .row-button[tabindex="0"]' },
];

/**
 * Ways past the header for keyboards. The address bar's "#" belongs to the view, so the links move focus themselves.
 * `reveal` brings a part of Explore on screen; null in other views.
 */
export function SkipLinks({ reveal }: { readonly reveal: ((part: Part) => void) | null }) {
  return (
    <nav className="skip-links" aria-label="Skip links">
      {reveal === null && <button type="button" className="skip-link" onClick={() => focusFirst('#main')}>Skip to the text</button>}
      {reveal !== null && TARGETS.map(({ part, title, target }) => (
        <button
          key={part} type="button" className="skip-link"
          onClick={() => {
            // A folded panel, or one under another sheet, takes no focus.
            flushSync(() => reveal(part));
            focusFirst(target, `#${part}`, '#main');
          }}
        >
          {title}
        </button>
      ))}
    </nav>
  );
}
