import { joined } from '../model/kinds.ts';
import type { PartEntry, Partitions } from '../model/manifest.ts';
import type { OpenedPack } from '../model/pack.ts';

/** Police forces of a pack in partitions, by id, or all of them. */
export type ForceChoice = readonly string[] | 'all';

export interface WantedForces {
  /** Null where the address names none. */
  readonly forces: ForceChoice | null;
  /** Where the camera of the address stands, which then decides. */
  readonly at: { readonly longitude: number; readonly latitude: number } | null;
}

/** More titles than this are counted. */
const MOST_TITLES = 4;

/**
 * The forces to open, in the pack's order, at least one: those asked for, as far as the pack has them; where none is asked
 * for, the one in whose box the camera stands (of several the one the pack opens with, or else the smallest), otherwise
 * the one the pack opens with. Notes say what was asked for and is not there.
 */
export function chosenForces({ parts, opens }: Partitions, { forces, at }: WantedForces): { readonly parts: readonly PartEntry[]; readonly notes: readonly string[] } {
  if (forces === 'all') return { parts, notes: [] };
  const asked = parts.filter(({ id }) => forces?.includes(id));
  const unknown = forces?.filter((id) => parts.every((part) => part.id !== id)) ?? [];
  if (asked.length > 0) return { parts: asked, notes: unknown.map((id) => `There is no police force "${id}" in this pack; it is left out.`) };
  const around = at === null || forces !== null ? [] : parts.filter(({ box }) => holds(box, at)).toSorted((a, b) => sizeOf(a) - sizeOf(b));
  const first = around.find(({ id }) => id === opens) ?? around[0] ?? parts.find(({ id }) => id === opens) ?? parts[0];
  return { parts: first ? [first] : [], notes: first ? unknown.map((id) => `There is no police force "${id}" in this pack; "${first.title}" is shown instead.`) : [] };
}

/** Forces that may lie at a point and are not open, the smallest first: none where the pack is opened whole. */
export function closedForcesAt({ manifest: { partitions }, parts }: Pick<OpenedPack, 'manifest' | 'parts'>, at: { readonly longitude: number; readonly latitude: number }): readonly PartEntry[] {
  return partitions?.parts.filter(({ id, box }) => parts?.includes(id) !== true && holds(box, at)).toSorted((a, b) => sizeOf(a) - sizeOf(b)) ?? [];
}

/** What is open, as the view and so the address names it: null for a pack that is opened whole. */
export function openForces({ manifest: { partitions }, parts }: Pick<OpenedPack, 'manifest' | 'parts'>): ForceChoice | null {
  if (partitions === undefined || parts === undefined) return null;
  return parts.length === partitions.parts.length ? 'all' : parts;
}

/** True where two choices are the same forces, in whatever order. */
export function sameForces(a: ForceChoice | null, b: ForceChoice | null): boolean {
  if (a === null || b === null || a === 'all' || b === 'all') return a === b;
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** "Kent", "Kent and Surrey", "Kent, Surrey, Sussex and 7 other forces"; `whole` for all of them. */
export function forcesTitle(parts: readonly Pick<PartEntry, 'title'>[], all: number, whole: string): string {
  if (parts.length === all) return whole;
  const titles = parts.map(({ title }) => title);
  return joined(titles.length <= MOST_TITLES ? titles : [...titles.slice(0, MOST_TITLES - 1), `${titles.length - MOST_TITLES + 1} other forces`]);
}

function holds([west, south, east, north]: PartEntry['box'], { longitude, latitude }: { readonly longitude: number; readonly latitude: number }): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

function sizeOf({ box: [west, south, east, north] }: PartEntry): number {
  return (east - west) * (north - south);
}
