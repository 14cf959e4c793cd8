import { MOST_LEVELS } from '../model/surface.ts';

/** Each a third to a half of the next but one: lines stay apart, and numbers stay round. */
const LADDER = [1, 2, 5] as const;

/** The five round densities (1, 2 or 5 times a power of ten) below the highest of a surface, ascending; none without events. */
export function levelsBelow(highest: number): number[] {
  if (!(highest > 0 && highest < Infinity)) return [];
  const top = Math.floor(Math.log10(highest));
  const powers = [top - 2, top - 1, top];
  return powers.flatMap((power) => LADDER.map((step) => Number(`${step}e${power}`))).filter((level) => level < highest).slice(-MOST_LEVELS);
}
