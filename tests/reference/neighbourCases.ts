import { z } from 'zod';
import { contiguousNeighbours } from '../../src/geometry/contiguity.ts';
import { nearestNeighbours, neighboursWithin } from '../../src/geometry/distanceNeighbours.ts';
import { connectedParts, isolatedAreas, isSymmetric, type NeighbourLists } from '../../src/geometry/neighbourLists.ts';
import { parseShapes } from './cases.ts';

export const neighbourInputs = z.object({ geometry: z.string(), rule: z.string() });
export const neighbourExpected = z.object({
  n: z.number(), links: z.number(), isolates: z.array(z.number()), components: z.number(), symmetric: z.boolean(), neighbours: z.array(z.array(z.number())),
});
const centroids = z.object({ x: z.array(z.number()), y: z.array(z.number()) });
const GEOMETRIES: Readonly<Record<string, string>> = {
  'geom_voronoi381_27700.geojson': 'A', 'geom_mesh144_27700.geojson': 'B', 'geom_grid42_27700.geojson': 'C', 'geom_lsoa11_bedfordshire_27700.geojson': 'L',
};

export function neighboursBy({ geometry, rule }: z.infer<typeof neighbourInputs>, read: (path: string) => unknown): NeighbourLists {
  if (rule === 'queen' || rule === 'rook') {
    return contiguousNeighbours(parseShapes(read(`inputs/${geometry}`)).features.map((feature) => feature.geometry), rule);
  }
  const points = centroids.parse(read(`inputs/attributes_${GEOMETRIES[geometry] ?? ''}.json`));
  const [, kind, amount] = /^(knn|band)(\d+)$/.exec(rule) ?? [];
  return kind === 'knn' ? nearestNeighbours(points, Number(amount)) : neighboursWithin(points, Number(amount));
}

export function summaryOf(lists: NeighbourLists): z.infer<typeof neighbourExpected> {
  const areas = lists.offsets.length - 1;
  return {
    n: areas, links: lists.neighbours.length, isolates: isolatedAreas(lists), components: connectedParts(lists).count, symmetric: isSymmetric(lists),
    neighbours: Array.from({ length: areas }, (_, area) => [...lists.neighbours.subarray(lists.offsets[area], lists.offsets[area + 1])]),
  };
}
