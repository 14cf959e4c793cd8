/** The camera at rest, as it stands in the URL. */
export interface Camera {
  readonly zoom: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** [west, south, east, north] in degrees. */
export type Box = readonly [number, number, number, number];

/** CSS pixels kept clear at each edge of the map. */
export interface Room {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A room that leaves at least half of a map's width and height (CSS pixels): larger ones shrink in proportion. */
export function roomWithin({ left, top, right, bottom }: Room, width: number, height: number): Room {
  const across = Math.min(1, width / 2 / Math.max(left + right, 1));
  const down = Math.min(1, height / 2 / Math.max(top + bottom, 1));
  return { left: left * across, top: top * down, right: right * across, bottom: bottom * down };
}

/** Metres per CSS pixel of Web Mercator with 512-pixel tiles. */
export function metresPerPixel(zoom: number, latitude: number): number {
  const equator = 40_075_016.686;
  return (equator * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom);
}

/** To the precision of the URL: 2 decimals of zoom, 4 of degrees (about 10 m). */
export function roundCamera({ zoom, latitude, longitude }: Camera): Camera {
  return { zoom: Number(zoom.toFixed(2)), latitude: Number(latitude.toFixed(4)), longitude: Number(longitude.toFixed(4)) };
}

/** True where two cameras show the same to the precision of a link, so that a view read back from the URL does not nudge the map. */
export function nearCamera(a: Camera | null, b: Camera | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a.zoom - b.zoom) < 0.06 && Math.abs(a.latitude - b.latitude) < 0.0006 && Math.abs(a.longitude - b.longitude) < 0.0006;
}

/** Room to move around a county: a box widened so that it can still be centred on a wide screen. */
export function roomAround([west, south, east, north]: Box): Box {
  const wide = Math.max(east - west, 0.1);
  const high = Math.max(north - south, 0.1);
  return [Math.max(west - 3 * wide, -180), Math.max(south - 1.2 * high, -85), Math.min(east + 3 * wide, 180), Math.min(north + 1.2 * high, 85)];
}

/** The least box that holds all of them; at least one is needed. */
export function boxOfBoxes(boxes: readonly Box[]): Box {
  const side = (at: 0 | 1 | 2 | 3): number[] => boxes.map((box) => box[at]);
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
}
