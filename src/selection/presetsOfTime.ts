import type { DataSetEntry } from '../model/manifest.ts';
import { formatMonth, parseMonth } from '../model/months.ts';
import type { Selection } from '../model/selection.ts';
import type { Preset } from './presets.ts';

export type TimePresetId = 'nte' | 'weekend-nights' | 'after-school' | 'summer' | 'last-12-months';

/** Night-time economy window of the needs assessment. */
const NIGHT = { from: 19, to: 7 } as const;

const MONTHS_ONLY = { group: 'time', needsHours: false, needsSubgroup: false, needsAge: false, needsSex: false, needsFlags: false } as const;
const HOURS = { ...MONTHS_ONLY, needsHours: true } as const;

export const TIME_PRESETS: readonly Preset[] = [
  { ...HOURS, id: 'nte', title: 'Night-time economy', detail: '19:00-07:00, every day', patch: () => ({ days: null, hours: NIGHT }) },
  { ...HOURS, id: 'weekend-nights', title: 'Friday and Saturday nights', detail: '19:00-07:00, Friday and Saturday', patch: () => ({ days: [4, 5], hours: NIGHT }) },
  { ...HOURS, id: 'after-school', title: 'After school', detail: '15:00-18:00, Monday to Friday', patch: () => ({ days: [0, 1, 2, 3, 4], hours: { from: 15, to: 18 } }) },
  { ...MONTHS_ONLY, id: 'summer', title: 'Summer months', detail: 'June to August of every year', patch: () => ({ monthsOfYear: [6, 7, 8] }) },
  { ...MONTHS_ONLY, id: 'last-12-months', title: 'Last 12 months', detail: 'the last 12 months of the data set', patch: lastTwelveMonths },
];

/** Calendar months back from the last one; where some of them are missing from the data set they stay missing. */
function lastTwelveMonths(entry: DataSetEntry): Partial<Selection> {
  const to = entry.months.at(-1);
  const last = to === undefined ? null : parseMonth(to);
  return to === undefined || last === null ? {} : { period: { from: formatMonth(last - 11), to } };
}
