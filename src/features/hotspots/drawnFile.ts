import type { DrawnArea } from '../../model/drawnAreas.ts';

/** Drawn areas as a GeoJSON file, which this page and any GIS read again: rings closed, outer ones anticlockwise (RFC 7946). */
export function drawnGeoJson(areas: readonly DrawnArea[]): string {
  const features = areas.map(({ name, polygons }) => ({
    type: 'Feature', properties: { name },
    geometry: { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map((ring, i) => closed(isAnticlockwise(ring) === (i === 0) ? ring : ring.toReversed()))) },
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}

type Ring = DrawnArea['polygons'][number][number];

const closed = (ring: Ring): Ring => [...ring, ...ring.slice(0, 1)];

function isAnticlockwise(ring: Ring): boolean {
  const doubled = ring.reduce((sum, [x, y], i) => {
    const [lastX, lastY] = ring.at(i - 1) ?? [x, y];
    return sum + (lastX * y - x * lastY);
  }, 0);
  return doubled > 0;
}
