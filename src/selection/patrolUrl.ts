import type { PatrolRule, Shift } from '../model/patrol.ts';
import { RULES } from '../model/patrolRuleValues.ts';
import { DEFAULT_PATROL, MOST_PLACES, MOST_SEED, type PatrolSettings, type PlaceChoice } from '../model/patrolSettings.ts';
import { WEEKDAYS } from '../model/vocabulary.ts';
import { ids, positionsIn, readable, readId, readList } from './urlReaders.ts';

/** Entries of the address: `places=top-10&plan-hub=luton-south&rule=home-office,days:2&starts=2025-03-03&run=7&seed=42&shifts=…&base=luton-south:E01015700`. */

const DAYS = WEEKDAYS.map(({ id }) => id);
export const MOST_SHIFTS = 30;
const TITLE = 40;
const RULE_IDS = RULES.map(({ id }) => id);

/** Values of a rule that can be changed, as the address names them. */
const EDITS = [
  ['minutes', (rule: PatrolRule) => rule.visitMinutes, (rule: PatrolRule, value: number) => ({ ...rule, visitMinutes: value }), 1, 240],
  ['every', everyOf, withEvery, 1, 1440],
  ['run', (rule: PatrolRule) => (rule.frequency.kind === 'draw' ? rule.frequency.runDays : null), (rule: PatrolRule, value: number) => (rule.frequency.kind === 'draw' ? { ...rule, frequency: { ...rule.frequency, runDays: value } } : rule), 1, 28],
  ['peak', (rule: PatrolRule) => Math.round(rule.peakShare * 100), (rule: PatrolRule, value: number) => ({ ...rule, peakShare: value / 100 }), 1, 100],
  ['spacing', (rule: PatrolRule) => rule.spacingMinutes, (rule: PatrolRule, value: number) => ({ ...rule, spacingMinutes: value }), 0, 1439],
  ['extra', (rule: PatrolRule) => Number(rule.extraVisits), (rule: PatrolRule, value: number) => ({ ...rule, extraVisits: value === 1 }), 0, 1],
] as const;

/** The number that says how often: days, one in so many, or minutes. */
export function everyOf({ frequency }: PatrolRule): number {
  if (frequency.kind === 'every-days') return frequency.days;
  return frequency.kind === 'draw' ? frequency.oneIn : frequency.minutes;
}

export function withEvery(rule: PatrolRule, value: number): PatrolRule {
  const { frequency } = rule;
  if (frequency.kind === 'every-days') return { ...rule, frequency: { ...frequency, days: value } };
  return { ...rule, frequency: frequency.kind === 'draw' ? { ...frequency, oneIn: value } : { ...frequency, minutes: value } };
}

/** Only what differs from the default. */
export function patrolTexts(settings: PatrolSettings): Record<PatrolKey, string | null> {
  const { source, hubs, without, shifts, bases, rule, from, days, seed } = settings;
  return {
    'places': source === null ? null : source.kind === 'top' ? `top-${source.count}` : source.kind,
    'plan-hub': hubs === null ? null : hubs.length === 0 ? 'all' : hubs.join(','),
    'without': without.length === 0 ? null : without.join(','),
    'rule': ruleText(rule),
    'starts': from,
    'run': days === DEFAULT_PATROL.days ? null : String(days),
    'seed': seed === null ? null : String(seed),
    'shifts': shifts === null ? null : shifts.map(shiftText).join(','),
    'base': Object.keys(bases).length === 0 ? null : Object.entries(bases).map(([hub, code]) => `${hub}:${code === '' ? 'none' : code}`).toSorted().join(','),
  };
}

function ruleText(rule: PatrolRule): string | null {
  const preset = RULES.find((one) => one.id === rule.id) ?? rule;
  const edits = EDITS.flatMap(([name, get]) => (get(rule) === get(preset) ? [] : [`${name}:${get(rule)}`]));
  return rule.id === DEFAULT_PATROL.rule.id && edits.length === 0 ? null : [rule.id, ...edits].join(',');
}

/** "Late/all/14:00-24:00/2/vehicle/45/luton-south:luton-north". */
function shiftText({ title, days, start, end, pairs, mode, pause, hubs }: Shift): string {
  const dayText = days.length === 7 ? 'all' : days.map((day) => DAYS[day]).join(':');
  const parts = [cleanShiftTitle(title), dayText, `${clock(start)}-${clock(end)}`, String(pairs), mode === 'on-foot' ? 'foot' : 'vehicle', pause === null ? '0' : String(pause.minutes)];
  return [...parts, ...(hubs.length > 0 ? [hubs.join(':')] : [])].join('/');
}

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Shifts as an address gives them back: ids by position, titles without separating marks, breaks in the middle, no base of their own. */
export function tidyShifts(shifts: readonly Shift[]): Shift[] {
  return shifts.slice(0, MOST_SHIFTS).map((shift, index) => ({ ...shift, id: `shift-${index + 1}`, title: cleanShiftTitle(shift.title), base: null, pause: pauseOf(shift.pause?.minutes ?? 0, shift.start, shift.end) }));
}

/** Without the marks that separate entries. */
export function cleanShiftTitle(title: string): string {
  return title.replaceAll(/[,/]/g, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, TITLE) || 'Shift';
}

function readSource(text: string): PlaceChoice | null {
  const top = /^top-(\d{1,3})$/.exec(text);
  if (top) return within(Number(top[1]), 1, MOST_PLACES) === null ? null : { kind: 'top', count: Number(top[1]) };
  return text === 'nte' || text === 'list' || text === 'selected' ? { kind: text } : null;
}

function readRule(text: string): PatrolRule | null {
  const [id, ...edits] = text.split(',');
  const preset = RULES.find((rule) => rule.id === id);
  return edits.reduce<PatrolRule | null>((rule, edit) => {
    const [name, digits = ''] = edit.split(':');
    const known = EDITS.find(([own]) => own === name);
    const value = known && readWhole(digits, known[3], known[4]);
    return rule && known && value !== null && value !== undefined ? known[2](rule, value) : null;
  }, preset ?? null);
}

function readShifts(text: string): Shift[] | null {
  const read = text.split(',').map(readShift);
  const shifts = read.flatMap((shift) => shift ?? []);
  return read.length <= MOST_SHIFTS && shifts.length === read.length ? shifts : null;
}

function readShift(text: string, index: number): Shift | null {
  const [title, dayText = '', times = '', pairText = '', mode, pauseText = '', hubText] = text.split('/');
  const days = dayText === 'all' ? DAYS.map((_, day) => day) : positionsIn(DAYS)(dayText.replaceAll(':', ','));
  const [start, end] = times.split('-').map(readClock);
  const [pairs, pause] = [readWhole(pairText, 0, 200), readWhole(pauseText, 0, 240)];
  if (!title || days === null || typeof start !== 'number' || start >= 1440 || typeof end !== 'number' || pairs === null || pause === null || (mode !== 'foot' && mode !== 'vehicle')) return null;
  return {
    id: `shift-${index + 1}`, title: cleanShiftTitle(title), days, start, end, pairs, mode: mode === 'foot' ? 'on-foot' : 'vehicle',
    hubs: hubText === undefined ? [] : hubText.split(':').filter((id) => readId(id) !== null), base: null, pause: pauseOf(pause, start, end), patrolMinutes: null,
  };
}

/** A break in the middle half of a shift; null for none. */
export function pauseOf(minutes: number, start: number, end: number): Shift['pause'] {
  if (minutes === 0) return null;
  const length = end > start ? end - start : end - start + 1440;
  const latest = Math.max(0, Math.min(Math.floor(length * 0.75), length - minutes));
  return { minutes, from: Math.min(180, Math.floor(length / 4), latest), to: Math.min(Math.max(360, Math.floor(length / 2)), latest) };
}

function readClock(text: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return minute >= 0 && minute <= 1440 && Number(match?.[2]) < 60 ? minute : null;
}

function readWhole(text: string, least: number, most: number): number | null {
  return /^\d{1,6}$/.test(text) ? within(Number(text), least, most) : null;
}

const within = (value: number, least: number, most: number): number | null => (value >= least && value <= most ? value : null);

export function readDate(text: string): string | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

/** "luton-south:E01015700,north-urban:none". */
function readBases(text: string): Record<string, string> | null {
  const pairs = text.split(',').map((item) => item.split(':'));
  const sound = pairs.every(([hub = '', code = '', ...more]) => more.length === 0 && readId(hub) !== null && readId(code) !== null);
  return sound ? Object.fromEntries(pairs.map(([hub = '', code = '']) => [hub, code === 'none' ? '' : code])) : null;
}

export const PATROL_VALUES = {
  'places': readable(`top-1 to top-${MOST_PLACES}, nte, list or selected`, readSource),
  'plan-hub': readable('"all" or a comma-separated list of hub ids', (text) => (text === 'all' ? [] : readList(text, (item) => (readId(item) === null ? null : [item])))),
  'without': ids,
  'rule': readable(`one of ${RULE_IDS.join(', ')}, with changed values such as days:2`, readRule),
  'starts': readable('a date such as 2025-03-03', readDate),
  'run': readable('a number of days from 1 to 28', (text) => readWhole(text, 1, 28)),
  'seed': readable(`a whole number from 1 to ${MOST_SEED}`, (text) => readWhole(text, 1, MOST_SEED)),
  'shifts': readable('shifts such as Late/all/14:00-24:00/2/vehicle/45', readShifts),
  'base': readable('hubs with the code of an area, or none, such as luton-south:E01015700', readBases),
} as const;

export type PatrolKey = keyof typeof PATROL_VALUES;

interface PatrolValues {
  readonly 'places'?: PlaceChoice;
  readonly 'plan-hub'?: readonly string[];
  readonly 'without'?: readonly string[];
  readonly 'rule'?: PatrolRule;
  readonly 'starts'?: string;
  readonly 'run'?: number;
  readonly 'seed'?: number;
  readonly 'shifts'?: readonly Shift[];
  readonly 'base'?: Readonly<Record<string, string>>;
}

export function patrolOf(values: PatrolValues): PatrolSettings {
  return {
    source: values['places'] ?? null, hubs: values['plan-hub'] ?? null, without: values['without'] ?? [], shifts: values['shifts'] ?? null, bases: values['base'] ?? {}, rule: values['rule'] ?? DEFAULT_PATROL.rule,
    from: values['starts'] ?? null, days: values['run'] ?? DEFAULT_PATROL.days, seed: values['seed'] ?? null,
  };
}
