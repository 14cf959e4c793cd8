import type { Feature, MultiPolygon, Point, Polygon } from 'geojson';
import { bounds } from '../../src/geometry/bounds.ts';
import { dissolve } from '../../src/geometry/dissolve.ts';
import type { AreaTable, PlaceProperties, Places } from '../../src/model/areas.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { slug } from '../../src/model/vocabulary.ts';
import type { AreaDefinition } from '../areaDefinition.ts';
import { nteExtents, type Extent, type Replacements } from './extents.ts';

type PlaceFeature = Feature<Polygon | MultiPolygon | Point, PlaceProperties>;
type Geometries = readonly (Polygon | MultiPolygon)[];

/**
 * Everything drawn over the areas: boroughs and wards (dissolved from the areas, so that their edges coincide),
 * community hubs, NTE hotspots and town labels. A ward, borough or hub without any area is left out.
 *
 * @param areas a table that already carries hub and NTE hotspot (`buildAreaTable`)
 * @param geometries polygons in the order of `areas`
 */
export function buildPlaces(definition: AreaDefinition, areas: AreaTable, geometries: Geometries, replacements: Replacements = {}): Places {
  return {
    type: 'FeatureCollection',
    features: [
      ...boroughPlaces(definition, areas, geometries),
      ...wardPlaces(areas, geometries),
      ...hubPlaces(definition, areas, geometries, replacements.hubs),
      ...nteExtents(definition, replacements).map((extent) => extentPlace('nte-hotspot', extent)),
      ...labelPlaces(definition),
    ],
  };
}

/** The definition's jumps with their boxes; one without a box is the whole area. */
export function buildJumps(definition: AreaDefinition, geometries: Geometries): Manifest['jumps'] {
  const [west, south, east, north] = bounds([...geometries]);
  return definition.jumps.map((jump) => ({ title: jump.title, box: jump.box ?? [west, south, east, north] }));
}

function boroughPlaces(definition: AreaDefinition, areas: AreaTable, geometries: Geometries): PlaceFeature[] {
  return definition.boroughs.flatMap((borough) => {
    const geometry = dissolved(geometries, (area) => areas.borough[area] === borough.code);
    return geometry ? [place(geometry, { kind: 'borough', id: borough.code, title: borough.name, borough: borough.code })] : [];
  });
}

function wardPlaces(areas: AreaTable, geometries: Geometries): PlaceFeature[] {
  const first = new Map<string, number>();
  areas.wardId.forEach((id, area) => { if (id !== '' && !first.has(id)) first.set(id, area); });
  return [...first].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, area]) => {
    const geometry = dissolved(geometries, (other) => areas.wardId[other] === id);
    return geometry ? [place(geometry, { kind: 'ward', id, title: areas.ward[area] ?? id, borough: areas.borough[area] ?? '' })] : [];
  });
}

function hubPlaces(definition: AreaDefinition, areas: AreaTable, geometries: Geometries, own: readonly Extent[] | undefined): PlaceFeature[] {
  if (own) return own.map((extent) => extentPlace('hub', extent));
  return definition.hubs.flatMap((hub) => {
    const geometry = dissolved(geometries, (area) => areas.hub[area] === hub.id);
    return geometry ? [extentPlace('hub', { ...hub, approximate: true, geometry })] : [];
  });
}

function extentPlace(kind: 'hub' | 'nte-hotspot', extent: Extent): PlaceFeature {
  const { id, title, borough, approximate, profile } = extent;
  return place(extent.geometry, { kind, id, title, borough, approximate, profile });
}

function labelPlaces(definition: AreaDefinition): PlaceFeature[] {
  return definition.labels.map((label) => place(
    { type: 'Point', coordinates: [label.longitude, label.latitude] },
    { kind: 'label', id: slug(label.title), title: label.title, borough: label.borough, rank: label.rank },
  ));
}

function place(
  geometry: Polygon | MultiPolygon | Point,
  properties: Pick<PlaceProperties, 'kind' | 'id' | 'title' | 'borough'> & Partial<PlaceProperties>,
): PlaceFeature {
  return { type: 'Feature', geometry, properties: { rank: 0, approximate: false, profile: null, ...properties } };
}

function dissolved(geometries: Geometries, chosen: (area: number) => boolean): Polygon | MultiPolygon | null {
  const parts = geometries.filter((_, area) => chosen(area));
  return parts.length === 0 ? null : dissolve(parts);
}
