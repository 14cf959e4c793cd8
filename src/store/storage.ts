/** One text that outlives the page, for a browser that allows it. */
export interface StoragePort {
  /** What was kept; null where nothing was, or where it cannot be read. Never throws. */
  read(): string | null;
  /** False where it could not be kept. Never throws. */
  write(text: string): boolean;
}

/** The browser's local storage under one key; memory where there is none or it refuses, as in a private window. */
export function browserStorage(key: string): StoragePort {
  const memory = memoryStorage();
  let refused = false;
  return {
    read() {
      try {
        return refused ? memory.read() : globalThis.localStorage.getItem(key);
      } catch {
        return memory.read();
      }
    },
    write(text) {
      memory.write(text);
      try {
        globalThis.localStorage.setItem(key, text);
        refused = false;
      } catch {
        refused = true;
      }
      return !refused;
    },
  };
}

/** Keeps the text as long as the page. */
export function memoryStorage(text: string | null = null): StoragePort {
  let kept = text;
  return {
    read: () => kept,
    write(next) {
      kept = next;
      return true;
    },
  };
}
