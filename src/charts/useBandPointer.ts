import { type PointerEvent, useRef } from 'react';
import { bandAt } from './ageChoice.ts';

interface BandPointer {
  /** Pressed and let go on the same band. */
  readonly onPress: (band: number, shift: boolean) => void;
  /** Dragged from one band to another; called for every band on the way. */
  readonly onDrag: (from: number, to: number) => void;
  readonly onStart: (band: number) => void;
}

/** Press and drag over bands that lie side by side in the element that takes these handlers. */
export function useBandPointer({ onPress, onDrag, onStart }: BandPointer) {
  const start = useRef<{ readonly band: number; moved: boolean } | null>(null);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      start.current = { band: bandOf(event), moved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
      onStart(start.current.band);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (start.current === null) return;
      const band = bandOf(event);
      if (band !== start.current.band) start.current.moved = true;
      if (start.current.moved) onDrag(start.current.band, band);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const { current } = start;
      start.current = null;
      if (current !== null && !current.moved) onPress(current.band, event.shiftKey);
    },
    onPointerCancel: () => {
      start.current = null;
    },
  };
}

function bandOf(event: PointerEvent<HTMLElement>): number {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  return bandAt(event.clientX - left, width);
}
