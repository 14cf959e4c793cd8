import type { UrlPort } from '../../src/store/urlPort.ts';

/** A browser's history of hashes, with its back and forward buttons. */
export interface FakeLocation extends UrlPort {
  readonly entries: readonly string[];
  back(): void;
  forward(): void;
  /** The reader edits the address. */
  type(hash: string): void;
}

export function createFakeLocation(hash = ''): FakeLocation {
  let entries = [hash];
  let position = 0;
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  const go = (to: number) => {
    if (entries[to] === undefined) return;
    position = to;
    tell();
  };
  const push = (next: string) => {
    entries = [...entries.slice(0, position + 1), next];
    position += 1;
  };
  return {
    get entries() { return entries; },
    read: () => entries[position] ?? '',
    replace: (next) => { entries = entries.map((entry, index) => (index === position ? next : entry)); },
    push,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    back: () => go(position - 1),
    forward: () => go(position + 1),
    type(next) {
      push(next);
      tell();
    },
  };
}
