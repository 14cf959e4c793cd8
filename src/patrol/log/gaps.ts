import type { HotspotCompliance } from '../../model/patrolResults.ts';

/**
 * How a hotspot stands in a log on its last day: `no-visit` none of full length is in it; `overdue` it is overdue on
 * that day; `gap-earlier` it was overdue before; `kept` never. Only rules by days make a hotspot overdue.
 */
export type GapState = 'kept' | 'gap-earlier' | 'overdue' | 'no-visit';

/** @param on the last date looked at, to which `overdue` and `daysSince` were counted */
export function gapState({ daysSince, overdue }: Pick<HotspotCompliance, 'daysSince' | 'overdue'>, on: string): GapState {
  if (daysSince === null) return 'no-visit';
  if (overdue.at(-1) === on) return 'overdue';
  return overdue.length > 0 ? 'gap-earlier' : 'kept';
}
