import { useSyncExternalStore } from 'react';

export type BriefingBy = 'hotspot' | 'hub';

let by: BriefingBy = 'hotspot';
const listeners = new Set<() => void>();

/** What a printed page is about; chosen under "Take away", kept while the page is open. */
export function useBriefingBy(): BriefingBy {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => by, () => by);
}

export function setBriefingBy(next: BriefingBy): void {
  by = next;
  for (const listener of listeners) listener();
}
