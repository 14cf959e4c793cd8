import type { Cells } from '../model/cells.ts';
import { AGE_UNKNOWN, HOUR_SLOTS, OFFENCE_SUBGROUPS } from '../model/vocabulary.ts';
import { seededRandom } from './random.ts';

export const KINDS = OFFENCE_SUBGROUPS.length;
export const MONTHS = 60;
export const WEEKDAY_HOURS = 175;
const AGES = AGE_UNKNOWN + 1;
/** Of 1: records without a location, and outside the county. */
const WITHOUT_LOCATION = 0.02;
const OUTSIDE = 0.01;

/** How often each hour slot occurs; evenings are busiest, the last slot is exactly midnight. */
const HOUR_WEIGHTS = [4, 3, 3, 2, 1, 1, 1, 2, 3, 3, 4, 4, 5, 5, 6, 7, 7, 7, 7, 7, 7, 6, 6, 5, 4];
const DAY_WEIGHTS = [13, 13, 13, 13, 15, 18, 15];
const KIND_WEIGHTS = [1, 280, 560, 40, 119];
const AGE_WEIGHTS = [2, 3, 8, 13, 14, 12, 11, 9, 7, 6, 5, 3, 2, 1, 1, 1, 1, 1, 1, 4];

export interface SyntheticSize {
  readonly rows: number;
  readonly areas: number;
}

/**
 * Synthetic offences as `packRecords` would pack them (a test holds the two equal), made in that order at once because
 * packing tens of millions of records would take longer than measuring them. Every row is an offence with one victim.
 * Areas differ in size as crime does; months are even; kinds, hours and ages are skewed. No real figures are in it.
 */
export function syntheticCells({ rows, areas }: SyntheticSize, seed: number): Cells {
  const random = seededRandom(seed);
  const offsets = slotOffsets(rows, areas, random);
  const cell = new Uint16Array(rows);
  const age = new Uint8Array(rows);
  const [kinds, days, hours, ages] = [wheelOf(KIND_WEIGHTS), wheelOf(DAY_WEIGHTS), wheelOf(HOUR_WEIGHTS), wheelOf(AGE_WEIGHTS)];
  const turn = (wheel: Uint8Array): number => wheel[Math.floor(random() * wheel.length)]!;
  for (let slot = 0; slot + 1 < offsets.length; slot += 1) {
    const start = offsets[slot]!;
    const keys = new Uint32Array(offsets[slot + 1]! - start);
    for (let i = 0; i < keys.length; i += 1) {
      const month = Math.floor(random() * MONTHS);
      keys[i] = ((turn(kinds) * MONTHS + month) * WEEKDAY_HOURS + turn(days) * HOUR_SLOTS + turn(hours)) * AGES + turn(ages);
    }
    keys.sort();
    for (let i = 0; i < keys.length; i += 1) {
      cell[start + i] = Math.floor(keys[i]! / AGES);
      age[start + i] = keys[i]! % AGES;
    }
  }
  return { areaCodes: areaCodes(areas), offsets, cell, weekdayHours: WEEKDAY_HOURS, months: MONTHS, kinds: KINDS, age, sex: null, flags: null, repeats: null };
}

/** Codes like an LSOA's, in ascending order. */
export function areaCodes(areas: number): readonly string[] {
  return Array.from({ length: areas }, (_, area) => `E01${String(area).padStart(6, '0')}`);
}

/** Row offsets by slot; they end at `rows` exactly. */
function slotOffsets(rows: number, areas: number, random: () => number): Uint32Array {
  const weights = Float64Array.from({ length: areas }, () => 0.2 + -Math.log(1 - random()));
  const total = weights.reduce((sum, weight) => sum + weight, 0) / (1 - WITHOUT_LOCATION - OUTSIDE);
  const offsets = new Uint32Array(areas + 3);
  let reached = 0;
  weights.forEach((weight, area) => {
    reached += weight;
    offsets[area + 1] = Math.floor((reached / total) * rows);
  });
  offsets[areas + 1] = Math.floor((1 - OUTSIDE) * rows);
  offsets[areas + 2] = rows;
  return offsets;
}

/** Codes, each as often as its weight says. */
function wheelOf(weights: readonly number[]): Uint8Array {
  return Uint8Array.from(weights.flatMap((weight, code) => Array.from({ length: weight }, () => code)));
}
