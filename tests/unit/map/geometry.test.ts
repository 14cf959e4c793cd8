import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { metresPerPixel, nearCamera, roomAround, roomWithin, roundCamera } from '../../../src/map/camera.ts';
import { labelPoint } from '../../../src/map/layers/labelPoint.ts';
import { areaPoints, drawnShape, outlines, placePoints, placeShapes, shapesBox, symbolFitZoom } from '../../../src/map/layers/mapData.ts';
import { pickArea } from '../../../src/map/picking.ts';
import type { Candidate } from '../../../src/map/picking.ts';
import type { AreaShapes, Places } from '../../../src/model/areas.ts';
import { samplePack } from '../../fakes/samplePack.ts';

const square = (west: number, south: number, side: number): Polygon => ({
  type: 'Polygon', coordinates: [[[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]],
});
const shapes: AreaShapes = {
  type: 'FeatureCollection',
  features: [0, 1].map((area) => ({ type: 'Feature', geometry: square(area, 50, 1), properties: { code: `E0${area}`, area } })),
};

describe('labelPoint', () => {
  it('is the middle of a square and a point itself', () => {
    expect(labelPoint(square(0, 0, 2))).toEqual([1, 1]);
    expect(labelPoint({ type: 'Point', coordinates: [3, 4] })).toEqual([3, 4]);
  });

  it('stays out of holes and of the bay of a U', () => {
    const ring: Polygon = { type: 'Polygon', coordinates: [...square(0, 0, 10).coordinates, ...square(2, 2, 6).coordinates] };
    const [x, y] = labelPoint(ring) ?? [5, 5];
    expect(x > 2 && x < 8 && y > 2 && y < 8).toBe(false);
    const u: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [9, 0], [9, 9], [6, 9], [6, 2], [3, 2], [3, 9], [0, 9], [0, 0]]] };
    const [ux, uy] = labelPoint(u) ?? [4.5, 5];
    expect(ux > 3 && ux < 6 && uy > 2).toBe(false);
  });

  it('takes the largest part, and nothing for a shape without area', () => {
    const two: MultiPolygon = { type: 'MultiPolygon', coordinates: [square(0, 0, 1).coordinates, square(10, 0, 4).coordinates] };
    expect(labelPoint(two)).toEqual([12, 2]);
    expect(labelPoint({ type: 'Polygon', coordinates: [[[0, 0], [1, 1], [0, 0]]] })).toBeNull();
    expect(labelPoint({ type: 'Polygon', coordinates: [] })).toBeNull();
  });
});

describe('map data', () => {
  it('boxes every shape; nothing for no shapes', () => {
    expect(shapesBox(shapes)).toEqual([0, 50, 2, 51]);
    expect(shapesBox({ type: 'FeatureCollection', features: [] })).toBeNull();
  });

  it('outlines selected and hovered areas, and only areas there are', () => {
    const { features } = outlines(shapes, [1, 7], 0);
    expect(features).toMatchObject([{ properties: { role: 'selected' }, geometry: square(1, 50, 1) }, { properties: { role: 'hovered' }, geometry: square(0, 50, 1) }]);
    expect(outlines(null, [1], 0).features).toEqual([]);
  });

  it('closes a drawn ring and refuses fewer than three corners', () => {
    expect(drawnShape([[0, 0], [1, 0], [1, 1]]).features[0]?.geometry.coordinates).toEqual([[[0, 0], [1, 0], [1, 1], [0, 0]]]);
    expect(drawnShape([[0, 0], [1, 0]]).features).toEqual([]);
    expect(drawnShape(null).features).toEqual([]);
  });

  it('gives every place a point, without its profile, and shapes only to shapes', () => {
    const { places } = samplePack();
    expect(placePoints(places).features).toHaveLength(places.features.length);
    expect(Object.keys(placePoints(places).features[0]?.properties ?? {})).not.toContain('profile');
    expect(placeShapes(places).features).toEqual([]);
  });

  it('knows the places near the western and the eastern edge', () => {
    const { places } = samplePack();
    const [first] = places.features;
    if (!first) throw new Error('The sample pack has places');
    const placesAt = (longitudes: readonly number[]) => ({ ...places, features: longitudes.map((longitude): Places['features'][number] => ({ ...first, geometry: { type: 'Point', coordinates: [longitude, 52] } })) });
    const sidesAt = (...longitudes: readonly number[]) => placePoints(placesAt(longitudes)).features.map(({ properties }): unknown => properties?.['side']);
    expect(sidesAt(-0.7, -0.6, -0.4, -0.2, -0.1)).toEqual(['west', 'west', 'middle', 'east', 'east']);
    expect(sidesAt(-0.4)).toEqual(['middle']);
  });

  it('shows symbols of large areas earlier; leaves out areas without a point', () => {
    const { areas } = samplePack();
    const fits = areaPoints(areas).features.map(({ properties }) => properties.fit);
    expect(fits).toEqual(fits.toSorted((a, b) => b - a));
    expect(areaPoints({ ...areas, longitude: Float64Array.of(Number.NaN, 0, 0, 0, 0) }).features).toHaveLength(4);
  });

  it('fits a symbol exactly where the area is 11 pixels wide', () => {
    const zoom = symbolFitZoom(0.25, 52);
    expect(500 / metresPerPixel(zoom, 52)).toBeCloseTo(11, 6);
    expect(symbolFitZoom(Number.NaN, 52)).toBe(12);
  });
});

describe('camera', () => {
  it('knows the ground size of a pixel: 78,271.5 m at the equator at zoom 0', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(78_271.517, 2);
    expect(metresPerPixel(1, 60)).toBeCloseTo(78_271.517 / 4, 2);
  });

  it('takes a camera read back from a link for the same', () => {
    const camera = roundCamera({ zoom: 11.234_56, latitude: 51.888_888, longitude: -0.423_456 });
    expect(camera).toEqual({ zoom: 11.23, latitude: 51.8889, longitude: -0.4235 });
    expect(nearCamera(camera, { zoom: 11.2, latitude: 51.889, longitude: -0.423 })).toBe(true);
    expect(nearCamera(camera, { ...camera, zoom: 11.4 })).toBe(false);
    expect([nearCamera(null, null), nearCamera(camera, null), nearCamera(null, camera)]).toEqual([true, false, false]);
  });

  it('keeps the room asked for, but never more than half of a small map', () => {
    expect(roomWithin({ left: 54, top: 16, right: 18, bottom: 34 }, 390, 500)).toEqual({ left: 54, top: 16, right: 18, bottom: 34 });
    expect(roomWithin({ left: 60, top: 20, right: 20, bottom: 20 }, 80, 40)).toEqual({ left: 30, top: 10, right: 10, bottom: 10 });
    expect(roomWithin({ left: 60, top: 0, right: 20, bottom: 0 }, 0, 0)).toEqual({ left: 0, top: 0, right: 0, bottom: 0 });
  });

  it('leaves room round a county, within the world', () => {
    const [west, south, east, north] = roomAround([-0.7, 51.8, -0.1, 52.3]);
    expect(west < -0.7 && south < 51.8 && east > -0.1 && north > 52.3).toBe(true);
    expect(roomAround([-179, -84, 179, 84])).toEqual([-180, -85, 180, 85]);
  });
});

const candidate = (area: number, change: Partial<Candidate> = {}): Candidate => ({ area, under: false, width: 60, distance: 40, ...change });

describe('pickArea', () => {
  it('takes the area under the pointer', () => {
    expect(pickArea([candidate(1, { distance: 5 }), candidate(2, { under: true })])).toBe(2);
  });

  it('prefers a small area within reach to the large one below', () => {
    expect(pickArea([candidate(1, { under: true }), candidate(2, { width: 6, distance: 8 }), candidate(3, { width: 6, distance: 10 })])).toBe(2);
    expect(pickArea([candidate(1, { under: true }), candidate(2, { width: 6, distance: 30 })])).toBe(1);
  });

  it('keeps a small area that the pointer is in', () => {
    expect(pickArea([candidate(1, { under: true, width: 8, distance: 4 }), candidate(2, { width: 5, distance: 3 })])).toBe(1);
  });

  it('takes the nearest just outside the county, and nothing far from it', () => {
    expect(pickArea([candidate(1, { distance: 50 }), candidate(2, { distance: 30 })])).toBe(2);
    expect(pickArea([])).toBeNull();
  });
});
