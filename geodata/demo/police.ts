import { NO_LOCATION } from '../../src/model/cells.ts';
import { AGE_UNKNOWN } from '../../src/model/vocabulary.ts';
import { formatMonth, monthRange } from '../../src/model/months.ts';
import { daysOnWeekday } from './calendar.ts';
import type { County } from './county.ts';
import { deal, pick, repeatEach } from './dealing.ts';
import { spreadOffences, placedByBorough } from './policeLevels.ts';
import { dealTimes, slotOf } from './policeTimes.ts';
import { dealFlags, dealSex, dealSubgroups } from './policeTraits.ts';
import { hourGroupTotals, monthRows } from './publishedFigures.ts';
import type { PublishedFigures } from './publishedFigures.ts';
import type { Random } from './random.ts';
import { codesOf, snap } from './records.ts';
import type { Generated } from './records.ts';
import type { SnapPoints } from './shapes.ts';
import { sum } from './table.ts';
import { VIOLENCE_BY_YEAR } from './streetShares.ts';

const FIRST_YEAR = 2019;

/**
 * Violence and sexual offences 2019-2023 as the force's own system holds them: one row per victim, an
 * offence's rows next to each other under one reference. `kind` is the offence subgroup.
 */
export function policeRecords(county: County, figures: PublishedFigures, levels: ArrayLike<number>, points: readonly SnapPoints[], random: Random): Generated {
  const { offences, victims } = spreadOffences(county, figures, levels, random);
  const all = sum(hourGroupTotals(figures));
  const area = new Int32Array(all).fill(NO_LOCATION);
  area.set(Int32Array.from(repeatEach(offences)));
  const rows = dealVictims(area, victims, random);
  const townCentre = Uint8Array.from(area, (number) => ((county.hotspot[number] ?? '') === '' ? 0 : 1));
  const { weekday, hour } = dealTimes(figures, (i) => townCentre[i] === 1, all, random);
  const { day, month } = dealDates(area, county, figures, weekday, random);
  const columns = { count: all, age: rows.firstAge, townCentre, night: hour.map((value) => (value < 7 || (value >= 19 && value < 24) ? 1 : 0)) };
  const subgroup = dealSubgroups(columns, figures, random);
  const flags = dealFlags(columns, subgroup, figures, random);
  const { longitude, latitude } = snap(area, points, random);
  const byRow = <T extends Uint8Array | Uint16Array | Int32Array | Float64Array>(column: T, empty: T): T => {
    rows.offence.forEach((offence, row) => { empty[row] = column[offence] ?? 0; });
    return empty;
  };
  const count = rows.offence.length;
  const rowArea = byRow(area, new Int32Array(count));
  return {
    months: monthRange(FIRST_YEAR * 12, (FIRST_YEAR + 5) * 12 - 1).map(formatMonth),
    records: {
      area: rowArea,
      sourceCode: codesOf(rowArea, county.areas.map(({ code }) => code)),
      kind: byRow(subgroup, new Uint8Array(count)),
      month: byRow(month, new Uint16Array(count)),
      weekdayHour: byRow(hour.map((value, i) => slotOf(weekday[i] ?? 0, value)), new Uint8Array(count)),
      day: byRow(day, new Int32Array(count)),
      age: rows.age,
      sex: dealSex(count, rows.offence, subgroup, flags, figures, random),
      flags: byRow(flags, new Uint8Array(count)),
      reference: rows.offence.map((offence) => offence + 1),
      longitude: byRow(longitude, new Float64Array(count)),
      latitude: byRow(latitude, new Float64Array(count)),
    },
  };
}

interface VictimRows {
  /** Offence of each row, ascending. */
  readonly offence: Uint32Array;
  readonly age: Uint8Array;
  /** Age band of each offence's first victim. */
  readonly firstAge: Uint8Array;
}

/** One row per victim: the area's victims dealt to its offences, each offence having at least one. */
function dealVictims(area: Int32Array, victims: readonly (readonly number[])[], random: Random): VictimRows {
  const offence: number[] = [];
  const age: number[] = [];
  const firstAge = new Uint8Array(area.length).fill(AGE_UNKNOWN);
  // Offences without a location have one victim each, aged as the county's victims are.
  const everyone = Array.from({ length: AGE_UNKNOWN + 1 }, (_, band) => sum(victims.map((own) => own[band] ?? 0)));
  for (let start = 0; start < area.length;) {
    const own = area[start] ?? NO_LOCATION;
    let end = start;
    while (end < area.length && area[end] === own) end += 1;
    const size = end - start;
    const ages = own < 0 ? Array.from({ length: size }, () => pick(everyone, random)) : Array.from(deal(victims[own] ?? [], random));
    const each = new Uint8Array(size).fill(1);
    for (let further = ages.length - size; further > 0; further -= 1) {
      const chosen = random.below(size);
      each[chosen] = (each[chosen] ?? 0) + 1;
    }
    let next = 0;
    each.forEach((count, position) => {
      firstAge[start + position] = ages[next] ?? AGE_UNKNOWN;
      for (let victim = 0; victim < count; victim += 1) {
        offence.push(start + position);
        age.push(ages[next] ?? AGE_UNKNOWN);
        next += 1;
      }
    });
    start = end;
  }
  return { offence: Uint32Array.from(offence), age: Uint8Array.from(age), firstAge };
}

/**
 * A real date for every offence: its month of the year dealt so that the published table (month by borough) is
 * met exactly over the placed ones, its year by the years' weights, its day one with the weekday it has.
 */
function dealDates(area: Int32Array, county: County, figures: PublishedFigures, weekday: Uint8Array, random: Random): { day: Int32Array; month: Uint16Array } {
  const table = monthRows(figures.violence_by_month_athena_2019_2023);
  const cards = placedByBorough(figures).map((_, borough) => deal(table.map((row) => row[borough] ?? 0), random));
  const next = cards.map(() => 0);
  const allMonths = table.map(sum);
  const years = Object.values(VIOLENCE_BY_YEAR);
  const day = new Int32Array(area.length);
  const month = new Uint16Array(area.length);
  area.forEach((number, i) => {
    const borough = county.boroughOf[number];
    const monthOfYear = borough === undefined ? pick(allMonths, random) : (cards[borough]?.[next[borough] ?? 0] ?? 0);
    if (borough !== undefined) next[borough] = (next[borough] ?? 0) + 1;
    const year = pick(years, random);
    const days = daysOnWeekday(FIRST_YEAR + year, monthOfYear + 1, weekday[i] ?? 0);
    day[i] = days[random.below(days.length)] ?? 0;
    month[i] = year * 12 + monthOfYear;
  });
  return { day, month };
}
