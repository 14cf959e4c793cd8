/** The browser's address, reduced to what the store needs; `hash` is what follows the page's address, with its "#". */
export interface UrlPort {
  read(): string;
  /** Changes the current history entry. */
  replace(hash: string): void;
  /** Adds a history entry. */
  push(hash: string): void;
  /** Calls back when the reader goes back or forward or edits the address, never for `replace` and `push`. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

/** The page's own address. Neither `history.replaceState` nor `pushState` fires an event, so nothing echoes. */
export function browserUrlPort(page: Window): UrlPort {
  return {
    read: () => page.location.hash,
    replace: (hash) => page.history.replaceState(null, '', hash),
    push: (hash) => page.history.pushState(null, '', hash),
    subscribe(listener) {
      const changed = () => listener();
      page.addEventListener('popstate', changed);
      return () => page.removeEventListener('popstate', changed);
    },
  };
}
