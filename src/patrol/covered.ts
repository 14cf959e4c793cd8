import { visitsOn } from './timetable.ts';
import type { Board } from './board.ts';
import { momentOf } from './londonTime.ts';
import type { World } from './world.ts';

/** Events expected in the minutes the timetable covers (visit and residual minutes), each minute of a hotspot counted once. */
export function coveredEvents(board: Board): number {
  const { world } = board;
  const cover = world.request.rule.visitMinutes + world.request.rule.residualMinutes;
  const starts = world.request.hotspots.map((): number[] => []);
  for (const { hotspot, start } of visitsOn(board)) starts[hotspot]?.push(start);
  return starts.reduce((total, own, hotspot) => {
    let until = Number.NEGATIVE_INFINITY;
    return own.toSorted((a, b) => a - b).reduce((sum, start) => {
      const from = Math.max(start, until);
      until = Math.max(until, start + cover);
      return sum + world.events(hotspot, from, start + cover);
    }, total);
  }, 0);
}

/** Events expected in all hotspots over the plan's days. */
export function expectedEvents(world: World): number {
  const from = momentOf(world.firstDay, 0);
  const to = momentOf(world.firstDay + world.request.days, 0);
  return world.request.hotspots.reduce((total, _, hotspot) => total + world.events(hotspot, from, to), 0);
}
