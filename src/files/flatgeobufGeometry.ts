import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { parseGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js';
import type { IParsedGeometry } from 'flatgeobuf/lib/mjs/generic/geometry.js';
import type { Geometry, Position } from 'geojson';
import { emptyBox, type Box } from './hilbert.ts';

const TYPES: Partial<Record<Geometry['type'], GeometryType>> = {
  Point: GeometryType.Point,
  LineString: GeometryType.LineString,
  Polygon: GeometryType.Polygon,
  MultiPoint: GeometryType.MultiPoint,
  MultiLineString: GeometryType.MultiLineString,
  MultiPolygon: GeometryType.MultiPolygon,
};

/**
 * The one type that a layer's header states: the features' common type, MultiPolygon for polygons with and without
 * parts (other tools list an Unknown layer once per type), otherwise Unknown, where each feature says its own.
 */
export function layerGeometryType(types: readonly Geometry['type'][]): GeometryType {
  const distinct = new Set(types);
  const [first] = distinct;
  if (distinct.size === 1 && first) return TYPES[first] ?? GeometryType.Unknown;
  const onlyPolygons = [...distinct].every((type) => type === 'Polygon' || type === 'MultiPolygon');
  return distinct.size > 0 && onlyPolygons ? GeometryType.MultiPolygon : GeometryType.Unknown;
}

/** The geometry as the feature builder takes it, promoted to the layer's type, without heights. */
export function flatGeometry(geometry: Geometry, layerType: GeometryType): IParsedGeometry {
  if (geometry.type === 'GeometryCollection') throw new TypeError('Geometry collections are not written.');
  const promoted = geometry.type === 'Polygon' && layerType === GeometryType.MultiPolygon
    ? { type: 'MultiPolygon' as const, coordinates: [geometry.coordinates] }
    : geometry;
  return withoutHeights(parseGeometry(promoted));
}

function withoutHeights(geometry: IParsedGeometry): IParsedGeometry {
  const { z: _heights, ...flat } = geometry;
  // `parts` is absent, whatever the library's type says, for all but multipart geometry.
  return geometry.parts === undefined ? flat : { ...flat, parts: geometry.parts.map(withoutHeights) };
}

/** Bounding box of a geometry; throws, naming `where`, when it is empty or a coordinate is not a finite number. */
export function geometryBox(geometry: Geometry, where: string): Box {
  const box = emptyBox();
  for (const [x, y] of positions(geometry)) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new RangeError(`A coordinate of ${where} is not a finite number.`);
    box.minX = Math.min(box.minX, x ?? NaN);
    box.minY = Math.min(box.minY, y ?? NaN);
    box.maxX = Math.max(box.maxX, x ?? NaN);
    box.maxY = Math.max(box.maxY, y ?? NaN);
  }
  if (box.minX > box.maxX) throw new RangeError(`The geometry of ${where} is empty.`);
  return box;
}

/** Every position of a geometry, part by part. */
function positions(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point': return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString': return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon': return geometry.coordinates.flat();
    case 'MultiPolygon': return geometry.coordinates.flat(2);
    default: return geometry.geometries.flatMap(positions);
  }
}
