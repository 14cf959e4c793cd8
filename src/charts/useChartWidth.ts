import { type RefObject, useEffect, useRef, useState } from 'react';

/** Width assumed until the element is measured, and where there is no page. */
const FIRST_WIDTH = 280;

/** The width of an element in whole pixels, kept up to date: charts draw at real size so that lines stay one pixel wide. */
export function useChartWidth<T extends HTMLElement>(): [RefObject<T | null>, number] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver((entries) => {
      const measured = Math.floor(entries[0]?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
