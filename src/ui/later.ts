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

/**
 * A part of the page whose code comes after the first picture.
 * @returns a hook: null until the code is there; where it cannot be loaded, the component that uses it fails with the reason, and mounting it again tries again.
 */
export function later<Part extends object>(load: () => Promise<Part>): () => Part | null {
  let part: Part | null = null;
  let failure: Error | null = null;
  let asked = false;
  const listeners = new Set<() => void>();
  const ask = async (): Promise<void> => {
    asked = true;
    failure = null;
    try {
      await firstPicture;
      part = await load();
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      asked = false;
    }
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    if (!asked) void ask();
    return () => void listeners.delete(listener);
  };
  const read = () => part ?? failure;
  return function useLater() {
    const now = useSyncExternalStore(subscribe, read, read);
    if (now instanceof Error) throw now;
    return now;
  };
}
