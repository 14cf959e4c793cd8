import { z } from 'zod';
import { areaKm2, centroid, planarCentroid } from '../../src/geometry/area.ts';
import { bounds } from '../../src/geometry/bounds.ts';
import { makeLocator } from '../../src/geometry/containment.ts';
import { planarArea } from '../../src/geometry/rings.ts';
import { differences, type Shapes } from './cases.ts';

export const areaInputs = z.object({ geometry: z.string(), codes: z.array(z.string()) });
export const areaExpected = z.object({
  area_m2_27700: z.array(z.number()), perimeter_m_27700: z.array(z.number()),
  centroid_x_27700: z.array(z.number()), centroid_y_27700: z.array(z.number()),
  centroid_lon: z.array(z.number()), centroid_lat: z.array(z.number()), bbox_27700: z.array(z.array(z.number())),
});
export const pointInputs = z.object({ points: z.string(), geometry: z.string(), from: z.number(), to: z.number() });
export const pointExpected = z.object({ polygon_index: z.array(z.number()), differs_in_4326: z.array(z.number()) });
export const pointFile = z.object({ x: z.array(z.number()), y: z.array(z.number()), lon: z.array(z.number()), lat: z.array(z.number()) });

/**
 * How our areas, centroids and boxes of the case's polygons differ from the reference's; empty when they agree.
 * Areas from the copy in degrees are compared within a rim round the outline, as wide as the two files' vertices
 * may lie apart: 1 mm where the copy is the grid's vertices transformed (8 decimals).
 */
export function areaDifferences(
  { codes }: z.infer<typeof areaInputs>, expected: z.infer<typeof areaExpected>, planar: Shapes, degrees: Shapes, rimMetres = 0.001,
): string[] {
  return codes.flatMap((code, i) => {
    const inGrid = shapeOf(planar, code);
    const inDegrees = shapeOf(degrees, code);
    const [x, y] = planarCentroid(inGrid);
    const [longitude, latitude] = centroid(inDegrees);
    const [west, south, east, north] = expected.bbox_27700[i] ?? [];
    const box = bounds(inGrid);
    const area = expected.area_m2_27700[i];
    const found = differences({
      area: [planarArea(inGrid), area], 'centroid x': [x, expected.centroid_x_27700[i]], 'centroid y': [y, expected.centroid_y_27700[i]],
      west: [box[0], west], south: [box[1], south], east: [box[2], east], north: [box[3], north],
    });
    const rim = (expected.perimeter_m_27700[i] ?? 0) * rimMetres;
    if (!(Math.abs(areaKm2(inDegrees) * 1e6 - (area ?? Number.NaN)) <= rim)) found.push(`area from degrees: ${areaKm2(inDegrees)} km2`);
    if (!(Math.abs(longitude - (expected.centroid_lon[i] ?? Number.NaN)) <= 1e-7)) found.push(`centroid longitude: ${longitude}`);
    if (!(Math.abs(latitude - (expected.centroid_lat[i] ?? Number.NaN)) <= 1e-7)) found.push(`centroid latitude: ${latitude}`);
    return found.map((text) => `${code} ${text}`);
  });
}

/** Polygon of each point of the case, in the grid; and the points whose polygon is another one in degrees. */
export function locate(
  { from, to }: z.infer<typeof pointInputs>, points: z.infer<typeof pointFile>, planar: Shapes, degrees: Shapes,
): { indices: number[]; differing: number[] } {
  const inGrid = makeLocator(planar.features.map((feature) => feature.geometry));
  const inDegrees = makeLocator(degrees.features.map((feature) => feature.geometry));
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const indices = numbers.map((i) => inGrid(points.x[i] ?? Number.NaN, points.y[i] ?? Number.NaN));
  const differing = numbers.filter((i) => inDegrees(points.lon[i] ?? Number.NaN, points.lat[i] ?? Number.NaN) !== indices[i - from]);
  return { indices, differing };
}

function shapeOf(shapes: Shapes, code: string): Shapes['features'][number]['geometry'] {
  const found = shapes.features.find((feature) => feature.properties.code === code);
  if (found === undefined) throw new Error(`No shape ${code}.`);
  return found.geometry;
}
