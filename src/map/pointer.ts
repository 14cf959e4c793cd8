/** Pointer events on the map -> areas and places. */
import type { Map as MapLibreMap, MapMouseEvent, PointLike } from 'maplibre-gl';
import type { AreaTable } from '../model/areas.ts';
import { metresPerPixel } from './camera.ts';
import type { AreaFinder } from './areas/areaFinder.ts';
import { PLACE_HIT_LAYERS } from './layers/overlayLayers.ts';
import type { Candidate } from './picking.ts';
import { POINTER_TOLERANCE, pickArea } from './picking.ts';
import type { MapCallbacks } from './types.ts';

export interface PointerOptions {
  readonly map: MapLibreMap;
  readonly callbacks: Pick<MapCallbacks, 'onHover' | 'onSelect' | 'onPlace'>;
  /** Areas on the map now; null while there are none or the pointer is busy drawing. */
  readonly areas: () => AreaTable | null;
  /** Null before their shapes are ready. */
  readonly finder: () => AreaFinder | null;
}

/** Listens until the map is removed. */
export function followPointer({ map, callbacks, areas, finder }: PointerOptions): void {
  let hovered: number | null = null;
  let pending: MapMouseEvent | null = null;
  /** False for a press that began while drawing: the click that ends a drawing chooses nothing. Touch sends its mouse events after the press is over. */
  let pressCounts = false;
  const hover = (area: number | null): void => {
    if (area === hovered) return;
    hovered = area;
    callbacks.onHover(area);
  };
  const follow = (): void => {
    const event = pending;
    pending = null;
    const table = areas();
    if (!event || !table) return;
    const area = areaAt(map, event, table, finder());
    const place = placeAt(map, event);
    map.getCanvas().style.cursor = area !== null || place !== null ? 'pointer' : '';
    hover(area);
  };
  map.on('mousemove', (event) => {
    // One look per frame, however fast the mouse reports.
    if (pending === null) requestAnimationFrame(follow);
    pending = event;
  });
  map.on('mouseout', () => {
    pending = null;
    if (areas()) hover(null);
  });
  map.getCanvasContainer().addEventListener('pointerdown', () => {
    pressCounts = areas() !== null;
  }, { capture: true });
  map.on('click', (event) => {
    const table = pressCounts ? areas() : null;
    // The second click of a double click zooms; it must not undo what the first one chose.
    if (!table || event.originalEvent.detail > 1) return;
    const place = placeAt(map, event);
    if (place !== null) {
      callbacks.onPlace(place);
      return;
    }
    const area = areaAt(map, event, table, finder());
    const { shiftKey, ctrlKey, metaKey } = event.originalEvent;
    if (area !== null) callbacks.onSelect(area, shiftKey || ctrlKey || metaKey);
  });
}

/** Shares of the tolerance. */
const AROUND = [-1, -0.5, 0, 0.5, 1].flatMap((across) => [-1, -0.5, 0, 0.5, 1].map((down) => [across, down] as const));

function boxAround({ point }: MapMouseEvent): [PointLike, PointLike] {
  return [[point.x - POINTER_TOLERANCE, point.y - POINTER_TOLERANCE], [point.x + POINTER_TOLERANCE, point.y + POINTER_TOLERANCE]];
}

/** Areas under the pointer and at the edges of the box around it: what is too small for that is reached by zooming in. */
function areaAt(map: MapLibreMap, event: MapMouseEvent, table: AreaTable, finder: AreaFinder | null): number | null {
  if (finder === null) return null;
  const at = (across: number, down: number): number[] => {
    const { lng, lat } = map.unproject([event.point.x + across * POINTER_TOLERANCE, event.point.y + down * POINTER_TOLERANCE]);
    return finder.at(lng, lat);
  };
  const under = new Set(at(0, 0));
  const around = new Set([...under, ...AROUND.flatMap(([across, down]) => at(across, down))]);
  const candidates = [...around].map((area): Candidate => {
    const longitude = table.longitude[area] ?? 0;
    const latitude = table.latitude[area] ?? 0;
    const inside = map.project([longitude, latitude]);
    const width = (Math.sqrt(table.areaKm2[area] ?? 1) * 1000) / metresPerPixel(map.getZoom(), latitude);
    return { area, under: under.has(area), width, distance: Math.hypot(inside.x - event.point.x, inside.y - event.point.y) };
  });
  return pickArea(candidates);
}

function placeAt(map: MapLibreMap, event: MapMouseEvent): string | null {
  const id: unknown = map.queryRenderedFeatures(boxAround(event), { layers: [...PLACE_HIT_LAYERS] })[0]?.properties['id'];
  return typeof id === 'string' ? id : null;
}
