import { useEffect } from 'react';
import { useAtlas } from '../store/react.ts';
import { endFirstPicture } from '../ui/later.ts';

/** So long a map may take to be drawn once its figures are there, milliseconds; then the rest of the page goes ahead. */
const PATIENCE = 12_000;

/**
 * Lets the rest of the page load when the map shows its colours (MapMount says so), or at once where nobody waits for
 * that: in other views, when nothing could be opened, when the reader reaches for a control. A map that never
 * comes holds nothing up for long.
 */
export function useEndOfFirstPicture(): void {
  const elsewhere = useAtlas(({ view, pack, dataSet }) => view.view !== 'explore' || [pack.status, dataSet.status].some((status) => status === 'failed'));
  const figures = useAtlas(({ evaluation }) => evaluation !== null);
  useEffect(() => {
    if (elsewhere) endFirstPicture();
  }, [elsewhere]);
  useEffect(() => {
    if (!figures) return undefined;
    const timer = setTimeout(endFirstPicture, PATIENCE);
    return () => clearTimeout(timer);
  }, [figures]);
  useEffect(() => {
    const reach = ['pointerdown', 'keydown'] as const;
    for (const type of reach) window.addEventListener(type, endFirstPicture, { capture: true, once: true });
    return () => {
      for (const type of reach) window.removeEventListener(type, endFirstPicture, { capture: true });
    };
  }, []);
}
