import { useSyncExternalStore } from 'react';
import type { Theme } from '../map/types.ts';

const KEY = 'hotspot-atlas-theme';
const listeners = new Set<() => void>();
const system = window.matchMedia('(prefers-color-scheme: dark)');
let chosen = read();

/** Sets `data-theme` on the page before the first paint and keeps it right when the system changes. */
export function startTheme(): void {
  system.addEventListener('change', apply);
  apply();
}

/** The theme shown, and the way to the other one. Choosing the system's own theme forgets the choice. */
export function useTheme(): readonly [Theme, () => void] {
  return [useSyncExternalStore(subscribe, current), toggle];
}

function current(): Theme {
  return chosen ?? (system.matches ? 'dark' : 'light');
}

function toggle(): void {
  const next: Theme = current() === 'dark' ? 'light' : 'dark';
  chosen = next === (system.matches ? 'dark' : 'light') ? null : next;
  write(chosen);
  apply();
}

function apply(): void {
  document.documentElement.dataset['theme'] = current();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Storage may be closed to the page (private windows, policies); the theme then lasts as long as the page. */
function read(): Theme | null {
  try {
    const text = window.localStorage.getItem(KEY);
    return text === 'dark' || text === 'light' ? text : null;
  } catch {
    return null;
  }
}

function write(theme: Theme | null): void {
  try {
    if (theme === null) window.localStorage.removeItem(KEY);
    else window.localStorage.setItem(KEY, theme);
  } catch {
    // Nothing to do: the theme is applied all the same.
  }
}
