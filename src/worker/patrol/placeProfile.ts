import type { DataSetEntry } from '../../model/manifest.ts';
import type { HoursBasis } from '../../model/patrolSettings.ts';
import { type Evaluation, SUPPRESSED } from '../../model/results.ts';
import type { Selection } from '../../model/selection.ts';
import { HOUR_SLOTS, MIDNIGHT_SLOT, WEEKDAYS } from '../../model/vocabulary.ts';
import { pooledHours } from '../../patrol/pooledHours.ts';
import { hoursOfWeekMask } from '../../selection/hoursOfWeek.ts';

const HOURS = 24;
/** Kinds that a briefing names. */
const NAMED = 3;

export interface PlaceHours {
  /** Events by hour of the week (168, Monday first) in the hours chosen, those at exactly 00:00 left out. */
  readonly hours: readonly number[];
  /** 168 of 0 and 1: the hours chosen. */
  readonly chosen: readonly number[];
  readonly atMidnight: number;
}

/** A place's events by hour of the week; null where the data set has no hours, 'withheld' where any of them is. */
export function placeHours({ byWeekdayHour }: Evaluation, selection: Selection): PlaceHours | null | 'withheld' {
  if (byWeekdayHour === null) return null;
  if (byWeekdayHour.includes(SUPPRESSED)) return 'withheld';
  const chosen = hoursOfWeekMask(selection);
  const events = (day: number, slot: number): number => (chosen[day * HOUR_SLOTS + slot] === 1 ? byWeekdayHour[day * HOUR_SLOTS + slot] ?? 0 : 0);
  const days = WEEKDAYS.map((_, day) => day);
  return {
    hours: days.flatMap((day) => Array.from({ length: HOURS }, (_, hour) => events(day, hour))),
    chosen: days.flatMap((day) => Array.from({ length: HOURS }, (_, hour) => chosen[day * HOUR_SLOTS + hour] ?? 0)),
    atMidnight: days.reduce((sum, day) => sum + events(day, MIDNIGHT_SLOT), 0),
  };
}

/**
 * Expected events by hour of the week that add up to `perWeek`, from hours pooled over days that go together (see
 * `pooledHours`): the untimed ones are spread as the timed ones are. Null where there is nothing to go by.
 */
export function profileOf({ hours, chosen }: Pick<PlaceHours, 'hours' | 'chosen'>, perWeek: number): { profile: number[]; from: readonly HoursBasis[] } | null {
  const total = hours.reduce((sum, events) => sum + events, 0);
  if (total === 0) return null;
  const pooled = pooledHours(hours, chosen);
  return { profile: pooled.hours.map((events) => (events / total) * perWeek), from: pooled.basis };
}

/** The commonest kinds of a place under the filter's types, as shares of its events. */
export function topKinds({ byKind }: Evaluation, { kinds }: DataSetEntry, { types, subgroups }: Selection): { title: string; share: number }[] {
  const chosen = kinds.map((kind, index) => ({ title: kind.subgroupTitle ?? kind.typeTitle, events: byKind[index] ?? 0, in: kind.crime || types?.includes(kind.type) === true, kind }))
    .filter(({ in: counted, kind }) => counted && (types === null || types.includes(kind.type)) && (subgroups === null || (kind.subgroup !== null && subgroups.includes(kind.subgroup))));
  if (chosen.some(({ events }) => events === SUPPRESSED)) return [];
  const total = chosen.reduce((sum, { events }) => sum + events, 0);
  if (total === 0) return [];
  return chosen.filter(({ events }) => events > 0).toSorted((a, b) => b.events - a.events).slice(0, NAMED).map(({ title, events }) => ({ title, share: events / total }));
}
