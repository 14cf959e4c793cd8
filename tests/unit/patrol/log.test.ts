import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/patrol/makePlan.ts';
import { gapState } from '../../../src/patrol/log/gaps.ts';
import { lastVisitsBefore, logCompliance } from '../../../src/patrol/log/logCompliance.ts';
import { readVisitLog, type LogRow } from '../../../src/patrol/log/readLog.ts';
import { timetableRows } from '../../../src/patrol/results/rows.ts';
import { london } from './checkPlan.ts';
import { requestOf, ruleOf } from './sample.ts';

const HOTSPOTS = [{ id: 'E01', title: 'The Mall' }, { id: 'E02', title: 'High Street' }];
const row = (start: string, end: string, hotspot = 'E01'): LogRow => ({ hotspot, start, end });
const clock = (moment: number): string => {
  const { date, hour, minute } = london(Math.floor(moment));
  return `${date} ${hour}:${String(minute).padStart(2, '0')}`;
};

describe('reading a log of visits', () => {
  it('reads ISO and British dates, seconds, UTC and an end that is a time alone', () => {
    const { visits, setAside } = readVisitLog([
      row('2025-03-03 14:05', '2025-03-03 14:20'), row('03/03/2025 15:05', '15:20', 'the mall '), row('2025-03-03T16:05:30', '16:20:15', 'High Street'),
      row('2025-06-03T14:05Z', '2025-06-03T14:20Z'), row('2025-03-03 23:50', '00:10'),
    ], HOTSPOTS);
    expect(setAside).toEqual([]);
    expect(visits.map(({ hotspot, start, end }) => `${hotspot} ${clock(start)} ${clock(end)}`)).toEqual([
      'E01 2025-03-03 14:05 2025-03-03 14:20', 'E01 2025-03-03 15:05 2025-03-03 15:20', 'E02 2025-03-03 16:05 2025-03-03 16:20',
      'E01 2025-06-03 15:05 2025-06-03 15:20', 'E01 2025-03-03 23:50 2025-03-04 0:10',
    ]);
    expect(visits[2]!.end - visits[2]!.start).toBeCloseTo(14.75, 9);
  });

  it('keeps or counts every row, under a reason and with its line', () => {
    const rows = [
      row('2025-03-03 14:05', '14:20'), row('2025-03-03 14:05', '14:20'), row('2025-03-03 14:05', '14:20', ''), row('2025-03-03 14:05', '14:20', 'E09'),
      row('', '14:20'), row('yesterday', '14:20'), row('2025-02-30 14:05', '14:20'), row('2025-03-03 25:05', '14:20'), row('2025-03-03 14:05', 'soon'), row('2025-03-03 14:05', ''),
      row('2025-03-03 14:05', '2025-03-03 14:00'), row('2025-03-03 14:05', '14:05'), row('2025-03-03 14:05', '2025-03-05 14:05'), row('2025-03-30 01:30', '02:30'),
    ];
    const log = readVisitLog(rows, HOTSPOTS);
    expect(log.rows).toBe(log.visits.length + log.setAside.reduce((sum, { lines }) => sum + lines.length, 0));
    expect(Object.fromEntries(log.setAside.map(({ reason, lines }) => [reason, lines]))).toEqual({
      'twice': [3], 'no-hotspot': [4], 'unknown-hotspot': [5], 'no-start': [6], 'bad-start': [7, 8, 9], 'bad-end': [10, 11], 'ends-before-start': [12, 13], 'longer-than-a-day': [14], 'no-such-time': [15],
    });
  });

  it('knows the hour that autumn repeats', () => {
    const { visits } = readVisitLog([row('2025-10-26 01:50', '01:05'), row('2025-10-26 00:50', '01:05'), row('2025-10-26 00:50', '02:05')], HOTSPOTS);
    expect(visits.map(({ start, end }) => end - start)).toEqual([15, 15, 135]);
  });
});

describe('compliance of a log', () => {
  const question = { hotspots: HOTSPOTS, rule: ruleOf('home-office'), from: '2025-03-03', to: '2025-03-12', plan: null };

  it('counts full visits for the three-day rule and tells short ones, gaps and overdue dates', () => {
    const log = readVisitLog([
      row('2025-03-02 14:00', '14:15'), row('2025-03-05 14:00', '14:15'), row('2025-03-08 14:00', '14:14'), row('2025-03-10 14:00', '14:30'), row('2025-03-20 14:00', '14:30'),
    ], HOTSPOTS);
    const { hotspots: [mall, street] } = logCompliance(log, question);
    expect(mall).toEqual({ hotspot: 'E01', visits: 2, tooShort: 1, largestGap: 5, daysSince: 2, overdue: ['2025-03-08', '2025-03-09'], planned: null });
    expect(street).toMatchObject({ visits: 0, largestGap: null, daysSince: null });
    expect(street?.overdue).toHaveLength(8);
    expect(lastVisitsBefore(log, '2025-03-10', 15)).toEqual({ E01: '2025-03-05' });
    expect(() => logCompliance(log, { ...question, to: '2025-03-01' })).toThrow('no dates in order');
  });

  it('tells how each place stands on the last day: kept, overdue earlier or now, never visited', () => {
    const on = '2025-03-10';
    expect(gapState({ daysSince: 2, overdue: [] }, on)).toBe('kept');
    expect(gapState({ daysSince: 0, overdue: ['2025-03-07', '2025-03-08'] }, on)).toBe('gap-earlier');
    expect(gapState({ daysSince: 3, overdue: [on] }, on)).toBe('overdue');
    expect(gapState({ daysSince: null, overdue: [on] }, on)).toBe('no-visit');
  });

  it('finds a plan that was followed complete, and what was left out or added', async () => {
    const request = requestOf({ days: 5 });
    const outcome = await makePlan(request);
    const plan = outcome.ok ? outcome.value : null;
    const planned = plan ? timetableRows(plan).filter(({ kind, date }) => kind === 'visit' && date <= '2025-05-09') : [];
    const rows = planned.map(({ hotspot, date, from, until }) => ({ hotspot, start: `${date} ${from}`, end: until }));
    const asked = { hotspots: request.hotspots, rule: request.rule, from: '2025-05-05', to: '2025-05-09', plan };
    const total = (of: readonly LogRow[]): number[] => {
      const all = logCompliance(readVisitLog(of, request.hotspots), asked).hotspots.map((one) => one.planned);
      return (['made', 'missed', 'unplanned'] as const).map((field) => all.reduce((sum, one) => sum + (one?.[field] ?? 0), 0));
    };
    expect(total(rows)).toEqual([rows.length, 0, 0]);
    expect(total(rows.slice(5))).toEqual([rows.length - 5, 5, 0]);
    expect(total([...rows, { hotspot: rows[0]!.hotspot, start: '2025-05-05 03:00', end: '03:20' }])).toEqual([rows.length, 0, 1]);
  });
});
