import { contiguousNeighbours } from '../geometry/contiguity.ts';
import { neighboursWithin, nearestNeighbours, type GridPoints } from '../geometry/distanceNeighbours.ts';
import { toBritishGrid } from '../geometry/grid.ts';
import { connectedParts, isolatedAreas, listsFromPairs, type NeighbourLists } from '../geometry/neighbourLists.ts';
import type { Surface } from '../geometry/rings.ts';
import type { AreaShapes } from '../model/areas.ts';
import type { HotspotAnswer, NeighbourRule } from '../model/hotspots.ts';
import type { OpenedPack } from '../model/pack.ts';
import { keepAreas } from '../statistics/spatialWeights.ts';

type Ground = Pick<OpenedPack, 'shapes' | 'areas'>;

// By shapes, so that neighbours go with their pack; the rules asked for of one pack are few.
const listsOfShapes = new WeakMap<AreaShapes, Map<string, NeighbourLists>>();

/** Neighbours of all areas of a pack, worked out once per rule. The nearest k are at most all others. */
export function neighboursOf(ground: Ground, rule: NeighbourRule): NeighbourLists {
  const held = listsOfShapes.get(ground.shapes) ?? new Map<string, NeighbourLists>();
  const key = JSON.stringify(rule);
  const lists = held.get(key) ?? listsBy(ground, rule);
  listsOfShapes.set(ground.shapes, held.set(key, lists));
  return lists;
}

function listsBy(ground: Ground, rule: NeighbourRule): NeighbourLists {
  if (rule.kind === 'queen' || rule.kind === 'rook') return contiguousNeighbours(surfacesOf(ground), rule.kind);
  if (rule.kind === 'distance') return neighboursWithin(insidePoints(ground), rule.metres);
  const areas = ground.areas.code.length;
  return areas < 2 ? listsFromPairs(areas, [], []) : nearestNeighbours(insidePoints(ground), Math.min(rule.k, areas - 1));
}

/** Shapes by area number; an area without one has no boundary. */
export function surfacesOf({ shapes, areas }: Ground): Surface[] {
  const surfaces: Surface[] = areas.code.map(() => ({ type: 'Polygon', coordinates: [] }));
  for (const { geometry, properties } of shapes.features) surfaces[properties.area] = geometry;
  return surfaces;
}

/** Inside points in metres. */
export function insidePoints({ areas }: Pick<Ground, 'areas'>): GridPoints & { readonly x: Float64Array; readonly y: Float64Array } {
  const points = areas.code.map((_, area) => toBritishGrid(areas.longitude[area] ?? Number.NaN, areas.latitude[area] ?? Number.NaN));
  return { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) };
}

/** Neighbours among groups of areas: groups are neighbours where any of their areas are. `groupOf` is -1 for an area of none. */
export function groupNeighbours({ offsets, neighbours }: NeighbourLists, groupOf: ArrayLike<number>, groups: number): NeighbourLists {
  const [from, to]: [number[], number[]] = [[], []];
  for (let area = 0; area + 1 < offsets.length; area += 1) {
    for (let k = offsets[area] ?? 0; k < (offsets[area + 1] ?? 0); k += 1) {
      const [own, other] = [groupOf[area] ?? -1, groupOf[neighbours[k] ?? -1] ?? -1];
      if (own < 0 || other < 0) continue;
      from.push(own);
      to.push(other);
    }
  }
  return listsFromPairs(groups, from, to);
}

/** How well connected the tested areas are: links to areas that are not tested count for nothing. */
export function connectionsOf(lists: NeighbourLists, tested: Uint8Array): HotspotAnswer['neighbours'] {
  const kept = keepAreas(lists, Array.from(tested.keys()).filter((area) => tested[area] === 1));
  const areas = kept.offsets.length - 1;
  return { mean: areas === 0 ? 0 : kept.neighbours.length / areas, isolates: isolatedAreas(kept).length, components: connectedParts(kept).count };
}
