import type { Room } from '../map/types.ts';

/** Below this the legend folds to a button. */
const OPEN_LEGEND_FROM = 600;
/** The open legend and a gap. */
const LEGEND = 274;
const EDGE = 24;
/** A little for the names of towns at the county's western edge. */
const LEFT = 40;
/** As much as the county can give way without going under the buttons on the left. */
const LEAST_FOR_LEGEND = 72;

/**
 * What the map keeps clear at its edges, CSS pixels, for its width. Names of towns at the county's western edge reach
 * beyond it, which shows on narrow maps; on wide ones the county moves away from the legend as far as there is space.
 */
export function roomFor(width: number): Room {
  if (width < OPEN_LEGEND_FROM) return { left: 54, top: 16, right: 18, bottom: 34 };
  return { left: LEFT, top: EDGE, right: Math.min(LEGEND, Math.max(LEAST_FOR_LEGEND, (width - OPEN_LEGEND_FROM) / 2)), bottom: EDGE };
}
