import { HOUR_SLOTS, MIDNIGHT_SLOT } from '../../src/model/vocabulary.ts';
import { roundKeepingMargins } from './controlledRounding.ts';
import { deal, pick } from './dealing.ts';
import { fitMargins } from './fitMargins.ts';
import { reconciledHourGroups } from './publishedFigures.ts';
import type { PublishedFigures } from './publishedFigures.ts';
import type { Random } from './random.ts';
import { makeTable, rowOf } from './table.ts';

const DAYS = 7;
/** Column of a day: 0 = stored as exactly 00:00, 1 = a known time in 00:00-03:59, 2-6 = the later hour groups. */
const CLASSES = 7;
const HOURS_IN_GROUP = 4;

/** Hours within a group of four: weights of its first to last hour. */
const HOUR_WEIGHTS = [[0.4, 0.28, 0.19, 0.13], [0.16, 0.16, 0.25, 0.43], [0.2, 0.24, 0.27, 0.29], [0.24, 0.23, 0.25, 0.28], [0.26, 0.25, 0.25, 0.24], [0.27, 0.26, 0.25, 0.22]] as const;
/** The same in town centres, where nights grow towards closing time. */
const TOWN_HOUR_WEIGHTS = [[0.34, 0.29, 0.24, 0.13], [0.4, 0.2, 0.16, 0.24], [0.2, 0.24, 0.27, 0.29], [0.24, 0.23, 0.25, 0.28], [0.24, 0.24, 0.25, 0.27], [0.2, 0.23, 0.27, 0.3]] as const;

export interface Slots {
  /** Weekday (0 Monday) of each offence. */
  readonly weekday: Uint8Array;
  /** 0-23, or MIDNIGHT_SLOT for a time stored as exactly 00:00. */
  readonly hour: Uint8Array;
}

/**
 * Offences stored at exactly 00:00, by weekday. Published are groups of four hours only. The first group holds
 * what its neighbours suggest (the geometric mean of the evening before, 20:00-23:59, and the morning after,
 * 04:00-07:59) plus the records whose time was not known; the excess is taken to be those. It comes to about
 * 87% of the group and two fifths of all offences.
 */
export function midnightExcess(groups: readonly (readonly number[])[]): number[] {
  return Array.from({ length: DAYS }, (_, day) => {
    const evening = groups[5]?.[(day + DAYS - 1) % DAYS] ?? 0;
    const morning = groups[1]?.[day] ?? 0;
    return (groups[0]?.[day] ?? 0) - Math.round(Math.sqrt(evening * morning));
  });
}

/** How much likelier than elsewhere a town centre's offence falls into a day and class. */
function townLean(day: number, group: number): number {
  const weekendNight = day === 5 || day === 6;
  const weekendEvening = day === 4 || day === 5;
  if (group === 0) return 0.7;
  if (group === 1) return weekendNight ? 6 : day === 4 ? 2.5 : 1.6;
  if (group === 2) return weekendNight ? 3 : 1;
  if (group === 6) return weekendEvening ? 3.2 : 1.3;
  return 1;
}

/**
 * Weekday and hour of every offence, such that the published table (weekday by hour group) is met exactly over
 * all of them (but for the two cells that `reconciledHourGroups` mends), while town centres have their weekend nights.
 */
export function dealTimes(figures: PublishedFigures, inTownCentre: (offence: number) => boolean, offences: number, random: Random): Slots {
  const groups = reconciledHourGroups(figures);
  const midnight = midnightExcess(groups);
  const columns = Array.from({ length: DAYS * CLASSES }, (_, i) => {
    const day = Math.floor(i / CLASSES);
    const group = i % CLASSES;
    if (group === 0) return midnight[day] ?? 0;
    return (groups[group - 1]?.[day] ?? 0) - (group === 1 ? (midnight[day] ?? 0) : 0);
  });
  const town = Uint8Array.from({ length: offences }, (_, i) => (inTownCentre(i) ? 1 : 0));
  const inTown = town.reduce((a, b) => a + b, 0);
  const seed = makeTable(2, columns.length, (row, i) => (columns[i] ?? 0) * (row === 1 ? townLean(Math.floor(i / CLASSES), i % CLASSES) : 1));
  const table = roundKeepingMargins(fitMargins(seed, [offences - inTown, inTown], columns), random);
  const cards = [deal(rowOf(table, 0), random), deal(rowOf(table, 1), random)];
  return spell(town, cards, random);
}

function spell(town: Uint8Array, cards: readonly Uint16Array[], random: Random): Slots {
  const weekday = new Uint8Array(town.length);
  const hour = new Uint8Array(town.length);
  const next = [0, 0];
  town.forEach((row, i) => {
    const card = cards[row]?.[next[row] ?? 0] ?? 0;
    next[row] = (next[row] ?? 0) + 1;
    const group = (card % CLASSES) - 1;
    weekday[i] = Math.floor(card / CLASSES);
    const weights = (row === 1 ? TOWN_HOUR_WEIGHTS : HOUR_WEIGHTS)[group] ?? [];
    hour[i] = group < 0 ? MIDNIGHT_SLOT : group * HOURS_IN_GROUP + pick(weights, random);
  });
  return { weekday, hour };
}

export function slotOf(weekday: number, hour: number): number {
  return weekday * HOUR_SLOTS + hour;
}
