/** Tens of thousands of areas on a few hundred pixels: what would be drawn over itself is drawn once. Pure. */
import type { PlotPlace } from './plotPoints.ts';

/** Up to this many, everything is drawn as it is. */
const MANY = 8000;

/** Without marks that would stand on the same pixel as another of their class. */
export function thinnedMarks(places: readonly PlotPlace[]): readonly PlotPlace[] {
  return places.length <= MANY ? places : [...firstBy(places, ({ x, y }) => Math.round(x) * ROOM + Math.round(y)).values()];
}

/** For each pixel across and each class one line, from the lowest limit there to the highest: the lines side by side would fill it. */
export function thinnedLimits(places: readonly PlotPlace[]): readonly PlotPlace[] {
  if (places.length <= MANY) return places;
  const reach = new Map<number, PlotPlace>();
  for (const place of places) {
    const { lower, upper } = place.point;
    if (!Number.isFinite(lower) || !Number.isFinite(upper)) continue;
    const key = keyOf(place, Math.round(place.x) * ROOM);
    const known = reach.get(key);
    if (known === undefined) reach.set(key, place);
    else if (lower < known.point.lower || upper > known.point.upper) reach.set(key, { ...known, point: { ...known.point, lower: Math.min(lower, known.point.lower), upper: Math.max(upper, known.point.upper) } });
  }
  return [...reach.values()];
}

function firstBy(places: readonly PlotPlace[], where: (place: PlotPlace) => number): Map<number, PlotPlace> {
  const first = new Map<number, PlotPlace>();
  for (const place of places) {
    const key = keyOf(place, where(place));
    if (!first.has(key)) first.set(key, place);
  }
  return first;
}

/** No plot is this many pixels wide or high. */
const ROOM = 2 ** 14;

/** One number for a class and a place. */
function keyOf({ point }: PlotPlace, where: number): number {
  return (point.classCode * 2 + (point.chosen ? 1 : 0)) * ROOM ** 2 + where;
}
