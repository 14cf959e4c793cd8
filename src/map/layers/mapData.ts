/** What the map's sources hold, made from a pack. */
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';
import type { AreaShapes, AreaTable, Places } from '../../model/areas.ts';
import type { DrawnArea } from '../../model/drawnAreas.ts';
import { metresPerPixel } from '../camera.ts';
import { labelPoint } from './labelPoint.ts';

/** A symbol 7 px wide needs an area about this wide, in CSS pixels, to stand in. */
const SYMBOL_NEEDS_PIXELS = 11;

/** Zoom from which an area is wide enough for its symbol. Areas without a known size get theirs from zoom 12. */
export function symbolFitZoom(areaKm2: number, latitude: number): number {
  if (!(areaKm2 > 0)) return 12;
  const metres = Math.sqrt(areaKm2) * 1000;
  return Math.log2((SYMBOL_NEEDS_PIXELS * metresPerPixel(0, latitude)) / metres);
}

/** A point inside each area, with the zoom at which its symbol fits. Areas without a point are left out. */
export function areaPoints(areas: AreaTable): FeatureCollection<Point, { area: number; fit: number }> {
  const features = areas.code.flatMap((_, area): Feature<Point, { area: number; fit: number }>[] => {
    const longitude = areas.longitude[area] ?? Number.NaN;
    const latitude = areas.latitude[area] ?? Number.NaN;
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return [];
    const fit = symbolFitZoom(areas.areaKm2[area] ?? Number.NaN, latitude);
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: [longitude, latitude] }, properties: { area, fit } }];
  });
  return { type: 'FeatureCollection', features };
}

/** Share of the width over all places within which a name at the western or eastern edge may only grow inwards. */
const EDGE_SHARE = 0.2;

/**
 * One point per place, for its name or mark; profiles stay behind, the map needs none. `side` is "west" or "east" near
 * these edges of all places together, else "middle": names there must not run off the map.
 */
export function placePoints(places: Places): FeatureCollection<Point> {
  const placed = places.features.flatMap(({ geometry, properties }) => {
    const at = labelPoint(geometry);
    return at ? [{ at, properties }] : [];
  });
  const longitudes = placed.map(({ at }) => at[0]);
  const west = longitudes.reduce((a, b) => Math.min(a, b), Infinity);
  const east = longitudes.reduce((a, b) => Math.max(a, b), -Infinity);
  const sideOf = (longitude: number): 'west' | 'middle' | 'east' => {
    const share = (longitude - west) / (east - west);
    return share <= EDGE_SHARE ? 'west' : share >= 1 - EDGE_SHARE ? 'east' : 'middle';
  };
  const features = placed.map(({ at, properties: { kind, id, title, rank, approximate } }): Feature<Point> => (
    { type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties: { kind, id, title, rank, approximate, side: sideOf(at[0]) } }));
  return { type: 'FeatureCollection', features };
}

export function placeShapes(places: Places): FeatureCollection {
  const features = places.features
    .filter((place) => place.geometry.type !== 'Point')
    .map((place): Feature => {
      const { kind, id, approximate } = place.properties;
      return { type: 'Feature', geometry: place.geometry, properties: { kind, id, approximate } };
    });
  return { type: 'FeatureCollection', features };
}

/** A drawn ring ([longitude, latitude], not closed) as a shape; nothing for null or fewer than three points. */
export function drawnShape(ring: readonly (readonly [number, number])[] | null): FeatureCollection<Polygon> {
  const first = ring?.[0];
  if (!ring || !first || ring.length < 3) return { type: 'FeatureCollection', features: [] };
  const coordinates = [[...ring, first].map(([longitude, latitude]) => [longitude, latitude])];
  return { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'Polygon', coordinates }, properties: {} }] };
}

/** A drawn area as a closed shape. */
export function drawnGeometry({ polygons }: DrawnArea): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map((ring) => [...ring, ...ring.slice(0, 1)].map(([x, y]) => [x, y]))) };
}

/** Drawn areas, and a point inside each for its name. */
export function drawnAreaShapes(areas: readonly DrawnArea[]): FeatureCollection<MultiPolygon | Point> {
  const features = areas.flatMap((area): Feature<MultiPolygon | Point>[] => {
    const geometry = drawnGeometry(area);
    const at = labelPoint(geometry);
    return [
      { type: 'Feature', geometry, properties: {} },
      ...(at === null ? [] : [{ type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: [...at] }, properties: { name: area.name } }]),
    ];
  });
  return { type: 'FeatureCollection', features };
}

/** The areas to outline, again, with their role; numbers that no area has are left out. */
export function outlines(shapes: AreaShapes | null, selected: readonly number[], hovered: number | null): FeatureCollection {
  const roles = [...selected.map((area) => ({ area, role: 'selected' })), ...(hovered === null ? [] : [{ area: hovered, role: 'hovered' }])];
  const wanted = new Set(roles.map(({ area }) => area));
  const found = new Map(shapes?.features.filter(({ properties }) => wanted.has(properties.area)).map((shape) => [shape.properties.area, shape.geometry]));
  const features = roles.flatMap(({ area, role }): Feature[] => {
    const geometry = found.get(area);
    return geometry ? [{ type: 'Feature', geometry, properties: { role } }] : [];
  });
  return { type: 'FeatureCollection', features };
}

/** [west, south, east, north] of every area; null for no areas. */
export function shapesBox(shapes: AreaShapes): readonly [number, number, number, number] | null {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const { geometry } of shapes.features) {
    for (const rings of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) {
      for (const [longitude = Number.NaN, latitude = Number.NaN] of rings[0] ?? []) {
        west = Math.min(west, longitude);
        east = Math.max(east, longitude);
        south = Math.min(south, latitude);
        north = Math.max(north, latitude);
      }
    }
  }
  return west < east && south < north ? [west, south, east, north] : null;
}
