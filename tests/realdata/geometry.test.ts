import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { areaKm2 } from '../../src/geometry/area.ts';
import { makeLocator } from '../../src/geometry/containment.ts';
import { dissolve } from '../../src/geometry/dissolve.ts';
import { insidePoint } from '../../src/geometry/insidePoint.ts';
import { matchVertices } from '../../src/geometry/matchVertices.ts';
import { planarArea, polygonsOf } from '../../src/geometry/rings.ts';
import { voronoiWithin } from '../../src/geometry/voronoi.ts';
import { parseShapes, readJson, type Shapes } from '../reference/cases.ts';
import { areaDifferences, areaExpected, areaInputs, locate, pointExpected, pointFile, pointInputs } from '../reference/geometryCases.ts';

const raw = process.env.GEODATA_RAW;
/** The reference cases on real boundaries: beside the published files, or where REFERENCE_CASES says. Never copied. */
const cases = process.env.REFERENCE_CASES ?? join(raw ?? '', '..', 'reference', 'cases');
const BOROUGHS = [['E06000055', 103, 476.37], ['E06000056', 157, 715.58], ['E06000032', 121, 43.36]] as const;

function boundaries(): Shapes['features'] {
  return parseShapes(readJson(join(raw ?? '', 'boundaries', 'lsoa2011_bgc.geojson'))).features;
}

describe.skipIf(raw === undefined)('the 381 LSOAs of 2011', () => {
  it('dissolve into one county without holes, of 1,235.32 km2', () => {
    const lsoas = boundaries().map((feature) => feature.geometry);
    expect(lsoas).toHaveLength(381);
    const county = dissolve(lsoas);
    expect(polygonsOf(county).map((rings) => rings.length)).toEqual([1]);
    expect(areaKm2(county)).toBeCloseTo(1235.321, 3);
    expect(areaKm2(county) / lsoas.reduce((sum, lsoa) => sum + areaKm2(lsoa), 0)).toBeCloseTo(1, 12);
  });

  it.each(BOROUGHS)('dissolve into the borough %s of %d LSOAs without slivers, of %d km2', (code, count, area) => {
    const lsoas = boundaries().filter((feature) => feature.properties.LADCD === code).map((feature) => feature.geometry);
    expect(lsoas).toHaveLength(count);
    const borough = dissolve(lsoas);
    expect(polygonsOf(borough).map((rings) => rings.length)).toEqual([1]);
    expect(areaKm2(borough)).toBeCloseTo(area, 1);
  });

  it('give Voronoi cells by borough that tile the county and hold their points', () => {
    const cells = BOROUGHS.flatMap(([code]) => {
      const lsoas = boundaries().filter((feature) => feature.properties.LADCD === code).map((feature) => feature.geometry);
      const [outline] = polygonsOf(dissolve(lsoas));
      const points = lsoas.map((lsoa) => insidePoint(lsoa));
      const within = voronoiWithin(points, { type: 'Polygon', coordinates: outline ?? [] } satisfies Polygon);
      const find = makeLocator(within);
      expect(points.map(([x, y]) => find(x, y))).toEqual(points.map((_, i) => i));
      return within;
    });
    const county = dissolve(matchVertices(cells));
    expect(polygonsOf(county).map((rings) => rings.length)).toEqual([1]);
    const outlineArea = planarArea(dissolve(boundaries().map((feature) => feature.geometry)));
    expect(planarArea(county) / outlineArea).toBeCloseTo(1, 7);
  });

  it('hold the points that the Office for National Statistics publishes for them', () => {
    const features = boundaries();
    const find = makeLocator(features.map((feature) => feature.geometry));
    expect(features.filter(({ properties: { LONG, LAT } }, i) => find(Number(LONG), Number(LAT)) !== i)).toEqual([]);
  });
});

/** The grid copy of the real boundaries is rounded to the centimetre, the copy in degrees is not: 5 mm each way. */
const RIM_METRES = 0.005 * Math.SQRT2;

function onRealBoundaries<Inputs, Expected>(fixture: string, inputs: z.ZodType<Inputs>, expected: z.ZodType<Expected>): { id: string; inputs: Inputs; expected: Expected }[] {
  const file = z.object({ cases: z.array(z.object({ id: z.string(), group: z.string(), inputs: z.unknown(), expected: z.unknown() })) });
  return file.parse(readJson(join(cases, `${fixture}.json`))).cases.filter(({ group }) => group === 'L')
    .map((one) => ({ id: one.id, inputs: inputs.parse(one.inputs), expected: expected.parse(one.expected) }));
}

function shapes(geometry: string, crs: '27700' | '4326'): Shapes {
  return parseShapes(readJson(join(cases, 'inputs', `${geometry}_${crs}.geojson`)));
}

describe.skipIf(raw === undefined || !existsSync(join(cases, 'h_area_centroid.json')))('reference cases on the real boundaries', () => {
  it('areas and centroids equal those of GEOS', () => {
    const found = onRealBoundaries('h_area_centroid', areaInputs, areaExpected);
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap(({ inputs, expected }) =>
      areaDifferences(inputs, expected, shapes(inputs.geometry, '27700'), shapes(inputs.geometry, '4326'), RIM_METRES))).toEqual([]);
  });

  it('points lie in the polygons that GEOS finds', () => {
    const found = onRealBoundaries('h_point_in_polygon', pointInputs, pointExpected);
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) {
      const points = pointFile.parse(readJson(join(cases, 'inputs', one.inputs.points)));
      const { indices, differing } = locate(one.inputs, points, shapes(one.inputs.geometry, '27700'), shapes(one.inputs.geometry, '4326'));
      expect(indices).toEqual(one.expected.polygon_index);
      expect(differing).toEqual(one.expected.differs_in_4326);
    }
  });
});
