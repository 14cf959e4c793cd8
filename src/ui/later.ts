/**
 * The order of loading: the first picture needs the shell, the records and the map's code. The code of panels, menus and
 * dialogs waits for it, so that those have the line and the processor to themselves.
 */
import { useSyncExternalStore } from 'react';

let end: () => void = () => undefined;
const firstPicture = new Promise<void>((resolve) => {
  end = resolve;
});

/** The first picture is on screen, or nobody waits for it any more: everything else may load. Once is enough. */
export function endFirstPicture(): void {
  end();
}

/** What tells components of a change. */
class Signal {
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

let missing = false;
const missingChanged = new Signal();
const readMissing = () => missing;

/**
 * A part of the page whose code comes after the first picture.
 * @returns a hook: null until the code is there, and where it could not be loaded; `usePartsMissing` tells of that.
 */
export function later<Part extends object>(load: () => Promise<Part>): () => Part | null {
  let part: Part | null = null;
  let asked = false;
  const changed = new Signal();
  const ask = async (): Promise<void> => {
    try {
      await firstPicture;
      part = await load();
      changed.tell();
    } catch {
      // Browsers remember that a piece of code did not come, so asking again would be of no use.
      missing = true;
      missingChanged.tell();
    }
  };
  const subscribe = (listener: () => void) => {
    if (!asked) void ask();
    asked = true;
    return changed.subscribe(listener);
  };
  const read = () => part;
  return function useLater() {
    return useSyncExternalStore(subscribe, read, read);
  };
}

/** Whether the code of a part did not come. Only loading the page again brings it; the address keeps the view. */
export function usePartsMissing(): boolean {
  return useSyncExternalStore(missingChanged.subscribe, readMissing, readMissing);
}
