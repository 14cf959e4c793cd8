import type { AreaTable, PopulationTable } from '../model/areas.ts';
import type { Cells } from '../model/cells.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import type { PersonTime } from '../model/results.ts';
import type { Hours, Selection } from '../model/selection.ts';
import { FLAGS, HOUR_SLOTS, MIDNIGHT_SLOT, SEXES } from '../model/vocabulary.ts';
import { chosenHoursOfWeek, hoursOfWeekMask } from '../selection/hoursOfWeek.ts';
import type { AreaPlaceKind, PlaceIndex } from '../tables/placeIndex.ts';
import { recordIndexOf, type RecordIndex } from '../tables/recordIndex.ts';
import { chosenAreas, countsByPlace, type ChosenAreas } from './chosenAreas.ts';
import { compileSelection } from './compileSelection.ts';
import { AGE_COLUMNS, countRows, type RowCounts } from './countRows.ts';
import { personYears, residentsOf, type PersonYears } from './personTime.ts';
import { victimCharts, type VictimCharts } from './victimCharts.ts';

/** What a selection is evaluated against. */
export interface AggregationInput {
  readonly entry: DataSetEntry;
  readonly cells: Cells;
  /** Made of `cells` when they were loaded; left out, it is made at the first question. */
  readonly index?: RecordIndex;
  readonly areas: AreaTable;
  readonly places: PlaceIndex;
  readonly population: PopulationTable;
  /** The hours of every day that the data set covers; left out or null where it covers them all. */
  readonly coveredHours?: Hours | null;
}

/** 1 for the bars of each chart that its own clause chooses: those that add up to the total. */
export interface ChosenBars {
  readonly month: Uint8Array;
  readonly monthOfYear: Uint8Array;
  /** Months of the data set in the period, whatever months of the year are chosen. */
  readonly inPeriod: Uint8Array;
  /** Month of the year (0 = January) of each month of the data set. */
  readonly monthOfYearOf: Uint8Array;
  readonly weekdayHour: Uint8Array;
  /** As `weekdayHour`, but with the records at exactly 00:00, also where they are set aside; empty without hours. */
  readonly hourChosen: Uint8Array;
  readonly kind: Uint8Array;
  readonly age: Uint8Array;
  readonly sex: Uint8Array;
  readonly flag: Uint8Array;
}

/** Counts and person-time for a selection: the sufficient statistics of everything the interface shows. */
export interface Aggregate {
  readonly rows: RowCounts;
  readonly chosen: ChosenAreas;
  readonly chosenBars: ChosenBars;
  readonly byMonthOfYear: Uint32Array;
  readonly byWeekdayHour: Uint32Array | null;
  readonly victimCharts: VictimCharts;
  /** `sex * AGE_COLUMNS + age`; null where not asked for, or where neither is held. */
  readonly byAgeSex: Uint32Array | null;
  readonly byPlace: Readonly<Record<AreaPlaceKind, Uint32Array>>;
  readonly withoutLocation: number;
  readonly outsideCounty: number;
  readonly atMidnight: number;
  readonly personYears: PersonYears;
  readonly personTime: PersonTime;
  readonly notes: readonly string[];
}

/** @param detail true counts victims by age and sex too. */
export function aggregate(selection: Selection, input: AggregationInput, detail = false): Aggregate {
  const { entry, areas, places } = input;
  const index = input.index ?? recordIndexOf(input.cells, places.borough.ofArea);
  const compiled = compileSelection(selection, entry, index, index.holds);
  const chosen = chosenAreas(selection, areas, places);
  const rows = countRows(index, compiled, chosen.inPlace);
  const victims = victimCharts(index, compiled, chosen.inPlace, rows);
  const time = personYears(input.population, entry.months.filter((_, month) => compiled.monthChosen[month] === 1), residentsOf(compiled.who, input.population));
  const { hourChosen } = compiled;
  const sums = (kind: AreaPlaceKind): Uint32Array => countsByPlace(kind, places, chosen, rows.offences);
  return {
    rows,
    chosen,
    chosenBars: {
      month: compiled.monthChosen, weekdayHour: compiled.hourPasses, hourChosen: hourChosen ?? new Uint8Array(0), kind: compiled.kindChosen,
      inPeriod: compiled.monthInPeriod, monthOfYearOf: Uint8Array.from(entry.months, (month) => Number(month.slice(5)) - 1),
      monthOfYear: chosenOf(12, selection.monthsOfYear?.map((month) => month - 1) ?? null),
      age: chosenOf(AGE_COLUMNS, compiled.who.ages), sex: chosenOf(SEXES.length, compiled.who.sexes), flag: chosenOf(FLAGS.length, compiled.who.flags),
    },
    byMonthOfYear: byMonthOfYear(rows.charts.byMonthInPeriod, entry.months),
    byWeekdayHour: hourChosen && rows.charts.byWeekdayHour,
    victimCharts: victims.charts,
    byAgeSex: detail ? victims.byAgeSex : null,
    byPlace: { borough: sums('borough'), hub: sums('hub'), ward: sums('ward'), nteHotspot: sums('nteHotspot') },
    withoutLocation: rows.offences[areas.code.length] ?? 0,
    outsideCounty: rows.offences[areas.code.length + 1] ?? 0,
    atMidnight: hourChosen ? atMidnight(rows.charts.byWeekdayHour, hourChosen) : 0,
    personYears: time,
    personTime: { months: time.months, substituted: time.substituted, hoursOfWeek: hourChosen ? coveredHoursOfWeek(selection, input.coveredHours ?? null) : 168, ages: time.ages, sex: time.sex },
    notes: compiled.notes,
  };
}

/** 1 for the codes that a clause chooses. */
function chosenOf(length: number, codes: readonly number[] | null): Uint8Array {
  return Uint8Array.from({ length }, (_, code) => (codes?.includes(code) ?? true ? 1 : 0));
}

/** Hours of the week that are chosen and that the data set covers: what rates are for. */
function coveredHoursOfWeek(selection: Selection, covered: Hours | null): number {
  if (covered === null) return chosenHoursOfWeek(selection);
  const held = hoursOfWeekMask({ days: null, hours: covered, midnightAside: false });
  return hoursOfWeekMask(selection).filter((chosen, slot) => chosen === 1 && held[slot] === 1 && slot % HOUR_SLOTS !== MIDNIGHT_SLOT).length;
}

/** January first. */
function byMonthOfYear(byMonth: Uint32Array, months: readonly string[]): Uint32Array {
  const sums = new Uint32Array(12);
  months.forEach((month, i) => {
    sums[Number(month.slice(5)) - 1]! += byMonth[i] ?? 0;
  });
  return sums;
}

/** Offences of the chosen days and hours stored at exactly 00:00, whether or not those are set aside. */
function atMidnight(byWeekdayHour: Uint32Array, hourChosen: Uint8Array): number {
  let offences = 0;
  for (let slot = MIDNIGHT_SLOT; slot < byWeekdayHour.length; slot += HOUR_SLOTS) {
    if (hourChosen[slot] === 1) offences += byWeekdayHour[slot]!;
  }
  return offences;
}
