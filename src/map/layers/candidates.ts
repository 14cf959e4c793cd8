/** Legend classes before it is known which of them a map needs. */
import type { ColourToken } from '../scale/colours.ts';
import type { Classified, LegendClass, LegendGrid } from './legend.ts';

/** `always` is listed even with no area in it, so that a legend does not jump while filtering. */
export type Candidate = LegendClass & { readonly always: boolean };

export const plainClass = (id: string, label: string, colour: ColourToken): Candidate => ({ id, label, colour, symbol: null, pattern: null, kind: 'class', always: true });
export const NO_DATA: Candidate = { id: 'no-data', label: 'No data', colour: 'no-data', symbol: null, pattern: null, kind: 'no-data', always: false };
export const NOT_YET: Candidate = { ...NO_DATA, label: 'Not calculated yet' };
export const ZERO: Candidate = { id: 'zero', label: 'None recorded', colour: 'zero', symbol: null, pattern: 'dots', kind: 'zero', always: false };
export const TOO_FEW: Candidate = { id: 'too-few', label: 'Too few to say', colour: 'too-few', symbol: null, pattern: 'hatch', kind: 'too-few', always: true };
export const WITHHELD: Candidate = { id: 'withheld', label: 'Withheld', colour: 'too-few', symbol: null, pattern: 'cross', kind: 'withheld', always: false };

/**
 * Every area's place among the classes that are listed.
 *
 * @param idOf id of the class of an area, by area number; throws where it names no candidate
 * @param grid positions count from the first candidate, so those in a grid must come first and always be listed
 */
export function assign(candidates: readonly Candidate[], areaCount: number, idOf: (area: number) => string, grid: LegendGrid | null = null): Classified {
  const position = new Map(candidates.map(({ id }, index) => [id, index]));
  const used = new Uint8Array(candidates.length);
  const classes = new Uint8Array(areaCount);
  for (let area = 0; area < areaCount; area += 1) {
    const id = idOf(area);
    const index = position.get(id);
    if (index === undefined) throw new Error(`No legend item "${id}"`);
    classes[area] = index;
    used[index] = 1;
  }
  const kept = candidates.filter((candidate, index) => candidate.always || used[index] === 1);
  const places = Uint8Array.from(candidates, (candidate) => Math.max(kept.indexOf(candidate), 0));
  for (let area = 0; area < areaCount; area += 1) classes[area] = places[classes[area] ?? 0] ?? 0;
  return { items: kept.map(({ always: _always, ...item }) => item), classes, grid };
}
