import { useState } from 'react';

/** The three parts of the Explore view, by the ids of their elements. */
export type Part = 'filters' | 'map' | 'areas';

export interface Panels {
  /** The part that a narrow screen shows; wide ones show all that are not folded away. */
  readonly sheet: Part;
  readonly closed: { readonly filters: boolean; readonly areas: boolean };
  readonly fold: (panel: 'filters' | 'areas') => void;
  /** On narrow screens only: a wide one leaves folded panels folded. */
  readonly showSheet: (part: Part) => void;
  /** Brings a part on screen, whatever the screen. */
  readonly reveal: (part: Part) => void;
}

/** Which parts are on screen. */
export function usePanels(): Panels {
  const [sheet, showSheet] = useState<Part>('map');
  const [closed, setClosed] = useState({ filters: false, areas: false });
  return {
    sheet,
    closed,
    fold: (panel) => setClosed((before) => ({ ...before, [panel]: !before[panel] })),
    showSheet,
    reveal: (part) => {
      showSheet(part);
      if (part !== 'map') setClosed((before) => ({ ...before, [part]: false }));
    },
  };
}
