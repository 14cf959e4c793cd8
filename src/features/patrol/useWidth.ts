import { type RefObject, useEffect, useState } from 'react';

const STEP = 20;

/** An element's width within bounds, in steps, so that dragging a window's edge does not draw everything at every pixel. */
export function useWidth(element: RefObject<HTMLElement | null>, most: number): number {
  const [width, setWidth] = useState(most);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const room = entry?.contentRect.width ?? most;
      if (room > 0) setWidth(Math.max(280, Math.min(most, room < 400 ? Math.floor(room) : Math.floor(room / STEP) * STEP)));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, most]);
  return width;
}
