import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { hasPicture } from './printing.ts';

export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The map's size on screen (CSS pixels, 0 where it is hidden) while the browser lays the page out for paper without a
 * picture of the map; otherwise null. A browser that prints by itself waits for nothing, so the answer is drawn at once.
 */
export function usePaperMap(container: { readonly current: HTMLElement | null }): PaperSize | null {
  const [size, setSize] = useState<PaperSize | null>(null);
  useEffect(() => {
    const before = (): void => {
      const { clientWidth = 0, clientHeight = 0 } = container.current ?? {};
      if (!hasPicture()) flushSync(() => setSize({ width: clientWidth, height: clientHeight }));
    };
    const after = (): void => setSize(null);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [container]);
  return size;
}
