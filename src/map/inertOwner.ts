import type { MapOwner } from './types.ts';

function nothing(): void {
  // There is no map to tell.
}

/** Stands in where the browser cannot draw a map: takes everything and does nothing. */
export function inertOwner(): MapOwner {
  return {
    setPack: nothing, setPaint: nothing, setOverlays: nothing, setSurface: nothing, setTheme: nothing, setSelected: nothing, setHovered: nothing, setCamera: nothing, setRoom: nothing, fitBox: nothing,
    startDrawing: nothing, finishDrawing: nothing, removeLastCorner: nothing, cancelDrawing: nothing, setDrawn: nothing, setDrawnAreas: nothing, resize: nothing, destroy: nothing,
    whenDrawn: () => Promise.resolve(),
    toImage: () => Promise.reject(new Error('The map cannot be drawn in this browser')),
  };
}
