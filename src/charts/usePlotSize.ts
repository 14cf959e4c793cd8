import { type RefObject, useEffect, useRef, useState } from 'react';

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** Assumed until the element is measured, and where there is no page. */
const FIRST_SIZE: PlotSize = { width: 340, height: 240 };

/** Width and height of an element in whole pixels, kept up to date. Its size must not depend on what is drawn in it. */
export function usePlotSize<T extends HTMLElement>(): [RefObject<T | null>, PlotSize] {
  const element = useRef<T>(null);
  const [size, setSize] = useState(FIRST_SIZE);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver((entries) => {
      const box = entries[0]?.contentRect;
      const [width, height] = [Math.floor(box?.width ?? 0), Math.floor(box?.height ?? 0)];
      if (width > 0 && height > 0) setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, size];
}
