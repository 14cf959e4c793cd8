import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contains, makeLocator } from '../../src/geometry/containment.ts';
import { fromBritishGrid, toBritishGrid } from '../../src/geometry/grid.ts';
import { readCases, readFixture, readShapes } from './cases.ts';
import { areaDifferences, areaExpected, areaInputs, locate, pointExpected, pointFile, pointInputs } from './geometryCases.ts';

describe('areas and centroids against GEOS (h_area_centroid)', () => {
  it.each(readCases('h_area_centroid', areaInputs, areaExpected))('$id', ({ inputs, expected }) => {
    expect(inputs.codes.length).toBeGreaterThan(0);
    expect(areaDifferences(inputs, expected, readShapes(inputs.geometry, '27700'), readShapes(inputs.geometry, '4326'))).toEqual([]);
  });
});

describe('point in polygon against GEOS (h_point_in_polygon)', () => {
  it.each(readCases('h_point_in_polygon', pointInputs, pointExpected, (group) => group !== 'boundary'))(
    '$id, in the grid and in degrees', ({ inputs, expected }) => {
      const points = pointFile.parse(readFixture(`inputs/${inputs.points}`));
      const { indices, differing } = locate(inputs, points, readShapes(inputs.geometry, '27700'), readShapes(inputs.geometry, '4326'));
      expect(indices).toEqual(expected.polygon_index);
      expect(differing).toEqual(expected.differs_in_4326);
    });

  const boundaryInputs = z.object({ geometry: z.string(), x: z.number(), y: z.number() });
  const boundaryExpected = z.object({ intersects: z.array(z.number()) });
  it.each(readCases('h_point_in_polygon', boundaryInputs, boundaryExpected, (group) => group === 'boundary'))(
    '$id: the boundary is inside every polygon that touches, the locator picks the first', ({ inputs, expected }) => {
      const shapes = readShapes(inputs.geometry, '27700').features.map((feature) => feature.geometry);
      expect(shapes.flatMap((shape, i) => (contains(shape, inputs.x, inputs.y) ? [i] : []))).toEqual(expected.intersects);
      expect(makeLocator(shapes)(inputs.x, inputs.y)).toBe(expected.intersects[0]);
    });
});

const gridInputs = z.object({ easting: z.number(), northing: z.number() });
const gridExpected = z.object({ wgs84_lon_helmert: z.number(), wgs84_lat_helmert: z.number() });

describe('British National Grid against PROJ (h_transform)', () => {
  it.each(readCases('h_transform', gridInputs, gridExpected))('$id', ({ inputs, expected }) => {
    const [longitude, latitude] = fromBritishGrid(inputs.easting, inputs.northing);
    expect(Math.abs(longitude - expected.wgs84_lon_helmert)).toBeLessThan(1e-7);
    expect(Math.abs(latitude - expected.wgs84_lat_helmert)).toBeLessThan(1e-7);
    // The seven-parameter transformation's inverse is approximate: 1 mm there and back, 2 mm with rounding.
    const [easting, northing] = toBritishGrid(longitude, latitude);
    expect(Math.hypot(easting - inputs.easting, northing - inputs.northing)).toBeLessThan(0.002);
  });
});
