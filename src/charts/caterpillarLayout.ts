import { type PlotAxis, rateAxis, rateAxisEnd } from './plotAxis.ts';
import { type CaterpillarGroup, groupsOf, inOrder } from './caterpillarGroups.ts';
import { BEYOND, type PlotBox, type PlotPath, type PlotPlace, type PlotPoint, markPath, pathsByClass, plotBox, tenth } from './plotPoints.ts';
import { thinnedLimits, thinnedMarks } from './plotThinning.ts';

export interface CaterpillarLayout {
  readonly box: PlotBox;
  readonly axis: PlotAxis;
  /** Ascending by value within each group, evenly spaced. */
  readonly places: readonly PlotPlace[];
  readonly limits: readonly PlotPath[];
  readonly marks: readonly PlotPath[];
  /** Where areas have benchmarks of their own, left to right; otherwise none. */
  readonly groups: readonly CaterpillarGroup[];
  /** Points past the end of the axis. */
  readonly beyond: number;
}

const BELOW = 16;
/** Room for the names of groups. */
const BELOW_GROUPS = 38;

/** Where the axis of a caterpillar plot ends: it takes the limits in, see rateAxisEnd. */
export function caterpillarEnd(points: readonly PlotPoint[], benchmark: number, whole: boolean): number {
  return rateAxisEnd(points.map(({ upper }) => upper), benchmark, whole);
}

/** Where everything of a caterpillar plot stands. `benchmark`: the one for all, NaN where areas have their own or there is none. */
export function caterpillarLayout(points: readonly PlotPoint[], benchmark: number, { width, height, whole }: { readonly width: number; readonly height: number; readonly whole: boolean }): CaterpillarLayout {
  const grouped = !Number.isFinite(benchmark) && points.some(({ against }) => against !== '');
  const box = plotBox(width, height, grouped ? BELOW_GROUPS : BELOW);
  const axis = rateAxis(caterpillarEnd(points, benchmark, whole), box.bottom, box.top);
  const sorted = inOrder(points, grouped);
  const step = (box.right - box.left) / Math.max(1, sorted.length);
  const places = sorted.map((point, index): PlotPlace => {
    const beyond = point.value > axis.end;
    return { point, x: tenth(box.left + (index + 0.5) * step), y: beyond ? box.top - BEYOND : tenth(axis.at(point.value)), beyond };
  });
  const radius = Math.min(Math.max(step * 0.7, 2.5), 5);
  return {
    box, axis, places,
    limits: pathsByClass(thinnedLimits(places), limitsPath(axis)),
    marks: pathsByClass(thinnedMarks(places), ({ x, y }, shape) => markPath(shape, x, y, radius)),
    groups: grouped ? groupsOf(sorted, box, axis) : [],
    beyond: places.filter(({ beyond }) => beyond).length,
  };
}

/** The line between an area's limits; a lower limit below nothing ends at nothing, an upper one past the axis at its end. */
function limitsPath(axis: PlotAxis): (place: PlotPlace) => string {
  return ({ x, point: { lower, upper } }) => (Number.isFinite(lower) && Number.isFinite(upper) ? `M${x} ${tenth(axis.at(lower))}V${tenth(axis.at(upper))}` : '');
}

/** Position of the place nearest to a point by x alone; null where there is none. */
export function nearestByX(places: readonly PlotPlace[], x: number): number | null {
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return null;
  const step = (last.x - first.x) / Math.max(1, places.length - 1);
  return Math.min(Math.max(Math.round((x - first.x) / (step || 1)), 0), places.length - 1);
}
