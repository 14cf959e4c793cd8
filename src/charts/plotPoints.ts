import { CLASS, type ClassCode } from '../model/measures.ts';

/** One area of a caterpillar or funnel plot. Areas without a rate are no points: count them beside the plot. */
export interface PlotPoint {
  /** Area number. */
  readonly area: number;
  readonly name: string;
  /** Per 100,000 person-years, with its limits. */
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** What it is compared with; NaN where there is nothing. */
  readonly benchmark: number;
  /** Whose value that is, where areas have benchmarks of their own; '' where one holds for all. */
  readonly against: string;
  /** Person-years as the funnel has them, see FunnelLimits.size. */
  readonly size: number;
  readonly classCode: ClassCode;
  /** False outside the chosen places: drawn pale. */
  readonly chosen: boolean;
}

/** A point where it is drawn, pixels. */
export interface PlotPlace {
  readonly point: PlotPoint;
  readonly x: number;
  readonly y: number;
  /** True where its value lies past the end of the axis: it stands in the strip above. */
  readonly beyond: boolean;
}

/** Inner edges of the drawing, pixels. */
export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for tick labels at the left and below, for the axis title and the strip of what lies beyond the axis above. */
export function plotBox(width: number, height: number, below: number): PlotBox {
  return { left: 46, right: Math.max(width - 10, 60), top: 34, bottom: Math.max(height - below, 60) };
}

/** Height of the strip for points past the end of the axis. */
export const BEYOND = 9;

export type PlotShape = 'higher' | 'similar' | 'lower' | 'none';

const SHAPES: Readonly<Record<ClassCode, PlotShape>> = {
  [CLASS.noData]: 'none', [CLASS.tooFew]: 'none', [CLASS.lower]: 'lower', [CLASS.similar]: 'similar', [CLASS.higher]: 'higher',
};

export function shapeOf(code: ClassCode): PlotShape {
  return SHAPES[code];
}

/** To a tenth of a pixel: short paths for thousands of areas. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Outline of a class's mark: triangle up for higher, down for lower, disc for similar, square where there is no class. */
export function markPath(shape: PlotShape, x: number, y: number, radius: number): string {
  const [left, right, up, down] = [tenth(x - radius), tenth(x + radius), tenth(y - radius), tenth(y + radius)];
  if (shape === 'higher') return `M${tenth(x)} ${up}L${right} ${down}H${left}z`;
  if (shape === 'lower') return `M${tenth(x)} ${down}L${right} ${up}H${left}z`;
  if (shape === 'none') return `M${left} ${up}H${right}V${down}H${left}z`;
  const r = tenth(radius);
  const across = tenth(radius * 2);
  return `M${left} ${tenth(y)}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 -${across} 0z`;
}

/** All marks, or all limits, of one class in one path, so that thousands of areas are a handful of elements. */
export interface PlotPath {
  readonly shape: PlotShape;
  readonly chosen: boolean;
  readonly path: string;
}

/** Pale ones first, so that the chosen lie over them; similar before lower before higher, so that few stay in sight among many. */
const ORDER: readonly (readonly [PlotShape, boolean])[] = [false, true].flatMap((chosen) => (['none', 'similar', 'lower', 'higher'] as const).map((shape) => [shape, chosen] as const));

/** One path for each class among the places; none for classes without places. */
export function pathsByClass(places: readonly PlotPlace[], draw: (place: PlotPlace, shape: PlotShape) => string): PlotPath[] {
  return ORDER.flatMap(([shape, chosen]) => {
    const path = places.filter(({ point }) => point.chosen === chosen && shapeOf(point.classCode) === shape).map((place) => draw(place, shape)).join('');
    return path === '' ? [] : [{ shape, chosen, path }];
  });
}
