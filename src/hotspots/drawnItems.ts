import type { HotspotRequest } from '../model/hotspots.ts';
import type { DrawnGround } from './drawnGround.ts';
import type { HotspotInput } from './input.ts';
import type { Tested } from './tested.ts';

/** What is counted in drawn areas: events by their points, or areas with their counts by their inside points. */
export interface Counted {
  readonly by: 'points' | 'areas';
  /** Events of each item. */
  readonly weights: ArrayLike<number> & Iterable<number> & Pick<Float64Array, 'reduce' | 'keys'>;
  heldBy(ground: DrawnGround): readonly number[];
  /** Why points are not counted; null where they are. */
  readonly problem: string | null;
}

/** Events counted in areas that have a count. A data set that withholds small counts never gives points. */
export function countedItems({ selection }: HotspotRequest, { points }: HotspotInput, { tested, counts }: Tested): Counted {
  if (points.of === null) return { by: 'areas', weights: counts.map((count) => (Number.isNaN(count) ? 0 : count)), heldBy: ({ members }) => members.filter((area) => tested[area] === 1), problem: points.problem };
  const { x, y, area } = points.of(selection);
  const weights = Float64Array.from(area, (own) => (tested[own] === 1 ? 1 : 0));
  const heldBy = ({ holds }: DrawnGround): readonly number[] => {
    const held: number[] = [];
    weights.forEach((weight, event) => { if (weight === 1 && holds(x[event] ?? Number.NaN, y[event] ?? Number.NaN)) held.push(event); });
    return held;
  };
  return { by: 'points', weights, heldBy, problem: null };
}
