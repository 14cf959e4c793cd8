import type { Polygon, Position } from 'geojson';
import { feature, featureCollection, point } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { voronoi } from '@turf/voronoi';
import { bounds } from './bounds.ts';
import { matchVertices } from './matchVertices.ts';
import { mapVertices, polygonsOf, rewind, xOf, yOf, type Surface } from './rings.ts';

const METRES_PER_DEGREE = 111_320;
/** Two computations of one vertex differ by rounding (1e-6 m); real vertices lie metres apart. */
const SAME_VERTEX_METRES = 0.001;
/** Voronoi cells are open at the rim: cut them this many outline widths away, far outside the outline. */
const FRAME_WIDTHS = 10;
/** Parts of a degree that are kept: 1e-9 is a tenth of a millimetre. */
const PARTS_OF_A_DEGREE = 1e9;

/**
 * One cell per point, in the points' order: the part of the outline that is nearer to this point than to any
 * other. Points are [longitude, latitude]. Distances are those of a plane whose east-west scale is right at the
 * outline's middle latitude (within 1% over a county); straight lines there are straight in degrees too, so
 * cells follow the outline exactly. The cells tile the outline: neighbours share exactly the same vertices,
 * also where a border between them meets the outline, and dissolving them leaves no holes. Cells of two
 * outlines that share a border do NOT have each other's vertices there: pass them all through `matchVertices`.
 *
 * Throws RangeError for points that coincide or are not finite, and for a point whose cell misses the outline.
 */
export function voronoiWithin(points: readonly (readonly [number, number])[], outline: Polygon): Surface[] {
  const [, south, , north] = bounds(outline);
  const eastScale = METRES_PER_DEGREE * Math.cos((south + north) / 2 * Math.PI / 180);
  const toPlane = (x: number, y: number): [number, number] => [x * eastScale, y * METRES_PER_DEGREE];
  const planar = points.map(([longitude, latitude]) => toPlane(longitude, latitude));
  checkPoints(planar);
  const area = mapVertices(outline, toPlane);
  const clipped = openCells(planar, area).map((cell, index) => {
    const common = intersect(featureCollection([feature(cell), feature(area)]))?.geometry;
    if (common === undefined) throw new RangeError(`The cell of point ${index} has nothing in common with the outline.`);
    return common;
  });
  // The same plane vertex gives the same degrees, so neighbours stay matched.
  return matchVertices(clipped, SAME_VERTEX_METRES).map((cell, index) => {
    if (polygonsOf(cell).length === 0) throw new RangeError(`The cell of point ${index} is thinner than a millimetre.`);
    return rewind(mapVertices(cell, (x, y) => [rounded(x / eastScale), rounded(y / METRES_PER_DEGREE)]));
  });
}

function checkPoints(points: readonly [number, number][]): void {
  const seen = new Map<string, number>();
  points.forEach(([x, y], index) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new RangeError(`Point ${index} has no finite longitude and latitude.`);
    // To the centimetre: nearer points have cells too thin to keep.
    const key = `${Math.round(x * 100)},${Math.round(y * 100)}`;
    const twin = seen.get(key);
    if (twin !== undefined) throw new RangeError(`Points ${twin} and ${index} coincide: each needs a place of its own.`);
    seen.set(key, index);
  });
}

/** Unclipped Voronoi cells in a frame far outside the outline, one per point. */
function openCells(points: readonly [number, number][], outline: Surface): Polygon[] {
  const [west, south, east, north] = bounds(outline);
  const xs = points.map((p) => xOf(p));
  const ys = points.map((p) => yOf(p));
  const margin = FRAME_WIDTHS * Math.max(east - west, north - south);
  const frame: [number, number, number, number] = [
    Math.min(west, ...xs) - margin, Math.min(south, ...ys) - margin, Math.max(east, ...xs) + margin, Math.max(north, ...ys) + margin,
  ];
  const cells = voronoi(featureCollection(points.map((p: Position) => point(p))), { bbox: frame }).features.map((f) => f.geometry);
  if (cells.length !== points.length) throw new RangeError('Some points have no Voronoi cell of their own.');
  return cells;
}

function rounded(degrees: number): number {
  return Math.round(degrees * PARTS_OF_A_DEGREE) / PARTS_OF_A_DEGREE;
}
