import type { AreaTable } from '../model/areas.ts';
import type { OpenedPack } from '../model/pack.ts';
import { quantileClasses } from '../statistics/quantileClasses.ts';

const CLASSES = 5;

/**
 * Population density of each area, Census residents per km2, and its quintile (5 = densest, 0 = no data).
 * A value on an edge belongs to the denser class. Edges are the published ones where there are any; otherwise the
 * least density of each of the upper four classes within this pack.
 */
export function densityOf(areas: AreaTable, publishedEdges: readonly number[] | null): OpenedPack['density'] {
  const perKm2 = areas.residents.map((residents, area) => (areas.areaKm2[area]! > 0 ? residents / areas.areaKm2[area]! : Number.NaN));
  const edges = publishedEdges?.length === CLASSES - 1 ? publishedEdges : edgesWithin(perKm2);
  const quintile = Uint8Array.from(perKm2, (density) => (Number.isNaN(density) ? 0 : 1 + edges.filter((edge) => density >= edge).length));
  return { edges, quintile, perKm2 };
}

function edgesWithin(perKm2: Float64Array): number[] {
  const classes = quantileClasses(perKm2, CLASSES);
  return Array.from({ length: CLASSES - 1 }, (_, i) => perKm2.reduce((least, density, area) => (classes[area]! >= i + 2 && density < least ? density : least), Number.POSITIVE_INFINITY));
}
