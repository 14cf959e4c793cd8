import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { focusFirst } from '../../ui/focus.ts';

export interface Profile {
  /** The place whose profile is open. */
  readonly placeId: string | null;
  readonly open: (placeId: string) => void;
  readonly close: () => void;
}

/** One open profile; closing it takes the focus back to what opened it, or to the map where that is not on screen. */
export function useProfile(onOpen: () => void): Profile {
  const [placeId, setPlaceId] = useState<string | null>(null);
  const opener = useRef<Element | null>(null);
  return {
    placeId,
    open: (id) => {
      // From one profile to another, the first opener stays.
      if (placeId === null) opener.current = document.activeElement;
      setPlaceId(id);
      onOpen();
    },
    close: () => {
      flushSync(() => setPlaceId(null));
      focusFirst(opener.current, '#map');
    },
  };
}
