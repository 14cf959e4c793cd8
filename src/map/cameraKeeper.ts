/** Moves the camera and tells the reader's moves from the map's own. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { boxOfBoxes, nearCamera, roomAround, roomWithin, roundCamera } from './camera.ts';
import type { Box, Camera, Room } from './camera.ts';

const START_ROOM: Room = { left: 28, top: 28, right: 28, bottom: 28 };
const MOVE_MILLISECONDS = 500;

export class CameraKeeper {
  readonly #map: MapLibreMap;
  #county: Box | null = null;
  /** Null while the whole county is wanted: it is then fitted again whenever the map changes size. */
  #camera: Camera | null = null;
  #room = START_ROOM;

  constructor(map: MapLibreMap, onCamera: (camera: Camera) => void) {
    this.#map = map;
    map.on('moveend', (event: { originalEvent?: unknown; readersChoice?: boolean }) => {
      if (event.originalEvent === undefined && event.readersChoice !== true) return;
      const { lng, lat } = map.getCenter();
      this.#camera = roundCamera({ zoom: map.getZoom(), latitude: lat, longitude: lng });
      onCamera(this.#camera);
    });
    map.on('resize', () => {
      if (this.#camera === null) this.#show(false);
    });
  }

  setRoom(room: Room): void {
    const same = (['left', 'top', 'right', 'bottom'] as const).every((side) => room[side] === this.#room[side]);
    this.#room = room;
    if (!same && this.#camera === null) this.#show(false);
  }

  /** Keeps the map near a box, or anywhere over the boxes of what could be opened too, and shows what is wanted of it. */
  setCounty(box: Box | null, others: readonly Box[] = []): void {
    this.#county = box;
    if (box) {
      const [west, south, east, north] = boxOfBoxes([roomAround(box), ...others]);
      this.#map.setMaxBounds([[west, south], [east, north]]);
    }
    this.#show(false);
  }

  /** `animate` false while nothing is drawn yet. */
  set(camera: Camera | null, animate: boolean): void {
    if (nearCamera(camera, this.#camera)) return;
    this.#camera = camera;
    if (this.#county) this.#show(animate);
  }

  /** As the reader's own move: it is reported when it ends. */
  fit(box: Box): void {
    this.#fit(box, true, true);
  }

  #show(animate: boolean): void {
    const duration = animate ? MOVE_MILLISECONDS : 0;
    if (this.#camera) this.#map.easeTo({ center: [this.#camera.longitude, this.#camera.latitude], zoom: this.#camera.zoom, duration });
    else if (this.#county) this.#fit(this.#county, animate, false);
  }

  #fit([west, south, east, north]: Box, animate: boolean, readersChoice: boolean): void {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const padding = { ...roomWithin(this.#room, clientWidth, clientHeight) };
    this.#map.fitBounds([[west, south], [east, north]], { padding, linear: true, duration: animate ? MOVE_MILLISECONDS : 0 }, { readersChoice });
  }
}
