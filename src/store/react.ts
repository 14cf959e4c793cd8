import { createContext, createElement, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand/react';
import type { StoreApi } from 'zustand/vanilla';
import type { Atlas } from './state.ts';

const AtlasContext = createContext<StoreApi<Atlas> | null>(null);

/** Gives the store to everything below it. */
export function AtlasProvider({ store, children }: { readonly store: StoreApi<Atlas>; readonly children: ReactNode }) {
  return createElement(AtlasContext.Provider, { value: store }, children);
}

/** The store itself, for handlers that read it at the moment of an event. Throws outside an AtlasProvider. */
export function useAtlasStore(): StoreApi<Atlas> {
  const store = useContext(AtlasContext);
  if (store === null) throw new Error('useAtlas must be used inside an AtlasProvider.');
  return store;
}

/**
 * A part of the state; the component renders again when that part is another value (Object.is).
 * A selector must not make a new object each time; take parts and combine them with useMemo.
 */
export function useAtlas<Part>(selector: (state: Atlas) => Part): Part {
  return useStore(useAtlasStore(), selector);
}
