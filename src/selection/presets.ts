import type { DataSetEntry } from '../model/manifest.ts';
import type { Selection } from '../model/selection.ts';
import { unavailable, type Unavailable } from './availability.ts';
import { PEOPLE_PRESETS, type PeoplePresetId } from './presetsOfPeople.ts';
import { TIME_PRESETS, type TimePresetId } from './presetsOfTime.ts';

export type PresetId = TimePresetId | PeoplePresetId;

/** A named choice that one press makes. */
export interface Preset {
  readonly id: PresetId;
  /** `time` chooses when, `people` who and what. */
  readonly group: 'time' | 'people';
  readonly title: string;
  /** What it chooses, in words; for people also whose definition it is and what it cannot catch. */
  readonly detail: string;
  /** What the data set must hold (see availability.ts). */
  readonly needsHours: boolean;
  readonly needsSubgroup: boolean;
  readonly needsAge: boolean;
  readonly needsSex: boolean;
  readonly needsFlags: boolean;
  /** The clauses it sets; the others stay. */
  patch(entry: DataSetEntry): Partial<Selection>;
}

export const PRESETS: readonly Preset[] = [...TIME_PRESETS, ...PEOPLE_PRESETS];

const NEEDS = [['needsHours', 'hours'], ['needsSubgroup', 'subgroup'], ['needsSex', 'sex'], ['needsAge', 'age'], ['needsFlags', 'flags']] as const satisfies
  readonly (readonly [keyof Preset, keyof Unavailable])[];

/** Why a data set cannot give a preset, in plain words; null where it can. */
export function presetProblem(preset: Preset, entry: DataSetEntry): string | null {
  const lacks = unavailable(entry);
  const reasons = NEEDS.flatMap(([need, what]) => (preset[need] ? (lacks[what] ?? []) : []));
  if (reasons.length > 0) return [...new Set(reasons)].join(' ');
  return Object.keys(preset.patch(entry)).length === 0 ? 'This data set holds nothing of what it chooses.' : null;
}

/** True where the selection has exactly what the preset sets. */
export function presetIsOn(preset: Preset, selection: Selection, entry: DataSetEntry): boolean {
  const clauses = Object.entries(preset.patch(entry));
  return clauses.length > 0 && clauses.every(([clause, value]) => sameChoice(value, valueOf(selection, clause)));
}

/**
 * What pressing a preset does. Presets about different things hold together (domestic abuse, at night); one that sets a
 * clause which another one on has set takes that one back altogether, so that no half of it stays behind.
 */
export function presetPressed(preset: Preset, selection: Selection, entry: DataSetEntry): Partial<Selection> {
  const own = preset.patch(entry);
  const replaced = PRESETS.filter((other) => other.id !== preset.id && presetIsOn(other, selection, entry) && Object.keys(other.patch(entry)).some((clause) => clause in own));
  const off = replaced.reduce<Partial<Selection>>((patch, other) => ({ ...patch, ...presetOff(other, entry) }), {});
  return { ...off, ...own };
}

/** What pressing an active preset does: its clauses become "all" again. */
export function presetOff(preset: Preset, entry: DataSetEntry): Partial<Selection> {
  return Object.fromEntries(Object.keys(preset.patch(entry)).map((clause) => [clause, null]));
}

function valueOf(selection: Selection, clause: string): unknown {
  return Object.entries(selection).find(([name]) => name === clause)?.[1];
}

function sameChoice(left: unknown, right: unknown): boolean {
  return textOf(left) === textOf(right);
}

/** The order in which items were ticked is no part of a choice. */
function textOf(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map((item: unknown) => JSON.stringify(item)).toSorted() : value);
}
