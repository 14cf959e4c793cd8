import type { PlaceProperties } from '../../model/areas.ts';
import { parseMonth, yearOf, monthOfYear } from '../../model/months.ts';
import { SUPPRESSED, type Evaluation } from '../../model/results.ts';
import type { Hours, Selection } from '../../model/selection.ts';
import { FLAGS, HOUR_SLOTS, MIDNIGHT_SLOT, WEEKDAYS } from '../../model/vocabulary.ts';
import { sumOf } from '../cells.ts';
import type { Source } from '../context.ts';

/** Hours of the night-time economy where no profile names them (the needs assessment's). */
export const NIGHT: Hours = { from: 19, to: 7 };
const WEEKEND = [4, 5];
const SATURDAY = 6;

export interface HotspotFacts {
  readonly id: string;
  readonly title: string;
  readonly offences: number;
  readonly incidents: number;
  /** NaN where withheld. */
  readonly perWeekend: number;
  readonly domestic: number;
  readonly hate: number;
  /** "Friday into Saturday"; why not, where it cannot be said. */
  readonly peakNight: string;
  /** "23:00 to 23:59". */
  readonly peakHour: string;
  /** Kinds of offence that may be shown, most first. */
  readonly kinds: readonly { readonly id: string; readonly title: string; readonly count: number }[];
}

/** What a hotspot's records say. `source` is narrowed to the hotspot and the hours of the night; `ask` narrows it further. */
export function hotspotFacts(source: Source, { id, title }: PlaceProperties, ask: (clauses: Partial<Selection>) => Evaluation): HotspotFacts {
  const { entry, evaluation, months } = source;
  const incidentTypes = [...new Set(entry.kinds.filter(({ crime }) => !crime).map(({ type }) => type))];
  const weekend = ask({ days: WEEKEND }).matching;
  const flagged = (flag: (typeof FLAGS)[number]['id']): number => evaluation.byFlag?.[FLAGS.findIndex((each) => each.id === flag)] ?? 0;
  return {
    id, title,
    offences: evaluation.matching,
    incidents: incidentTypes.length > 0 ? ask({ types: incidentTypes }).matching : 0,
    perWeekend: weekend === SUPPRESSED ? Number.NaN : weekend / saturdays(months),
    domestic: flagged('domestic-abuse'), hate: flagged('hate'),
    ...peaks(evaluation.byWeekdayHour, source.selection.hours ?? NIGHT),
    kinds: entry.kinds.flatMap((kind, i) => (kind.crime ? [{ id: kind.subgroup ?? kind.type, title: kind.subgroupTitle ?? kind.typeTitle, count: evaluation.byKind[i] ?? 0 }] : []))
      .filter((kind) => kind.count !== SUPPRESSED && kind.count > 0).toSorted((a, b) => b.count - a.count),
  };
}

/** Saturdays in the months. */
export function saturdays(months: readonly string[]): number {
  return months.reduce((sum, text) => {
    const month = parseMonth(text) ?? 0;
    const days = new Date(Date.UTC(yearOf(month), monthOfYear(month), 0)).getUTCDate();
    return sum + Array.from({ length: days }, (_, day) => new Date(Date.UTC(yearOf(month), monthOfYear(month) - 1, day + 1)).getUTCDay()).filter((weekday) => weekday === SATURDAY).length;
  }, 0);
}

/** The night and the hour with most, within hours that may wrap past midnight. */
function peaks(slots: Uint32Array | null, { from, to }: Hours): Pick<HotspotFacts, 'peakNight' | 'peakHour'> {
  if (!slots || slots.includes(SUPPRESSED)) return { peakNight: 'Withheld', peakHour: 'Withheld' };
  const wraps = to <= from;
  const at = (day: number, hour: number): number => sumOf([slots[day * HOUR_SLOTS + hour] ?? 0, hour === 0 ? slots[day * HOUR_SLOTS + MIDNIGHT_SLOT] ?? 0 : 0]);
  const evening = Array.from({ length: (wraps ? 24 : to) - from }, (_, i) => from + i);
  const morning = wraps ? Array.from({ length: to }, (_, i) => i) : [];
  const nights = WEEKDAYS.map((_, day) => sumOf([...evening.map((hour) => at(day, hour)), ...morning.map((hour) => at((day + 1) % 7, hour))]));
  const hours = [...evening, ...morning].map((hour) => ({ hour, sum: sumOf(WEEKDAYS.map((_, day) => at(day, hour))) }));
  const night = nights.indexOf(Math.max(...nights));
  const peak = hours.toSorted((a, b) => b.sum - a.sum)[0];
  if (!peak || peak.sum === 0) return { peakNight: 'None', peakHour: 'None' };
  const hour = String(peak.hour).padStart(2, '0');
  return { peakNight: wraps ? `${WEEKDAYS[night]?.title} into ${WEEKDAYS[(night + 1) % 7]?.title}` : WEEKDAYS[night]?.title ?? '', peakHour: `${hour}:00 to ${hour}:59` };
}
