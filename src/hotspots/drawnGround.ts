import type { Position } from 'geojson';
import { bounds } from '../geometry/bounds.ts';
import { containsOf } from '../geometry/containment.ts';
import { toBritishGrid } from '../geometry/grid.ts';
import { overlapShare } from '../geometry/overlap.ts';
import { mapVertices, surfaceOf, type Surface } from '../geometry/rings.ts';
import type { AreaShapes } from '../model/areas.ts';
import type { DrawnArea } from '../model/drawnAreas.ts';
import type { OpenedPack } from '../model/pack.ts';
import { surfacesOf } from './neighbours.ts';

/** What of a pack lies in a drawn area, whatever the filter. */
export interface DrawnGround {
  /** Numbers of the areas whose inside point lies in it. */
  readonly members: readonly number[];
  /** Whether a point in metres of the British National Grid lies in it. */
  readonly holds: (x: number, y: number) => boolean;
  /** Share of each area's ground that lies in it, 0 to 1, by area number; areas apart from it are missing, NaN where it cannot be cut. */
  sharesByArea(): ReadonlyMap<number, number>;
}

// A shape keeps while filters change: the last ones are kept with the pack's shapes.
const groundsOfShapes = new WeakMap<AreaShapes, Map<string, DrawnGround>>();
const KEPT = 100;

export function drawnGround(pack: OpenedPack, drawn: DrawnArea): DrawnGround {
  const held = groundsOfShapes.get(pack.shapes) ?? new Map<string, DrawnGround>();
  groundsOfShapes.set(pack.shapes, held);
  const key = JSON.stringify(drawn.polygons);
  const ground = held.get(key) ?? groundAnew(pack, drawn);
  held.delete(key);
  held.set(key, ground);
  const [oldest] = held.keys();
  if (held.size > KEPT && oldest !== undefined) held.delete(oldest);
  return ground;
}

function groundAnew(pack: OpenedPack, { polygons }: DrawnArea): DrawnGround {
  const surface = surfaceOf(polygons.map((rings) => rings.map((ring): Position[] => [...ring, ...ring.slice(0, 1)].map(([x, y]) => [x, y]))));
  const { longitude, latitude, code } = pack.areas;
  const inDegrees = containsOf(surface);
  let shares: ReadonlyMap<number, number> | null = null;
  return {
    members: [...code.keys()].filter((area) => inDegrees(longitude[area] ?? Number.NaN, latitude[area] ?? Number.NaN)),
    holds: containsOf(mapVertices(surface, toBritishGrid)),
    sharesByArea: () => { shares ??= commonGround(pack, surface); return shares; },
  };
}

function commonGround(pack: OpenedPack, surface: Surface): ReadonlyMap<number, number> {
  const [west, south, east, north] = bounds(surface);
  const found = new Map<number, number>();
  surfacesOf(pack).forEach((area, number) => {
    const box = bounds(area);
    if (box[0] > east || box[2] < west || box[1] > north || box[3] < south) return;
    const share = commonShare(area, surface);
    if (share !== 0) found.set(number, share);
  });
  return found;
}

/** NaN for a boundary that cannot be cut with the shape: it must not pass for none. */
function commonShare(area: Surface, surface: Surface): number {
  try {
    return overlapShare(area, surface);
  } catch {
    return Number.NaN;
  }
}
