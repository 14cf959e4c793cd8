import type { FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';

/**
 * The areas of a pack as columns, in ascending order of code. Position = area number, everywhere.
 * Missing values: NaN in numeric columns, '' in text columns.
 */
export interface AreaTable {
  readonly code: readonly string[];
  readonly name: readonly string[];
  /** Local authority (borough) code, e.g. E06000032. */
  readonly borough: readonly string[];
  /** Ward name; wards of different boroughs may share a name, so `wardId` is what filters use. */
  readonly ward: readonly string[];
  /** `${slug(borough name)}--${slug(ward)}`. */
  readonly wardId: readonly string[];
  /** Hub id, '' where none. */
  readonly hub: readonly string[];
  readonly imdRank: Float64Array;
  /** England's deciles, 1 = most deprived. */
  readonly imdDecile: Float64Array;
  readonly areaKm2: Float64Array;
  /** Census 2021 usual residents. */
  readonly residents: Float64Array;
  /** A point inside each area, degrees. */
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
  /** Id of the NTE hotspot the area's inside point or 25% of its surface lies in; '' where none. */
  readonly nteHotspot: readonly string[];
}

/** Properties of the polygons sent to the map: the area number is the feature id. */
export type AreaShapes = FeatureCollection<Polygon | MultiPolygon, { code: string; area: number }>;

export type PlaceKind = 'borough' | 'ward' | 'hub' | 'nte-hotspot' | 'label';

export interface PlaceProperties {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly title: string;
  /** Borough code the place belongs to, '' where it spans several. */
  readonly borough: string;
  /** Labels only: 1 town, 2 smaller town or large village. 0 for the other kinds. */
  readonly rank: number;
  /** True where the boundary is our approximation and should be replaced by the force's own file. */
  readonly approximate: boolean;
  readonly profile: HubProfile | NteProfile | null;
}

export type Places = FeatureCollection<Polygon | MultiPolygon | Point, PlaceProperties>;

export interface HubProfile {
  readonly kind: 'hub';
  readonly staffing: readonly {
    /** "2022-12" or "2024-06" or "2021-03". */
    readonly date: string;
    readonly source: string;
    readonly posts: readonly { readonly role: string; readonly inPost: number; readonly budgeted: number | null }[];
  }[];
}

export interface NteProfile {
  readonly kind: 'nte';
  readonly period: { readonly from: string; readonly to: string };
  readonly hours: readonly [number, number];
  readonly offences: number;
  readonly asbIncidents: number;
  readonly offencesPerWeekend: number;
  /** Shares 0-1 of the hotspot's offences. */
  readonly keyLocations: readonly { readonly title: string; readonly share: number }[];
  readonly topOffences: readonly { readonly title: string; readonly share: number }[];
  readonly domesticShare: number;
  readonly hateShare: number;
  readonly peak: string;
  readonly source: string;
}

/** Persons by area, held year and age band: `persons[(year * areas + area) * 19 + band]`. */
export interface PopulationTable {
  readonly years: readonly number[];
  readonly areas: number;
  readonly persons: Float64Array;
  /** The female ones among them, same layout; left out where the pack's population is not given by sex. */
  readonly female?: Float64Array;
}
