import { makeLocator } from '../geometry/containment.ts';
import { fromBritishGrid } from '../geometry/grid.ts';
import { hexagonCover, type HexagonCover } from '../geometry/hexagonCover.ts';
import { hexagonCentre, hexagonGrid, hexagonName, type Hexagon, type HexagonGrid } from '../geometry/hexagons.ts';
import { listsFrom, type NeighbourLists } from '../geometry/neighbourLists.ts';
import { polygonsOf, surfaceOf } from '../geometry/rings.ts';
import type { AreaShapes } from '../model/areas.ts';
import type { HotspotRequest } from '../model/hotspots.ts';
import { messageOf, type OpenedPack } from '../model/pack.ts';
import { SURVIVES_FROM } from '../statistics/survivesInUnits.ts';
import { giStar, isHot } from './giStar.ts';
import { entryOf, type EventPoints, type HotspotInput } from './input.ts';
import { surfacesOf } from './neighbours.ts';
import { neighbourChances } from './permutations.ts';
import { unitTest, untested, type JudgedUnit } from './units.ts';
import type { Tested } from './tested.ts';

const TITLE = 'Hexagons';
/** Steps to the six hexagons that share a side. */
const SIX = [[1, 0], [0, 1], [-1, 1], [-1, 0], [0, -1], [1, -1]] as const;

/**
 * Hexagons over the chosen places, tested on the same events by their points. An area's place is hot where at least half
 * of its events lie in hot hexagons; an area without events is not judged. Only counts can be tested: hexagons have
 * no residents.
 */
export function hexagonUnit(request: HotspotRequest, input: HotspotInput, { tested, counts }: Tested): JudgedUnit {
  const { pack, points } = input;
  const areas = pack.areas.code.length;
  const { value, correction, seed, hexagonMetres } = request.settings;
  const problem = points.problem ?? (value === 'count' ? thresholdProblem(request, pack) : 'Hexagons have no residents, so that only counts can be tested on them.');
  if (points.of === null || problem !== null) return untested('hexagon', TITLE, problem ?? '', areas);
  const grid = gridOf(hexagonMetres);
  if (typeof grid === 'string') return untested('hexagon', TITLE, grid, areas);
  const chosen = Array.from(tested.keys()).filter((area) => tested[area] === 1);
  const cover = coverOf(pack, chosen, grid);
  if (typeof cover === 'string') return untested('hexagon', TITLE, cover, areas);
  const events = points.of(request.selection);
  const home = Int32Array.from(events.x, (x, event) => (tested[events.area[event] ?? -1] === 1 ? cover.find(x, events.y[event] ?? Number.NaN) : -1));
  const held = new Float64Array(cover.hexagons.length);
  for (const hexagon of home) if (hexagon >= 0) held[hexagon] = (held[hexagon] ?? 0) + 1;
  const lists = hexagonNeighbours(cover.hexagons);
  const found = giStar(held, lists, correction, neighbourChances(held, lists, seed));
  const hot = found.classes.map((code) => (isHot(code) ? 1 : 0));
  const locate = makeLocator(surfacesOf(pack));
  return {
    test: unitTest('hexagon', `Hexagons ${hexagonMetres} m wide`, found, held, (hexagon) => titleOf(pack, grid, cover.hexagons[hexagon], locate)),
    hotAt: sharesByArea(events, home, hot, counts).map((share) => (Number.isNaN(share) ? share : share >= SURVIVES_FROM ? 1 : 0)),
  };
}

/** Points would show counts of places smaller than areas, which the data set withholds. */
function thresholdProblem({ dataSet }: HotspotRequest, pack: OpenedPack): string | null {
  return entryOf(pack, dataSet).disclosureThreshold > 1 ? 'This data set withholds small counts, and hexagons would show them.' : null;
}

function gridOf(metres: number): HexagonGrid | string {
  try {
    return hexagonGrid(metres);
  } catch (error) {
    return messageOf(error);
  }
}

/** Share of each area's events that lie in hot hexagons; NaN for an area without any in a hexagon. */
function sharesByArea({ area }: EventPoints, home: Int32Array, hot: Uint8Array, counts: Float64Array): Float64Array {
  const [placed, inHot] = [new Float64Array(counts.length), new Float64Array(counts.length)];
  home.forEach((hexagon, event) => {
    const own = area[event] ?? -1;
    if (hexagon < 0 || own < 0) return;
    placed[own] = (placed[own] ?? 0) + 1;
    inHot[own] = (inHot[own] ?? 0) + (hot[hexagon] ?? 0);
  });
  return placed.map((events, own) => (inHot[own] ?? 0) / events);
}

// Cutting the ground takes longer than the test: the last few covers are kept with their shapes.
const coversOfShapes = new WeakMap<AreaShapes, Map<string, HexagonCover | string>>();
const KEPT = 4;

function coverOf(pack: OpenedPack, chosen: readonly number[], grid: HexagonGrid): HexagonCover | string {
  const held = coversOfShapes.get(pack.shapes) ?? new Map<string, HexagonCover | string>();
  const key = `${grid.width}:${chosen.join(',')}`;
  const cover = held.get(key) ?? coverAnew(pack, chosen, grid);
  held.delete(key);
  held.set(key, cover);
  const [oldest] = held.keys();
  if (held.size > KEPT && oldest !== undefined) held.delete(oldest);
  coversOfShapes.set(pack.shapes, held);
  return cover;
}

/** Polygon by polygon: what lies in a hexagon is added up, so that nothing need be dissolved first. */
function coverAnew(pack: OpenedPack, chosen: readonly number[], grid: HexagonGrid): HexagonCover | string {
  const surfaces = surfacesOf(pack);
  const polygons = chosen.flatMap((area) => (surfaces[area] === undefined ? [] : polygonsOf(surfaces[area]))).filter((rings) => rings.length > 0);
  try {
    return hexagonCover(surfaceOf(polygons), grid);
  } catch (error) {
    return messageOf(error);
  }
}

function hexagonNeighbours(hexagons: readonly Hexagon[]): NeighbourLists {
  const places = new Map(hexagons.map(({ q, r }, place) => [`${q},${r}`, place]));
  return listsFrom(hexagons.map(({ q, r }) => SIX.flatMap(([east, north]) => places.get(`${q + east},${r + north}`) ?? [])));
}

/** "Luton 014C, 500m 1018 517": the area round its centre, where there is one. */
function titleOf({ areas }: OpenedPack, grid: HexagonGrid, hexagon: Hexagon | undefined, locate: (longitude: number, latitude: number) => number): string {
  if (hexagon === undefined) return '';
  const [x, y] = hexagonCentre(grid, hexagon);
  const area = locate(...fromBritishGrid(x, y));
  return [areas.name[area] ?? '', hexagonName(grid, hexagon)].filter((part) => part !== '').join(', ');
}
