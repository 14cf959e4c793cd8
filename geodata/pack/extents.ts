import type { MultiPolygon, Polygon } from 'geojson';
import { circle } from '../../src/geometry/circle.ts';
import { dissolve } from '../../src/geometry/dissolve.ts';
import type { PlaceProperties } from '../../src/model/areas.ts';
import type { AreaDefinition } from '../areaDefinition.ts';

/** A hub or NTE hotspot with its boundary. */
export interface Extent {
  readonly id: string;
  readonly title: string;
  readonly borough: string;
  readonly approximate: boolean;
  readonly profile: PlaceProperties['profile'];
  readonly geometry: Polygon | MultiPolygon;
}

/** The force's own boundaries, in place of the definition's approximations. */
export interface Replacements {
  readonly hubs?: readonly Extent[];
  readonly nte?: readonly Extent[];
}

/** NTE hotspots: the force's own, else the union of the definition's circles around the town centres. */
export function nteExtents(definition: AreaDefinition, replacements: Replacements): readonly Extent[] {
  return replacements.nte ?? definition.nteHotspots.map((hotspot) => ({
    id: hotspot.id, title: hotspot.title, borough: hotspot.borough, approximate: true, profile: hotspot.profile,
    geometry: dissolve(hotspot.circles.map((each) => circle([each.longitude, each.latitude], each.metres))),
  }));
}
