import { beforeAll, describe, expect, it } from 'vitest';
import type { Hotspot } from '../../../src/model/patrol.ts';
import type { PatrolPlan } from '../../../src/model/patrolPlan.ts';
import * as z from '../../../src/model/schema.ts';
import { dayNumber } from '../../../src/patrol/londonTime.ts';
import { makePlan } from '../../../src/patrol/makePlan.ts';
import { timetableRows } from '../../../src/patrol/results/rows.ts';
import { calendarText } from '../../../src/patrol/takeAway/calendar.ts';
import { geoJsonText, gpxText } from '../../../src/patrol/takeAway/devices.ts';
import { timetableTable } from '../../../src/patrol/takeAway/timetableTable.ts';
import { toCsv } from '../../../src/ui/csv.ts';
import { hotspotsOf, requestOf, ruleOf, shiftOf } from './sample.ts';

const NASTY = '=HYPERLINK("http://x"),<b>"A & B"</b>;\r\nEND:VEVENT\u0007 – ' + 'Straße 😀 '.repeat(12);
const collection = z.object({
  type: z.string(),
  features: z.array(z.object({
    id: z.optional(z.string()), geometry: z.object({ type: z.enum(['Point', 'LineString']), coordinates: z.array(z.union([z.number(), z.array(z.number())])) }),
    properties: z.object({ visits: z.optional(z.array(z.string())) }),
  })),
});
const made = dayNumber('2025-05-01')! * 1440 + 601;
const base = { title: 'Police <station>', longitude: -0.42, latitude: 51.88 };

async function planOf(changes: Parameters<typeof requestOf>[0] = {}): Promise<PatrolPlan> {
  const outcome = await makePlan(requestOf({ days: 3, ...changes }));
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

function uids(of: PatrolPlan): string[] {
  return unfolded(calendarText(of, { made, only: null })).filter((line) => line.startsWith('UID:'));
}

/** Logical lines of a calendar, unfolded, after checking every physical one. */
function unfolded(text: string): string[] {
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
}

describe('files to take away', () => {
  let plan: PatrolPlan;
  const nasty: Hotspot[] = hotspotsOf(6).map((hotspot, i) => (i === 0 ? { ...hotspot, title: NASTY } : hotspot));
  beforeAll(async () => {
    plan = await planOf({ hotspots: nasty, shifts: [shiftOf({ base }), shiftOf({ id: 'night', title: 'Night', start: 22 * 60, end: 6 * 60 })] });
  });

  it('the timetable: one row per stop, and no text that a spreadsheet would run', () => {
    const { header, rows } = timetableTable(plan);
    expect(rows).toHaveLength(timetableRows(plan).length);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
    const csv = toCsv(header, rows);
    expect(csv).toContain(`"'=HYPERLINK(""http://x""),`);
    expect(csv).not.toMatch(/(^|,|\n)"?[=+@]/);
  });

  it('the calendar: one event per visit, lines of 75 octets, text escaped, nothing broken out of', () => {
    const lines = unfolded(calendarText(plan, { made, only: null }));
    const visits = timetableRows(plan).filter(({ kind }) => kind === 'visit');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(visits.length);
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(visits.length);
    expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Hotspot Atlas//Patrol plan//EN']);
    expect(lines.at(-1)).toBe('END:VCALENDAR');
    const summary = lines.find((line) => line.includes('HYPERLINK'));
    expect(summary?.startsWith('SUMMARY:Patrol: =HYPERLINK("http://x")\\,<b>"A & B"</b>\\;\\nEND:VEVENT – Straße 😀 Straße')).toBe(true);
    expect(lines.filter((line) => line.startsWith('DTSTAMP:')).every((line) => line === 'DTSTAMP:20250501T100100Z')).toBe(true);
  });

  it('the calendar’s UIDs are unique, the same for the same plan and others for another', async () => {
    expect(new Set(uids(plan)).size).toBe(uids(plan).length);
    expect(uids(await planOf({ hotspots: nasty, shifts: plan.request.shifts }))).toEqual(uids(plan));
    const other = new Set(uids(await planOf({ hotspots: nasty, shifts: plan.request.shifts, seed: 8 })));
    expect(uids(plan).some((uid) => other.has(uid))).toBe(false);
  });

  it('the calendar of one pair holds its visits alone', () => {
    const own = timetableRows(plan).filter(({ kind, shift, pair }) => kind === 'visit' && shift === 'late' && pair === 2);
    expect(unfolded(calendarText(plan, { made, only: { shift: 'late', pair: 2 } })).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(own.length);
  });

  it.each([['spring', '2025-03-29', '2025-03-30'], ['autumn', '2025-10-25', '2025-10-26']])('the calendar’s times are right on both sides of the change in %s', async (_season, from, sunday) => {
    const night = await planOf({ from, days: 2, rule: ruleOf('home-office', { peakShare: 1 }), shifts: [shiftOf({ start: 22 * 60, end: 6 * 60, pairs: 3 })] });
    const rows = timetableRows(night).filter(({ kind }) => kind === 'visit');
    const lines = unfolded(calendarText(night, { made, only: null }));
    const starts = lines.filter((line) => line.startsWith('DTSTART:')).map((line) => line.slice(8));
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
    const read = starts.map((text) => shown.format(new Date(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))));
    expect(read).toEqual(rows.map(({ date, from: time }) => `${date} ${time}`));
    expect(rows.some(({ date, from: time }) => date === sunday && time < '01:00')).toBe(true);
    expect(rows.some(({ date, from: time }) => date === sunday && time >= '02:00' && time < '06:00')).toBe(true);
    expect(rows.some(({ date, from: time }) => date === '2025-03-30' && time >= '01:00' && time < '02:00')).toBe(false);
  });

  it('GPX: a waypoint per hotspot, a route per pair with visits from base to base, all text escaped', () => {
    const gpx = gpxText(plan);
    expect(gpx).toContain('<gpx version="1.1" creator="Hotspot Atlas" xmlns="http://www.topografix.com/GPX/1/1"');
    expect(gpx.match(/<wpt /g)).toHaveLength(6);
    const used = plan.duties.filter(({ stops }) => stops.some(({ kind }) => kind === 'visit'));
    expect(gpx.match(/<rte>/g)).toHaveLength(used.length);
    const points = used.reduce((sum, { stops, shift }) => sum + stops.filter(({ kind }) => kind === 'visit').length + (shift === 'late' ? 2 : 0), 0);
    expect(gpx.match(/<rtept /g)).toHaveLength(points);
    expect(gpx).toContain('&lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt;');
    expect(gpx).toContain('Police &lt;station&gt;');
    expect(gpx).not.toContain('<b>');
    expect(gpx).not.toContain('\u0007');
    // Every tag that opens closes: a stack is enough for what we write.
    const stack: (string | undefined)[] = [];
    const astray: (string | undefined)[] = [];
    for (const [, close, name, end] of gpx.replace(/<\?.*?\?>/, '').matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
      if (!close && !end) stack.push(name);
      else if (close && stack.pop() !== name) astray.push(name);
    }
    expect([stack, astray]).toEqual([[], []]);
  });

  it('GeoJSON: a point per hotspot and a line per pair, in longitude and latitude', () => {
    const { type, features } = collection.parse(JSON.parse(geoJsonText(plan)));
    expect(type).toBe('FeatureCollection');
    const points = features.filter(({ geometry }) => geometry.type === 'Point');
    expect(points.map(({ id }) => id)).toEqual(plan.request.hotspots.map(({ id }) => id));
    expect(points[0]?.geometry.coordinates).toEqual([plan.request.hotspots[0]!.longitude, plan.request.hotspots[0]!.latitude]);
    expect(points.reduce((sum, { properties }) => sum + (properties.visits?.length ?? 0), 0)).toBe(timetableRows(plan).filter(({ kind }) => kind === 'visit').length);
    expect(features.some(({ geometry }) => geometry.type === 'LineString')).toBe(true);
  });
});
