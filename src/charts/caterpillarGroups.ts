import { labelLines, widestOf } from './figures/text.ts';
import type { PlotAxis } from './plotAxis.ts';
import { type PlotBox, type PlotPoint, tenth } from './plotPoints.ts';

/** Areas that share a benchmark of their own stand side by side, under its name. */
export interface CaterpillarGroup {
  /** Its name in at most two lines; none where there is no room. */
  readonly name: readonly string[];
  /** The benchmark; NaN where there is none. */
  readonly value: number;
  readonly left: number;
  readonly right: number;
  /** Where the benchmark's line runs; NaN where there is none. */
  readonly y: number;
}

/** Size of the labels of charts, pixels. */
const LABEL = 11;

/** Ascending by value; where areas are compared with benchmarks of their own, the lowest benchmark's areas first. */
export function inOrder(points: readonly PlotPoint[], grouped: boolean): PlotPoint[] {
  if (!grouped) return points.toSorted(byValue);
  const rank = new Map(benchmarksOf(points).map(({ against }, index) => [against, index]));
  return points.toSorted((a, b) => (rank.get(a.against) ?? 0) - (rank.get(b.against) ?? 0) || byValue(a, b));
}

function byValue(a: PlotPoint, b: PlotPoint): number {
  return a.value - b.value || a.area - b.area;
}

/** One of each benchmark, lowest first, those without a value last. */
function benchmarksOf(points: readonly PlotPoint[]): PlotPoint[] {
  const first = new Map<string, PlotPoint>();
  for (const point of points) if (!first.has(point.against)) first.set(point.against, point);
  return [...first.values()].toSorted((a, b) => height(a) - height(b) || a.against.localeCompare(b.against, 'en-GB'));
}

function height({ benchmark }: PlotPoint): number {
  return Number.isFinite(benchmark) ? benchmark : Number.MAX_VALUE;
}

/** The groups of points that stand in order at even steps. None for points that are compared with nothing of their own. */
export function groupsOf(sorted: readonly PlotPoint[], box: PlotBox, axis: PlotAxis): CaterpillarGroup[] {
  const step = (box.right - box.left) / Math.max(1, sorted.length);
  const starts = [...sorted.keys()].filter((index) => index === 0 || sorted[index]?.against !== sorted[index - 1]?.against);
  return starts.flatMap((start, index) => {
    const point = sorted[start];
    if (point === undefined || point.against === '') return [];
    const [left, right] = [tenth(box.left + start * step), tenth(box.left + (starts[index + 1] ?? sorted.length) * step)];
    const name = labelLines(point.against, right - left, LABEL);
    return [{ name: widestOf(name, LABEL) > right - left ? [] : name, value: point.benchmark, left, right, y: Number.isFinite(point.benchmark) ? Math.round(axis.at(point.benchmark)) + 0.5 : Number.NaN }];
  });
}
