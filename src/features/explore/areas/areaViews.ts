import { useState } from 'react';

/** How the areas are shown in their panel. */
export const AREA_VIEWS = [
  { id: 'table', title: 'Table' },
  { id: 'caterpillar', title: 'Caterpillar' },
  { id: 'funnel', title: 'Funnel' },
  { id: 'peaks', title: 'Peaks' },
] as const;
export type AreaView = (typeof AREA_VIEWS)[number]['id'];
export type AreaPlotKind = Exclude<AreaView, 'table' | 'peaks'>;

export interface AreaViews {
  readonly shown: AreaView;
  readonly show: (view: AreaView) => void;
  /** The plot that stands large under the map; null = none. The panel then has the table. */
  readonly large: AreaPlotKind | null;
  readonly enlarge: (kind: AreaPlotKind) => void;
  /** Puts the large plot back into the panel. */
  readonly reduce: () => void;
}

/** What the areas panel shows, and which plot stands large. A plot is in one place only. */
export function useAreaViews(): AreaViews {
  const [shown, setShown] = useState<AreaView>('table');
  const [large, setLarge] = useState<AreaPlotKind | null>(null);
  return {
    shown,
    large,
    show: (view) => {
      setShown(view);
      if (view === large) setLarge(null);
    },
    enlarge: (kind) => {
      setLarge(kind);
      setShown('table');
    },
    reduce: () => {
      if (large !== null) setShown(large);
      setLarge(null);
    },
  };
}
