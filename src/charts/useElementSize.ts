import { type RefObject, useEffect, useRef, useState } from 'react';

/** Pixels. */
export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

/** Of a chart whose height is its own, and of a plot that fills its frame: assumed until they are measured. */
export const FIRST_CHART: ElementSize = { width: 280, height: 0 };
export const FIRST_PLOT: ElementSize = { width: 340, height: 240 };

/**
 * The size of an element in whole pixels, kept up to date: charts draw at real size so that lines stay one pixel wide.
 * What a chart draws must not decide the size that it uses. A side without extent keeps what it had before.
 *
 * @param first assumed until the element is measured, and where there is no page
 */
export function useElementSize<T extends HTMLElement>(first: ElementSize): [RefObject<T | null>, ElementSize] {
  const element = useRef<T>(null);
  const [size, setSize] = useState(first);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver((entries) => {
      const box = entries[0]?.contentRect;
      if (box !== undefined) setSize((before) => resized(before, Math.floor(box.width), Math.floor(box.height)));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, size];
}

/** The same object where nothing changed, so that nothing is drawn again. */
export function resized(before: ElementSize, width: number, height: number): ElementSize {
  const next = { width: width > 0 ? width : before.width, height: height > 0 ? height : before.height };
  return next.width === before.width && next.height === before.height ? before : next;
}
