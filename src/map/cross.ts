import type { Map as MapLibreMap } from 'maplibre-gl';

/** Short of the edge by this much, the map moves instead of the cross. */
const EDGE_PIXELS = 40;

/** The keyboard's pointer: where it moves and presses, Terra Draw sees pointer events. MapLibre listens to mouse events and is not disturbed. */
export class Cross {
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
