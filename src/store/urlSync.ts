import type { UrlPort } from './urlPort.ts';

/** Milliseconds without a change after which the address is written, so that a drag makes one history entry. */
export const URL_DELAY = 250;

export type HistoryMode = 'push' | 'replace';

export interface UrlSync {
  /** Writes the address soon. A push that waits is not weakened by a later replace. */
  write(hash: string, mode: HistoryMode): void;
  /** Drops what waits. */
  forget(): void;
}

export function createUrlSync(location: UrlPort): UrlSync {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { hash: string; mode: HistoryMode } | null = null;

  const flush = () => {
    const next = waiting;
    waiting = null;
    if (next === null || next.hash === location.read()) return;
    location[next.mode](next.hash);
  };
  return {
    write(hash, mode) {
      waiting = { hash, mode: waiting?.mode === 'push' ? 'push' : mode };
      clearTimeout(timer);
      timer = setTimeout(flush, URL_DELAY);
    },
    forget() {
      clearTimeout(timer);
      waiting = null;
    },
  };
}
