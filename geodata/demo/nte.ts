import { formatMonth, monthRange } from '../../src/model/months.ts';
import { FLAGS } from '../../src/model/vocabulary.ts';
import { dayNumber, daysBetweenOnWeekday } from './calendar.ts';
import { roundKeepingMargins, shareOut } from './controlledRounding.ts';
import type { County } from './county.ts';
import { chooseExactly, deal, pick } from './dealing.ts';
import { fitMargins } from './fitMargins.ts';
import { NTE_ASB, NTE_KINDS, PUBLISHED_OFFENCE, REMAINDER } from './nteKinds.ts';
import { INCIDENT_NIGHTS, NIGHT_HOURS, NIGHT_SHAPES, QUIET_NIGHTS } from './nteProfiles.ts';
import type { HotspotName } from './nteProfiles.ts';
import { slotOf } from './policeTimes.ts';
import type { PublishedFigures } from './publishedFigures.ts';
import type { Random } from './random.ts';
import { codesOf, NOTHING_ELSE, snap } from './records.ts';
import type { Generated } from './records.ts';
import type { SnapPoints } from './shapes.ts';
import { makeTable, sum } from './table.ts';

const DOMESTIC = 1 << FLAGS.findIndex((flag) => flag.id === 'domestic-abuse');
const HATE = 1 << FLAGS.findIndex((flag) => flag.id === 'hate');
const FIRST_DAY = dayNumber(2021, 5, 1);
const LAST_DAY = dayNumber(2022, 10, 31);
const FIRST_MONTH = 2021 * 12 + 4;
const FRIDAY = 4;
const SATURDAY = 5;

/** Weekends counted for "offences per weekend": nights of Friday and of Saturday, one pair a week. */
export const NTE_WEEKENDS = daysBetweenOnWeekday(FIRST_DAY, LAST_DAY, SATURDAY).length;

/** Hotspot ids of area.json by the name in the published table. */
export const HOTSPOT_IDS: Readonly<Record<HotspotName, string>> = { Luton: 'luton', Dunstable: 'dunstable', 'Leighton Buzzard': 'leighton-buzzard', Bedford: 'bedford' };
export const HOTSPOT_NAMES: readonly HotspotName[] = ['Luton', 'Dunstable', 'Leighton Buzzard', 'Bedford'];

/** Offences and incidents in the four hotspots, May 2021 to October 2022, 19:00 to 07:00. `kind` follows NTE_KINDS. */
export function nteRecords(county: County, figures: PublishedFigures, points: readonly SnapPoints[], random: Random): Generated {
  const rows: Row[] = HOTSPOT_NAMES.flatMap((name) => hotspotRows(county, name, figures, random));
  const area = Int32Array.from(rows, (row) => row.area);
  return {
    months: monthRange(FIRST_MONTH, FIRST_MONTH + 17).map(formatMonth),
    records: {
      ...NOTHING_ELSE, area, sourceCode: codesOf(area, county.areas.map(({ code }) => code)),
      kind: Uint8Array.from(rows, (row) => row.kind),
      month: Uint16Array.from(rows, (row) => monthOfDay(row.day) - FIRST_MONTH),
      weekdayHour: Uint8Array.from(rows, (row) => slotOf(row.weekday, row.hour)),
      day: Int32Array.from(rows, (row) => row.day),
      flags: Uint8Array.from(rows, (row) => row.flags),
      ...snap(area, points, random),
    },
  };
}

interface Row { readonly area: number; readonly kind: number; readonly day: number; readonly weekday: number; readonly hour: number; readonly flags: number }

function hotspotRows(county: County, name: HotspotName, figures: PublishedFigures, random: Random): Row[] {
  const published = figures.nte_hotspots[name];
  const members = county.hotspot.flatMap((id, area) => (id === HOTSPOT_IDS[name] ? [area] : []));
  if (members.length === 0) throw new Error(`No area lies in the night-time economy hotspot "${name}": see nteHotspots in area.json.`);
  const weights = members.map((area) => (county.proneness[area] ?? 1) * (county.areas[area]?.residents ?? 1));
  const shape = NIGHT_SHAPES[name];
  const weekend = Math.round(published.offences_per_weekend * NTE_WEEKENDS);
  const nights = offenceNights(published.offences, weekend, shape.fridayShare);
  const incidentNights = shareOut(published.asb_incidents, INCIDENT_NIGHTS);
  const times = [...dealNights(nights, shape.offences, random), ...dealNights(incidentNights, shape.incidents, random)];
  const kinds = [...deal(offenceKinds(published.offences, published.top_offences), random), ...Array.from({ length: published.asb_incidents }, () => NTE_ASB)];
  const flags = dealFlags(kinds, published, random);
  return kinds.map((kind, i) => {
    const { night, hour } = times[i] ?? { night: 0, hour: 19 };
    // After midnight the calendar has moved on: the night of Friday at 01:00 is a Saturday.
    const weekday = hour < 12 ? (night + 1) % 7 : night;
    const days = daysBetweenOnWeekday(FIRST_DAY, LAST_DAY, weekday);
    return { area: members[pick(weights, random)] ?? 0, kind, weekday, hour, day: days[random.below(days.length)] ?? FIRST_DAY, flags: flags[i] ?? 0 };
  });
}

/** Offences by night of the week (Monday first): as many at weekends as published, the rest over the other nights. */
function offenceNights(offences: number, weekend: number, fridayShare: number): number[] {
  const friday = Math.round(weekend * fridayShare);
  const quiet = shareOut(offences - weekend, QUIET_NIGHTS);
  return [...quiet.slice(0, FRIDAY), friday, weekend - friday, ...quiet.slice(FRIDAY)];
}

function dealNights(nights: readonly number[], hourWeights: readonly number[], random: Random): { night: number; hour: number }[] {
  const hours = shareOut(sum(nights), hourWeights);
  const table = roundKeepingMargins(fitMargins(makeTable(nights.length, hours.length, () => 1), nights, hours), random);
  return Array.from(deal(table.values, random), (card) => ({ night: Math.floor(card / hours.length), hour: NIGHT_HOURS[card % hours.length] ?? 19 }));
}

/** Offences by kind: the published shares, what is left over the kinds that are not named. */
function offenceKinds(offences: number, published: Readonly<Record<string, number>>): number[] {
  const counts = NTE_KINDS.map(() => 0);
  for (const [title, share] of Object.entries(published)) {
    const kind = PUBLISHED_OFFENCE[title];
    if (kind === undefined) throw new Error(`The published offence "${title}" has no place in NTE_KINDS.`);
    counts[kind] = Math.round(share * offences);
  }
  const rest = shareOut(offences - sum(counts), REMAINDER.map((weight, kind) => (counts[kind] ? 0 : weight)));
  return counts.map((count, kind) => count + (rest[kind] ?? 0));
}

function dealFlags(kinds: readonly number[], published: PublishedFigures['nte_hotspots']['Luton'], random: Random): Uint8Array {
  const isOffence = Uint8Array.from(kinds, (kind) => (kind === NTE_ASB ? 0 : 1));
  const domestic = chooseExactly(Math.round(published.domestic_share * published.offences), isOffence, random);
  const hate = chooseExactly(Math.round(published.hate_share * published.offences), isOffence.map((yes, i) => yes * (domestic[i] ? 1 : 10)), random);
  return domestic.map((yes, i) => (yes ? DOMESTIC : 0) | (hate[i] ? HATE : 0));
}

function monthOfDay(day: number): number {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
