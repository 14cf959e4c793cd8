import { type RefObject, useEffect, useState } from 'react';

const WIDEST = 780;
const NARROWEST = 280;
/** Room of a drawing's card beside it. */
const CARD = 34;

/** The width drawings have, in steps of 20 so that dragging a window's edge does not draw everything at every pixel. */
export function useDrawingWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(WIDEST);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const room = (entry?.contentRect.width ?? WIDEST) - CARD;
      setWidth(Math.max(NARROWEST, Math.min(WIDEST, room < 400 ? Math.floor(room) : Math.floor(room / 20) * 20)));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
