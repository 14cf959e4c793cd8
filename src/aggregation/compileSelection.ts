import type { Cells } from '../model/cells.ts';
import type { DataSetEntry, KindEntry } from '../model/manifest.ts';
import type { Selection } from '../model/selection.ts';
import { hoursOfWeekMask } from '../selection/hoursOfWeek.ts';
import { COUNTS_BY_FAILS, FAILS } from './charts.ts';
import { victimClauses, victimNotes, victimTables, type VictimClauses, type VictimColumns, type VictimTables } from './victimClauses.ts';

/** A selection as lookup tables over the codes of one data set, without its "where" clauses; "who" stays as clauses. */
export interface CompiledSelection {
  /** COUNTS bits by cell code. */
  readonly counts: Uint8Array;
  /** FAILS bits without those of the hours, by kind and month: `kind * months + month`. */
  readonly fails: Uint8Array;
  /** 1 for the hours that pass, by weekday-hour slot of the code. */
  readonly hourPasses: Uint8Array;
  /** Whether the month's period and month-of-year clauses hold, by month of the data set. */
  readonly monthChosen: Uint8Array;
  /** Whether the month's period clause holds, by month of the data set. */
  readonly monthInPeriod: Uint8Array;
  /** Whether the type and subgroup clauses hold, by kind of the data set. */
  readonly kindChosen: Uint8Array;
  /** 1 for the weekday-hour slots chosen when records at exactly 00:00 are not set aside; null without hours. */
  readonly hourChosen: Uint8Array | null;
  /** The clauses on victims that the data set can answer. */
  readonly who: VictimClauses;
  readonly victims: VictimTables;
  /** Clauses that could not be applied to this data set, or choose nothing it holds: plain sentences. */
  readonly notes: readonly string[];
}

/**
 * Compiles what and when. A clause that the data set cannot answer (hours of monthly records, subgroups where there
 * are none, victims without their age) is left out and named in the notes: the interface disables it with the reason.
 */
export function compileSelection(selection: Selection, entry: DataSetEntry, shape: Pick<Cells, 'kinds' | 'months' | 'weekdayHours'>, columns: VictimColumns): CompiledSelection {
  const months = entry.months.slice(0, shape.months);
  const kinds = entry.kinds.slice(0, shape.kinds);
  const monthFails = Uint8Array.from(months, (month) => failsOfMonth(month, selection));
  const kindFails = Uint8Array.from(kinds, (kind) => (kindChosen(kind, selection, entry.fields.subgroup) ? 0 : FAILS.kind));
  const hasHours = shape.weekdayHours === 175;
  const hourMask = hasHours ? hoursOfWeekMask(selection) : Uint8Array.of(1);
  const fails = failsByKindAndMonth(kindFails, monthFails, shape);
  const who = victimClauses(selection, columns);
  return {
    counts: countsByCode(fails, hourMask),
    fails,
    hourPasses: hourMask,
    monthChosen: monthFails.map((bits) => (bits === 0 ? 1 : 0)),
    monthInPeriod: monthFails.map((bits) => ((bits & FAILS.period) === 0 ? 1 : 0)),
    kindChosen: kindFails.map((bits) => (bits === 0 ? 1 : 0)),
    hourChosen: hasHours ? hoursOfWeekMask({ ...selection, midnightAside: false }) : null,
    who,
    victims: victimTables(who),
    notes: [...notesOn(selection, entry, hasHours), ...victimNotes(selection, who, entry)],
  };
}

/** Kinds and months that the manifest does not name fail nothing. */
function failsByKindAndMonth(kindFails: Uint8Array, monthFails: Uint8Array, { kinds, months }: Pick<Cells, 'kinds' | 'months'>): Uint8Array {
  const fails = new Uint8Array(kinds * months);
  for (let kind = 0; kind < kinds; kind += 1) {
    for (let month = 0; month < months; month += 1) fails[kind * months + month] = (kindFails[kind] ?? 0) | (monthFails[month] ?? 0);
  }
  return fails;
}

/** The hours of each kind and month are one of a few patterns, copied rather than worked out code by code. */
function countsByCode(fails: Uint8Array, hourPasses: Uint8Array): Uint8Array {
  const hours = hourPasses.length;
  const counts = new Uint8Array(fails.length * hours);
  const patterns = new Map<number, Uint8Array>();
  fails.forEach((others, i) => {
    let pattern = patterns.get(others);
    if (!pattern) {
      pattern = hourPasses.map((passes) => COUNTS_BY_FAILS[others | (passes === 1 ? 0 : FAILS.hours)]!);
      patterns.set(others, pattern);
    }
    counts.set(pattern, i * hours);
  });
  return counts;
}

function failsOfMonth(month: string, { period, monthsOfYear }: Selection): number {
  // "YYYY-MM" sorts as text.
  const inPeriod = period === null || (period.from <= month && month <= period.to);
  const inSeason = monthsOfYear === null || monthsOfYear.includes(Number(month.slice(5)));
  return (inPeriod ? 0 : FAILS.period) | (inSeason ? 0 : FAILS.monthOfYear);
}

/** Incidents that are not recorded crime count only where their type is named. */
function kindChosen(kind: KindEntry, { types, subgroups }: Selection, hasSubgroups: boolean): boolean {
  if (types === null ? !kind.crime : !types.includes(kind.type)) return false;
  return subgroups === null || !hasSubgroups || (kind.subgroup !== null && subgroups.includes(kind.subgroup));
}

function notesOn(selection: Selection, entry: DataSetEntry, hasHours: boolean): string[] {
  const notes: string[] = [];
  if (!hasHours && (selection.days || selection.hours || selection.midnightAside)) {
    notes.push(`${entry.title} has no weekday or hour: those filters are not applied.`);
  }
  if (!entry.fields.subgroup && selection.subgroups) notes.push(`${entry.title} has no offence subgroups: that filter is not applied.`);
  const known = new Set(entry.kinds.map((kind) => kind.type));
  const unknown = selection.types?.filter((type) => !known.has(type)) ?? [];
  if (unknown.length > 0) notes.push(`${entry.title} holds no records of type ${unknown.join(', ')}.`);
  return notes;
}
