import type { Minute } from '../../model/patrol.ts';
import type { PatrolPlan } from '../../model/patrolPlan.ts';
import type { TimetableRow } from '../../model/patrolResults.ts';
import { timetableRows } from '../results/rows.ts';

/** Octets of a line before it must be folded, the line end not counted (RFC 5545, 3.1). */
const LINE = 75;

export interface CalendarOptions {
  /** When the file is made: DTSTAMP of every event. */
  readonly made: Minute;
  /** Only this pair of this shift; null = every pair. */
  readonly only: { readonly shift: string; readonly pair: number } | null;
}

/**
 * The visits as a calendar file (RFC 5545). Times are in UTC, which is unambiguous on the nights on which the clocks
 * change; calendars show them in local time. The same plan gives the same UIDs, so that loading it again replaces the
 * events instead of doubling them.
 */
export function calendarText(plan: PatrolPlan, { made, only }: CalendarOptions): string {
  const hotspots = new Map(plan.request.hotspots.map((hotspot) => [hotspot.id, hotspot]));
  const visits = timetableRows(plan).filter((row) => row.kind === 'visit' && (only === null || (row.shift === only.shift && row.pair === only.pair)));
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Hotspot Atlas//Patrol plan//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    ...visits.flatMap((row) => {
      const hotspot = hotspots.get(row.hotspot);
      return [
        'BEGIN:VEVENT', `UID:${uidOf(plan, row)}`, `DTSTAMP:${utc(made)}`, `DTSTART:${utc(row.start)}`, `DTEND:${utc(row.end)}`,
        `SUMMARY:${escaped(`Patrol: ${row.title}`)}`,
        `LOCATION:${escaped(`${row.title} (${row.hotspot})`)}`,
        ...(hotspot ? [`GEO:${hotspot.latitude.toFixed(6)};${hotspot.longitude.toFixed(6)}`] : []),
        `DESCRIPTION:${escaped(`${row.shiftTitle}, pair ${row.pair}. ${row.end - row.start} minutes. ${row.travelMinutes} minutes of travel before, estimated from the straight line.`)}`,
        'END:VEVENT',
      ];
    }),
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('');
}

/** Same for the same visit of the same plan, on every machine. */
function uidOf({ request: { from, seed, rule } }: PatrolPlan, { shift, shiftDate, pair, hotspot, start }: TimetableRow): string {
  return `${hashed(JSON.stringify([from, seed, rule.id, shift, shiftDate, pair, hotspot, start]))}@hotspot-atlas`;
}

/** FNV-1a over UTF-16 units, twice with different offsets: 64 bits in hexadecimal. Not a secret. */
function hashed(text: string): string {
  return [0x811c9dc5, 0x9747b28c].map((offset) => {
    let hash = offset;
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  }).join('');
}

/** "20250330T010000Z". */
function utc(moment: Minute): string {
  return new Date(Math.floor(moment) * 60_000).toISOString().replaceAll(/[-:]/g, '').replace('.000', '');
}

/** TEXT of RFC 5545, 3.3.11: backslash, semicolon, comma and line ends escaped, other control characters left out. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r\n?|\n/g, '\\n').replaceAll(/\p{Cc}/gu, '');
}

/** A content line with CRLF, folded so that no line has more than 75 octets and no character is cut. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return `${out}\r\n`;
}
