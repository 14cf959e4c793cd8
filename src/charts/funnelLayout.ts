import { line } from 'd3-shape';
import type { FunnelLimits } from '../model/results.ts';
import { type PlotAxis, rateAxis, rateAxisEnd, sizeAxis } from './plotAxis.ts';
import { BEYOND, type PlotBox, type PlotPath, type PlotPlace, type PlotPoint, markPath, pathsByClass, plotBox, tenth } from './plotPoints.ts';
import { thinnedMarks } from './plotThinning.ts';

export interface FunnelCurve {
  readonly level: '95' | '99.8';
  readonly path: string;
}

export interface FunnelLayout {
  readonly box: PlotBox;
  readonly axis: PlotAxis;
  readonly sizes: PlotAxis & { readonly logarithmic: boolean };
  /** Ascending by size. */
  readonly places: readonly PlotPlace[];
  readonly marks: readonly PlotPath[];
  readonly curves: readonly FunnelCurve[];
  readonly beyond: number;
}

const BELOW = 36;

/** Where the axis of a funnel plot ends: it takes the values in, with a little room, see rateAxisEnd. */
export function funnelEnd(points: readonly PlotPoint[], benchmark: number, whole: boolean): number {
  return rateAxisEnd(points.map(({ value }) => value * 1.05), benchmark, whole);
}

/** Where everything of a funnel plot stands. */
export function funnelLayout(points: readonly PlotPoint[], limits: FunnelLimits, { width, height, whole }: { readonly width: number; readonly height: number; readonly whole: boolean }): FunnelLayout {
  const box = plotBox(width, height, BELOW);
  const axis = rateAxis(funnelEnd(points, limits.benchmark, whole), box.bottom, box.top);
  const placed = points.filter(({ size }) => Number.isFinite(size) && size > 0).toSorted((a, b) => a.size - b.size || a.area - b.area);
  const sizes = sizeAxis(placed.map(({ size }) => size), box.left, box.right);
  const places = placed.map((point): PlotPlace => {
    const beyond = point.value > axis.end;
    return { point, x: tenth(sizes.at(point.size)), y: beyond ? box.top - BEYOND : tenth(axis.at(point.value)), beyond };
  });
  const radius = Math.min(Math.max(60 / Math.sqrt(Math.max(1, places.length)), 2.5), 5);
  return {
    box, axis, sizes, places,
    marks: pathsByClass(thinnedMarks(places), ({ x, y }, shape) => markPath(shape, x, y, radius)),
    curves: curvesOf(limits, axis, sizes),
    beyond: places.filter(({ beyond }) => beyond).length,
  };
}

/** Lower and upper limits at both levels, over the sizes that the plot shows; a limit past the axis is not drawn. */
function curvesOf(limits: FunnelLimits, axis: PlotAxis, sizes: PlotAxis): FunnelCurve[] {
  const columns = [['95', limits.lower95], ['95', limits.upper95], ['99.8', limits.lower998], ['99.8', limits.upper998]] as const;
  const shown = [...limits.size.keys()].filter((index) => (limits.size[index] ?? 0) >= sizes.start && (limits.size[index] ?? 0) <= sizes.end);
  return columns.map(([level, values]) => {
    const at = (index: number): number => values[index] ?? Number.NaN;
    const draw = line<number>((index) => sizes.at(limits.size[index] ?? 0), (index) => axis.at(at(index))).defined((index) => Number.isFinite(at(index)) && at(index) <= axis.end && at(index) >= 0).digits(1);
    return { level, path: draw(shown) ?? '' };
  });
}

/** Position of the place nearest to a point of the plot; null where there is none. */
export function nearestPlace(places: readonly PlotPlace[], x: number, y: number): number | null {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  places.forEach((place, index) => {
    const distance = (place.x - x) ** 2 + (place.y - y) ** 2;
    if (distance < least) {
      least = distance;
      best = index;
    }
  });
  return best;
}
