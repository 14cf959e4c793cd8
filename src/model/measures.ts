/** What the map can be coloured by. Ids stand in the URL. */
export const MEASURES = [
  { id: 'dsr-class', title: 'Standardised rate against the benchmark', short: 'DSR class', needs: 'age' },
  { id: 'dsr', title: 'Directly standardised rate', short: 'DSR', needs: 'age' },
  { id: 'rate-class', title: 'Crude rate against the benchmark', short: 'Crude rate class', needs: null },
  { id: 'rate', title: 'Crude rate', short: 'Crude rate', needs: null },
  { id: 'count', title: 'Count', short: 'Count', needs: null },
  { id: 'count-quintile', title: 'Count quintile', short: 'Count quintile', needs: null },
  { id: 'imd', title: 'Deprivation (IMD) quintile', short: 'IMD quintile', needs: null },
  { id: 'imd-decile', title: 'Deprivation (IMD) decile', short: 'IMD decile', needs: null },
  { id: 'density', title: 'Population density quintile', short: 'Density', needs: null },
  { id: 'agreement', title: 'Agreement of the sources', short: 'Agreement', needs: 'sources' },
  { id: 'gi-star', title: 'Hot and cold spots (Getis-Ord Gi*)', short: 'Hot spots (Gi*)', needs: 'hotspots' },
  { id: 'local-moran', title: 'Clusters and outliers (local Moran)', short: 'Local Moran', needs: 'hotspots' },
  { id: 'emerging', title: 'Emerging hot spots', short: 'Emerging', needs: 'hotspots' },
  { id: 'persistence', title: 'Persistence: how often higher', short: 'Persistence', needs: 'hotspots' },
  { id: 'change', title: 'Change between two periods', short: 'Change', needs: 'hotspots' },
  { id: 'class-by-imd', title: 'Class and deprivation together', short: 'Class × IMD', needs: null },
  { id: 'none', title: 'Boundaries only', short: 'Boundaries', needs: null },
] as const;
export type MeasureId = (typeof MEASURES)[number]['id'];

/** Layers drawn over the measure, any number at once. */
export const OVERLAYS = [
  { id: 'lsoa', title: 'LSOA boundaries' },
  { id: 'boroughs', title: 'Boroughs' },
  { id: 'wards', title: 'Wards' },
  { id: 'hubs', title: 'Community hub areas' },
  { id: 'nte', title: 'Night-time economy hotspots' },
  { id: 'labels', title: 'Town names' },
  { id: 'surface', title: 'Density of events' },
] as const;
export type OverlayId = (typeof OVERLAYS)[number]['id'];

/**
 * How sure a class has to be. 95 and 99.8: limits at that level, each area by itself. 'fdr': limits at 95%, but an area
 * reads higher or lower only where its p-value survives the Benjamini-Hochberg procedure over all areas at 5%: of the
 * areas marked, higher or lower, at most 5% are marked wrongly on average, however many are compared.
 */
export type Confidence = 95 | 99.8 | 'fdr';

/** Which of the two rates. */
export type RateKind = 'dsr' | 'rate';

/** Their names: in full, and where room is short. */
export const RATE_TITLES: Readonly<Record<RateKind, { readonly full: string; readonly short: string }>> = {
  dsr: { full: 'Directly standardised rate', short: 'DSR' },
  rate: { full: 'Crude rate', short: 'Crude rate' },
};

/** How breaks for maps coloured by value are made on "Rescale". */
export const BREAK_METHODS = [
  { id: 'quantile', title: 'Equal numbers of areas' },
  { id: 'fisher-jenks', title: 'Natural breaks (Fisher-Jenks)' },
  { id: 'pretty', title: 'Round numbers' },
] as const;
export type BreakMethod = (typeof BREAK_METHODS)[number]['id'];

/** Class of an area against the benchmark. Codes are what the worker sends in Uint8Arrays. */
export const CLASS = { noData: 0, tooFew: 1, lower: 2, similar: 3, higher: 4 } as const;
export type ClassCode = (typeof CLASS)[keyof typeof CLASS];

/** Why a rate is not given. Codes are what the worker sends in Uint8Arrays. */
export const REASON = { given: 0, fewerThan10: 1, noPopulation: 2, eventsWithoutPopulation: 3, belowThreshold: 4, notCovered: 5 } as const;
export type ReasonCode = (typeof REASON)[keyof typeof REASON];
