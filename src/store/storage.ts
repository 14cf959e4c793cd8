/** One text that outlives the page, for a browser that allows it. */
export interface StoragePort {
  /** What was kept; null where nothing was, or where it cannot be read. Never throws. */
  read(): string | null;
  /** False where it could not be kept. Never throws. */
  write(text: string): boolean;
  /** Keeps a text beside, where no write reaches it, once however often it is asked. False where it could not be kept. Never throws. */
  setAside(text: string): boolean;
}

/** Places for texts set aside; what fills them was written by other versions of this page. */
const MOST_ASIDE = 9;

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
    setAside(text) {
      try {
        const places = Array.from({ length: MOST_ASIDE }, (_, place) => `${key}.unread-${place + 1}`);
        if (places.some((place) => globalThis.localStorage.getItem(place) === text)) return true;
        const free = places.find((place) => globalThis.localStorage.getItem(place) === null);
        if (free !== undefined) globalThis.localStorage.setItem(free, text);
        return free !== undefined;
      } catch {
        return false;
      }
    },
  };
}

/** Keeps the text as long as the page; what is set aside, in `aside`. */
export function memoryStorage(text: string | null = null, aside = new Set<string>()): StoragePort {
  let kept = text;
  return {
    setAside: (other) => aside.add(other).has(other),
    read: () => kept,
    write(next) {
      kept = next;
      return true;
    },
  };
}
