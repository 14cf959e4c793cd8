import type { DataSetEntry } from '../model/manifest.ts';
import { formatMonth, parseMonth } from '../model/months.ts';
import type { Selection } from '../model/selection.ts';

export type PresetId = 'nte' | 'weekend-nights' | 'after-school' | 'summer' | 'last-12-months';

/** A named choice of time that one press makes. */
export interface Preset {
  readonly id: PresetId;
  readonly title: string;
  /** What it chooses, in words. */
  readonly detail: string;
  /** True where it needs weekday and hour (see availability.ts). */
  readonly needsHours: boolean;
  /** The clauses it sets; the others stay. */
  patch(entry: DataSetEntry): Partial<Selection>;
}

/** Night-time economy window of the needs assessment. */
const NIGHT = { from: 19, to: 7 } as const;

export const PRESETS: readonly Preset[] = [
  { id: 'nte', title: 'Night-time economy', detail: '19:00-07:00, every day', needsHours: true, patch: () => ({ days: null, hours: NIGHT }) },
  { id: 'weekend-nights', title: 'Friday and Saturday nights', detail: '19:00-07:00, Friday and Saturday', needsHours: true, patch: () => ({ days: [4, 5], hours: NIGHT }) },
  { id: 'after-school', title: 'After school', detail: '15:00-18:00, Monday to Friday', needsHours: true, patch: () => ({ days: [0, 1, 2, 3, 4], hours: { from: 15, to: 18 } }) },
  { id: 'summer', title: 'Summer months', detail: 'June to August of every year', needsHours: false, patch: () => ({ monthsOfYear: [6, 7, 8] }) },
  { id: 'last-12-months', title: 'Last 12 months', detail: 'the last 12 months of the data set', needsHours: false, patch: lastTwelveMonths },
];

/** True where the selection has exactly what the preset sets. */
export function presetIsOn(preset: Preset, selection: Selection, entry: DataSetEntry): boolean {
  const clauses = Object.entries(preset.patch(entry));
  return clauses.length > 0 && clauses.every(([clause, value]) => JSON.stringify(value) === JSON.stringify(valueOf(selection, clause)));
}

/** What pressing an active preset does: its clauses become "all" again. */
export function presetOff(preset: Preset, entry: DataSetEntry): Partial<Selection> {
  return Object.fromEntries(Object.keys(preset.patch(entry)).map((clause) => [clause, null]));
}

function valueOf(selection: Selection, clause: string): unknown {
  return Object.entries(selection).find(([name]) => name === clause)?.[1];
}

/** Calendar months back from the last one; where some of them are missing from the data set they stay missing. */
function lastTwelveMonths(entry: DataSetEntry): Partial<Selection> {
  const to = entry.months.at(-1);
  const last = to === undefined ? null : parseMonth(to);
  return to === undefined || last === null ? {} : { period: { from: formatMonth(last - 11), to } };
}
