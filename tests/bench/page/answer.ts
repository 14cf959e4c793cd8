import { AGE_UNKNOWN, HOUR_SLOTS, MIDNIGHT_SLOT } from '../../../src/model/vocabulary.ts';
import { KINDS, MONTHS, WEEKDAY_HOURS } from '../../../src/bench/syntheticCells.ts';
import type { Question } from '../../../src/bench/question.ts';

export const AGES = AGE_UNKNOWN + 1;

/** What everybody must find: each output under every filter but its own. Areas and ages overlook the boroughs. */
export interface Answer {
  readonly byArea: Uint32Array;
  /** `area * AGES + age`. */
  readonly byAreaAge: Uint32Array;
  readonly byMonth: Uint32Array;
  readonly byWeekdayHour: Uint32Array;
  readonly byKind: Uint32Array;
}

/** The records as columns, as the peers get them; in the order of our cells, which is by area. */
export interface Columns {
  readonly rows: number;
  readonly areas: number;
  /** Area number; `areas` and above for records without an area. */
  readonly area: Uint16Array;
  readonly age: Uint8Array;
  readonly kind: Uint8Array;
  readonly month: Uint8Array;
  readonly weekday: Uint8Array;
  /** 0-23; records at exactly midnight are of hour 0. */
  readonly hour: Uint8Array;
  /** weekday * 25 + hour slot, where 24 is exactly midnight. */
  readonly weekdayHour: Uint8Array;
  /** NO_BOROUGH for records without an area. */
  readonly borough: Uint16Array;
}

export const NO_BOROUGH = 0xffff;

export function emptyAnswer(areas: number): Answer {
  return {
    byArea: new Uint32Array(areas), byAreaAge: new Uint32Array(areas * AGES),
    byMonth: new Uint32Array(MONTHS), byWeekdayHour: new Uint32Array(WEEKDAY_HOURS), byKind: new Uint32Array(KINDS),
  };
}

/** Counts by area and age, added up to counts by area. */
export function sumAges(byAreaAge: Uint32Array, byArea: Uint32Array): void {
  for (let area = 0; area < byArea.length; area += 1) {
    let sum = 0;
    for (let i = area * AGES; i < (area + 1) * AGES; i += 1) sum += byAreaAge[i]!;
    byArea[area] = sum;
  }
}

/** Rows that pass all five filters: the months chart over its own months. */
export function matchingOf({ byMonth }: Answer, { months }: Question): number {
  return byMonth.subarray(months[0], months[1] + 1).reduce((sum, count) => sum + count, 0);
}

/** Names every number of an answer in 32 bits (FNV-1a over its words), so that answers of different workers can be compared. */
export function digestOf(answer: Answer): number {
  let hash = 0x811c9dc5;
  for (const counts of [answer.byArea, answer.byAreaAge, answer.byMonth, answer.byWeekdayHour, answer.byKind]) {
    for (const count of counts) hash = Math.imul(hash ^ count, 0x01000193);
    hash = Math.imul(hash ^ counts.length, 0x01000193);
  }
  return hash >>> 0;
}

/** 1 for the chosen codes. */
export function chosenCodes(length: number, codes: readonly number[]): Uint8Array {
  const chosen = new Uint8Array(length);
  for (const code of codes) chosen[code] = 1;
  return chosen;
}

/** 1 for the weekday-hours that the question chooses. */
export function chosenWeekdayHours({ days, hours }: Question): Uint8Array {
  return Uint8Array.from({ length: WEEKDAY_HOURS }, (_, slot) => {
    const hour = slot % HOUR_SLOTS === MIDNIGHT_SLOT ? 0 : slot % HOUR_SLOTS;
    return days.includes(Math.floor(slot / HOUR_SLOTS)) && hour >= hours[0] && hour <= hours[1] ? 1 : 0;
  });
}
