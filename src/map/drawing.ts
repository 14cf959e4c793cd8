/** Drawing a shape on the map: Terra Draw for the pointer, and a cross that the arrow keys move for the keyboard. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { TerraDraw } from 'terra-draw';
import type { Palette } from './scale/colours.ts';
import type { Ring } from './types.ts';

const HINT = 'Click to add corners; click the last one again to finish. Keyboard: arrow keys move the cross, Enter adds a corner, Enter again finishes, Escape gives up.';
/** Terra Draw's name for the last change; its enum is not exported. A shape may cross itself on the way, not at the end. */
const FINISHED: readonly string[] = ['finish'];
const STEP_PIXELS = 12;
const FINE_STEP_PIXELS = 2;
/** Short of the edge by this much, the map moves instead of the cross. */
const EDGE_PIXELS = 40;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export interface DrawingOptions {
  readonly map: MapLibreMap;
  readonly palette: Palette;
  /** Element that says what to do, read out by screen readers. */
  readonly status: HTMLElement;
  /** False when drawing was given up while Terra Draw was loading: nothing is then started. */
  readonly wanted: () => boolean;
  /** Called once: with the ring, or null when drawing was given up. */
  readonly onEnd: (ring: Ring | null) => void;
}

export interface Drawing {
  cancel(): void;
}

/** Loads Terra Draw and starts; null when no longer wanted by then. Rejects when it cannot be loaded. */
export async function startDrawing({ map, palette, status, wanted, onEnd }: DrawingOptions): Promise<Drawing | null> {
  const draw = await makeTerraDraw(map, palette);
  if (!wanted()) return null;
  const cross = new Cross(map);
  let ended = false;
  const end = (ring: Ring | null): void => {
    if (ended) return;
    ended = true;
    draw.stop();
    cross.remove();
    map.getCanvas().removeEventListener('keydown', onKey, { capture: true });
    map.keyboard.enable();
    map.doubleClickZoom.enable();
    map.getCanvas().style.removeProperty('cursor');
    status.textContent = '';
    onEnd(ring);
  };
  const onKey = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (event.key === 'Escape') end(null);
    else if (event.key === 'Enter') cross.press();
    else if (arrow) cross.move(arrow, event.shiftKey ? FINE_STEP_PIXELS : STEP_PIXELS);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  draw.on('finish', (id) => end(ringOf(draw, id)));
  draw.start();
  draw.setMode('polygon');
  map.keyboard.disable();
  map.getCanvas().addEventListener('keydown', onKey, { capture: true });
  map.getCanvas().focus();
  status.textContent = HINT;
  return { cancel: () => end(null) };
}

async function makeTerraDraw(map: MapLibreMap, { mark }: Palette): Promise<TerraDraw> {
  const [{ TerraDraw: Draw, TerraDrawPolygonMode, ValidateNotSelfIntersecting }, { TerraDrawMapLibreGLAdapter }] = await Promise.all([
    import('terra-draw'), import('terra-draw-maplibre-gl-adapter'),
  ]);
  const [line, halo] = [asHex(mark.label), asHex(mark.labelHalo)];
  return new Draw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
    modes: [new TerraDrawPolygonMode({
      keyEvents: null,
      pointerDistance: 12,
      validation: (feature, { updateType }) => (FINISHED.includes(updateType) ? ValidateNotSelfIntersecting(feature) : { valid: true }),
      styles: {
        fillColor: line, fillOpacity: 0.08, outlineColor: line, outlineWidth: 2,
        closingPointColor: asHex(mark.focus), closingPointWidth: 6, closingPointOutlineColor: halo, closingPointOutlineWidth: 2,
      },
    })],
  });
}

function asHex(colour: string): `#${string}` {
  return `#${colour.replace(/^#/, '')}`;
}

function ringOf(draw: TerraDraw, id: string | number): Ring | null {
  const geometry = draw.getSnapshotFeature(id)?.geometry;
  if (geometry?.type !== 'Polygon') return null;
  const ring = geometry.coordinates[0]?.slice(0, -1).map(([longitude, latitude]) => [longitude ?? 0, latitude ?? 0] as const) ?? [];
  return ring.length >= 3 ? ring : null;
}

/** The keyboard's pointer: where it moves and presses, Terra Draw sees pointer events. MapLibre listens to mouse events and is not disturbed. */
class Cross {
  readonly #map: MapLibreMap;
  readonly #element: HTMLElement;
  #x: number;
  #y: number;

  constructor(map: MapLibreMap) {
    this.#map = map;
    this.#element = document.createElement('div');
    this.#element.className = 'atlas-map-cross';
    this.#element.hidden = true;
    map.getContainer().append(this.#element);
    this.#x = map.getCanvas().clientWidth / 2;
    this.#y = map.getCanvas().clientHeight / 2;
  }

  move([right, down]: readonly [number, number], pixels: number): void {
    const { clientWidth, clientHeight } = this.#map.getCanvas();
    const x = this.#x + right * pixels;
    const y = this.#y + down * pixels;
    const stayX = Math.min(Math.max(x, EDGE_PIXELS), clientWidth - EDGE_PIXELS);
    const stayY = Math.min(Math.max(y, EDGE_PIXELS), clientHeight - EDGE_PIXELS);
    if (stayX !== x || stayY !== y) this.#map.panBy([x - stayX, y - stayY], { animate: false }, { readersChoice: true });
    this.#x = stayX;
    this.#y = stayY;
    this.#show();
    this.#send('pointermove');
  }

  press(): void {
    this.#show();
    for (const type of ['pointermove', 'pointerdown', 'pointerup'] as const) this.#send(type);
  }

  remove(): void {
    this.#element.remove();
  }

  #show(): void {
    this.#element.hidden = false;
    this.#element.style.transform = `translate(${this.#x}px, ${this.#y}px)`;
  }

  #send(type: 'pointermove' | 'pointerdown' | 'pointerup'): void {
    const canvas = this.#map.getCanvas();
    const { left, top } = canvas.getBoundingClientRect();
    canvas.dispatchEvent(new PointerEvent(type, { clientX: left + this.#x, clientY: top + this.#y, isPrimary: true, pointerId: 1, pointerType: 'mouse', button: 0, bubbles: true, cancelable: true }));
  }
}
