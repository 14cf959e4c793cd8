import { beforeAll, describe, expect, it } from 'vitest';
import type { PatrolPlan } from '../../../src/model/patrolPlan.ts';
import { makePlan } from '../../../src/patrol/makePlan.ts';
import { gapsOf, planCompliance } from '../../../src/patrol/results/compliance.ts';
import { expectedEffect } from '../../../src/patrol/results/effect.ts';
import { pairLoads, timetableRows } from '../../../src/patrol/results/rows.ts';
import { sharesByHub, sharesByQuintile } from '../../../src/patrol/results/shares.ts';
import { capacityText, shortageText } from '../../../src/patrol/words.ts';
import { london } from './checkPlan.ts';
import { hotspotsOf, requestOf, ruleOf, shiftOf } from './sample.ts';

async function planOf(request = requestOf()): Promise<PatrolPlan> {
  const outcome = await makePlan(request);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

describe('results of a plan', () => {
  let plan: PatrolPlan;
  beforeAll(async () => {
    plan = await planOf();
  });

  it('the timetable has every stop once, in order of time, with local times', () => {
    const rows = timetableRows(plan);
    expect(rows).toHaveLength(plan.duties.flatMap(({ stops }) => stops).length);
    expect(rows.every((row, i) => i === 0 || row.start >= rows[i - 1]!.start)).toBe(true);
    for (const { start, date, from } of rows) {
      const at = london(start);
      expect(`${date} ${from}`).toBe(`${at.date} ${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`);
    }
  });

  it('minutes of each pair add up to its shifts', () => {
    const loads = pairLoads(plan);
    expect(loads).toHaveLength(4);
    for (const { visitMinutes, travelMinutes, breakMinutes, idleMinutes, total, visits, shift } of loads) {
      expect(visitMinutes + travelMinutes + breakMinutes + idleMinutes).toBe(total);
      expect(total).toBe(14 * (shift === 'late' ? 600 : 480));
      expect(visitMinutes).toBe(15 * visits);
      expect(breakMinutes).toBe(14 * 45);
      expect(idleMinutes).toBeGreaterThanOrEqual(0);
    }
  });

  it('shares add up to one, by hub and by quintile', () => {
    for (const shares of [sharesByHub(plan), sharesByQuintile(plan)]) {
      for (const field of ['expectedShare', 'visitShare', 'minuteShare'] as const) expect(shares.reduce((sum, row) => sum + row[field], 0)).toBeCloseTo(1, 12);
      expect(shares.reduce((sum, { hotspots }) => sum + hotspots, 0)).toBe(12);
      expect(shares.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(plan.value.expected, 6);
    }
    expect(sharesByQuintile(plan).map(({ group }) => group)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('every hotspot and so every hub has its minimum: no gap above three days', () => {
    for (const { largestGap, overdue, daysSince, visits } of planCompliance(plan)) {
      expect(visits).toBeGreaterThanOrEqual(4);
      expect(largestGap).toBeLessThanOrEqual(3);
      expect(daysSince).toBeLessThanOrEqual(2);
      expect(overdue).toEqual([]);
    }
  });

  it('compliance tells the same overdue dates as the shortage', async () => {
    const short = await planOf(requestOf({ hotspots: hotspotsOf(40), shifts: [shiftOf({ pairs: 1, mode: 'on-foot' })] }));
    for (const { hotspot, overdue } of planCompliance(short)) expect(overdue).toEqual(short.shortage?.hotspots.find((missing) => missing.hotspot === hotspot)?.dates ?? []);
    expect(shortageText(short.shortage, short.request.shifts)).toMatch(/^[\d.]+ visits a day short; \d+ more pairs? on (\w+day Late|Late every day|Late on [\w, ]+ and \w+)(; \d+ more pairs? on [\w, ]+)* would do/);
  });
});

describe('gaps between visits', () => {
  const stretch = { from: 100, until: 110, before: null };
  it('count from the last visit before to the day after the last day', () => {
    expect(gapsOf([101, 104, 104, 109], stretch, 3)).toEqual({ largestGap: 5, daysSince: 0, overdue: ['1970-04-18', '1970-04-19'] });
    expect(gapsOf([], { ...stretch, before: 95 }, null)).toEqual({ largestGap: 15, daysSince: 14, overdue: [] });
    expect(gapsOf([], stretch, 3)).toMatchObject({ largestGap: null, daysSince: null });
    expect(gapsOf([], stretch, 3).overdue).toHaveLength(8);
  });
});

describe('expected effect', () => {
  it('is none for a rule without a trial, and for one that was only observed', async () => {
    expect(expectedEffect(await planOf(requestOf({ days: 3 })))).toBeNull();
    expect(expectedEffect(await planOf(requestOf({ days: 1, rule: ruleOf('koper') })))).toBeNull();
  });

  it('for Operation Rowan ranges from no change to what that trial found, of the events of the days drawn', async () => {
    const plan = await planOf(requestOf({ rule: ruleOf('rowan') }));
    const effect = expectedEffect(plan);
    const byHand = plan.request.hotspots.reduce((sum, { id, profile }) => sum + (plan.drawn?.[id] ?? []).reduce((own, date) => {
      const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
      return own + profile!.slice(weekday * 24, weekday * 24 + 24).reduce((a, b) => a + b, 0);
    }, 0), 0);
    expect(plan.shortage).toBeNull();
    expect(effect?.events).toBeCloseTo(byHand, 9);
    expect(effect?.fewer[0]).toBe(0);
    expect(effect?.fewer[1]).toBeCloseTo(0.4 * byHand, 9);
    expect(effect?.text.join(' ')).toMatch(/Not a promise.*not significant/);
    expect(effect?.text.join(' ')).not.toContain('has been changed');
    expect(expectedEffect(await planOf(requestOf({ rule: ruleOf('rowan', { visitMinutes: 10 }) })))?.text.join(' ')).toContain('has been changed');
  });
});

describe('words', () => {
  it('say how short and what would do', () => {
    const shifts = [shiftOf()];
    const shortage = { visits: 28, perDay: 4, hotspots: [], addition: { pairs: [{ shift: 'late', weekday: 4, pairs: 2 }], missing: 0, method: 'search' as const } };
    expect(shortageText(shortage, shifts)).toBe('4 visits a day short; 2 more pairs on Friday Late would do');
    expect(shortageText({ ...shortage, visits: 1, perDay: 1 / 7, addition: { ...shortage.addition, method: 'not-pruned' } }, shifts)).toBe('1 visit short over the plan; 2 more pairs on Friday Late would do (fewer may do)');
    expect(shortageText({ ...shortage, addition: { ...shortage.addition, missing: 3, method: 'not-met' } }, shifts)).toContain('even with 2 more pairs on Friday Late, 3 visits would be missing');
    const many = { ...shortage.addition, pairs: [...[4, 0, 1, 2, 3, 5, 6].map((weekday) => ({ shift: 'late', weekday, pairs: 1 })), { shift: 'night', weekday: 6, pairs: 2 }, { shift: 'night', weekday: 5, pairs: 2 }] };
    expect(shortageText({ ...shortage, addition: many }, [...shifts, shiftOf({ id: 'night', title: 'Night' })])).toBe('4 visits a day short; 1 more pair on Late every day; 2 more pairs on Night on Saturday and Sunday would do');
    expect(shortageText(null, shifts)).toBeNull();
    expect(capacityText({ verdict: 'impossible', short: 4, unreachable: ['a'], worst: { from: '2025-05-05', days: 1, hub: '', needed: 12, most: 8 } }))
      .toBe('In the day from 2025-05-05 the rule needs 12 visits and the pairs on duty can make 8 at most: at least 4 short, whatever the plan. No shift is ever at 1 hotspot in its peak hours.');
  });
});
