/** Drawing a shape on the map: Terra Draw for the pointer, a cross that the arrow keys move for the keyboard, commands for buttons. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { Cross } from './cross.ts';
import type { Palette } from './scale/colours.ts';
import { finishedRing, loadTerraDraw, standingCorners } from './terraDraw.ts';
import type { Ring } from './types.ts';

const HINT_POINTER = 'Click to add corners; click the last one again to finish. Keyboard: arrow keys move the cross, Enter adds a corner, Enter again finishes, Backspace removes one, Escape gives up.';
const HINT_TOUCH = 'Tap to add corners; tap the last one again to finish.';
const CROSSING = 'The lines cross, so the shape cannot be finished. Remove the last corner, or cancel.';
const STEP_PIXELS = 12;
const FINE_STEP_PIXELS = 2;
const LEAST_CORNERS = 3;
/** A double click that ends a drawing must not zoom: its own event comes after the second press. */
const DOUBLE_CLICK_MILLISECONDS = 400;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export interface DrawingOptions {
  readonly map: MapLibreMap;
  readonly palette: Palette;
  /** Element that says what to do, read out by screen readers. */
  readonly status: HTMLElement;
  /** False when drawing was given up while Terra Draw was loading: nothing is then started. */
  readonly wanted: () => boolean;
  /** Corners that stand: 0 at the start, then whenever their number changes. */
  readonly onCorners: (corners: number) => void;
  /** Called once: with the ring, or null when drawing was given up. */
  readonly onEnd: (ring: Ring | null) => void;
}

export interface Drawing {
  /** Nothing happens with fewer than three corners; where lines cross, the status says so. */
  finish(): void;
  removeLastCorner(): void;
  cancel(): void;
}

/** Loads Terra Draw and starts; null when no longer wanted by then. Rejects when it cannot be loaded. */
export async function startDrawing({ map, palette, status, wanted, onCorners, onEnd }: DrawingOptions): Promise<Drawing | null> {
  const hint = window.matchMedia('(pointer: coarse)').matches ? HINT_TOUCH : HINT_POINTER;
  // Saying the same once more would make screen readers read it again.
  const say = (text: string): void => {
    if (status.textContent !== text) status.textContent = text;
  };
  const { draw, isSimple } = await loadTerraDraw(map, palette, () => say(CROSSING));
  if (!wanted()) return null;
  const cross = new Cross(map);
  let corners = 0;
  let ended = false;
  const end = (ring: Ring | null): void => {
    if (ended) return;
    ended = true;
    draw.stop();
    cross.remove();
    stopKeys();
    setTimeout(() => map.doubleClickZoom.enable(), DOUBLE_CLICK_MILLISECONDS);
    map.getCanvas().style.removeProperty('cursor');
    say('');
    onEnd(ring);
  };
  const finish = (): void => {
    const ring = standingCorners(draw);
    if (ring.length < LEAST_CORNERS) return;
    if (isSimple(ring)) end(ring);
    else say(CROSSING);
  };
  const removeLastCorner = (): void => {
    draw.undo();
  };
  const stopKeys = takeKeys(map, cross, removeLastCorner, () => end(null));
  draw.on('change', () => {
    const standing = ended ? corners : standingCorners(draw).length;
    if (standing === corners) return;
    corners = standing;
    say(hint);
    onCorners(corners);
  });
  draw.on('finish', (id) => end(finishedRing(draw, id)));
  draw.start();
  draw.setMode('polygon');
  map.getCanvas().focus();
  say(hint);
  onCorners(0);
  return { finish, removeLastCorner, cancel: () => end(null) };
}

/** The map's keys draw, and Escape gives up wherever the focus is; the return value gives the keys back. */
function takeKeys(map: MapLibreMap, cross: Cross, removeLastCorner: () => void, giveUp: () => void): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (event.key === 'Enter') cross.press();
    else if (event.key === 'Backspace') removeLastCorner();
    else if (arrow) cross.move(arrow, event.shiftKey ? FINE_STEP_PIXELS : STEP_PIXELS);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Whatever is open on top, a menu or a dialogue, keeps its Escape to itself.
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) giveUp();
  };
  map.keyboard.disable();
  map.getCanvas().addEventListener('keydown', onKey, { capture: true });
  document.addEventListener('keydown', onEscape);
  return () => {
    map.getCanvas().removeEventListener('keydown', onKey, { capture: true });
    document.removeEventListener('keydown', onEscape);
    map.keyboard.enable();
  };
}
