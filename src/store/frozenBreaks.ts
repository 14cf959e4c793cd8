import { breaksFor } from '../model/breaks.ts';
import { type AreaColumns, SUPPRESSED } from '../model/results.ts';
import type { AtlasState } from './state.ts';

const CLASSES = 5;

/**
 * Class breaks of the measures that are painted by value, from the areas that `include` accepts.
 * Suppressed counts and rates that are not given take no part.
 */
export function breaksOf(areas: AreaColumns, include: (area: number) => boolean): AtlasState['breaks'] {
  const chosen = (values: ArrayLike<number>) => Array.from(values).filter((value, area) => value !== SUPPRESSED && include(area));
  return { count: breaksFor(chosen(areas.count), CLASSES), rate: breaksFor(chosen(areas.rate), CLASSES), dsr: breaksFor(chosen(areas.dsr), CLASSES) };
}
