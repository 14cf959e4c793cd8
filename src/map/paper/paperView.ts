/** Where on paper a place lies: Web Mercator at the zoom of the screen's map, one unit = one of its CSS pixels. */
import type { MultiPolygon, Point, Polygon, Position } from 'geojson';
import { mercator } from '../areas/mercator.ts';
import type { Box, Camera } from '../camera.ts';

export interface PaperView {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  readonly at: (longitude: number, latitude: number) => readonly [number, number];
}

const TILE = 512;
/** Clear of the edges, for names and outlines; share of the smaller side. */
const MARGIN = 0.05;

/**
 * What a map of a size shows: the camera's part of the world, or the whole box where there is no camera.
 *
 * @param width CSS pixels, as `height`; a map without a size (hidden) is taken as 800 by 600
 */
export function paperView(camera: Camera | null, county: Box, width: number, height: number): PaperView {
  const [across, down] = width > 0 && height > 0 ? [width, height] : [800, 600];
  const [left, bottom] = mercator(county[0], county[1]);
  const [right, top] = mercator(county[2], county[3]);
  const clear = 1 - 2 * MARGIN;
  const world = camera === null ? Math.min((across * clear) / (right - left), (down * clear) / (bottom - top)) : TILE * 2 ** camera.zoom;
  const [x, y] = camera === null ? [(left + right) / 2, (top + bottom) / 2] : mercator(camera.longitude, camera.latitude);
  return {
    width: across, height: down, zoom: Math.log2(world / TILE),
    at: (longitude, latitude) => {
      const [east, south] = mercator(longitude, latitude);
      return [(east - x) * world + across / 2, (south - y) * world + down / 2];
    },
  };
}

/** A shape as SVG path data to a tenth of a unit; corners that fall together are left out. Points have no path. */
export function pathOf(geometry: Polygon | MultiPolygon | Point, view: PaperView): string {
  if (geometry.type === 'Point') return '';
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map((ring) => ringPath(ring, view)).join('');
}

function ringPath(ring: readonly Position[], view: PaperView): string {
  const corners: string[] = [];
  for (const [longitude = 0, latitude = 0] of ring) {
    const [x, y] = view.at(longitude, latitude);
    const corner = `${x.toFixed(1)} ${y.toFixed(1)}`;
    if (corner !== corners.at(-1)) corners.push(corner);
  }
  return `M${corners.join('L')}Z`;
}
