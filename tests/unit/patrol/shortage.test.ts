import { describe, expect, it } from 'vitest';
import { assessCapacity } from '../../../src/patrol/capacity.ts';
import { makePlan } from '../../../src/patrol/makePlan.ts';
import type { PlanRequest } from '../../../src/model/patrol.ts';
import type { PatrolPlan } from '../../../src/model/patrolPlan.ts';
import { withPairs } from '../../../src/patrol/withPairs.ts';
import { checkPlan } from './checkPlan.ts';
import { hotspotsOf, requestOf, ruleOf, shiftOf } from './sample.ts';

async function planOf(request: PlanRequest): Promise<PatrolPlan> {
  const outcome = await makePlan(request);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

/** Twelve hotspots at one point, visited daily for 15 minutes by pairs with 60 minutes each: four visits a pair, three pairs a day. */
const atOnePoint = hotspotsOf(12, 2, true).map((hotspot) => ({ ...hotspot, longitude: -0.4, latitude: 51.9 }));
const daily = (pairs: number, days = 7): PlanRequest => requestOf({
  hotspots: atOnePoint, days, rule: ruleOf('small-squares'), shifts: [shiftOf({ pairs, patrolMinutes: 60, pause: null })],
});

describe('capacity, before planning', () => {
  it('is exact where every way is nothing: three pairs are enough, two are four visits a day short', () => {
    expect(assessCapacity(daily(3))).toMatchObject({ verdict: 'not-excluded', short: 0, unreachable: [] });
    expect(assessCapacity(daily(2))).toMatchObject({ verdict: 'impossible', short: 4, worst: { days: 1, needed: 12, most: 8 } });
  });

  it('finds the hub that is short where the whole is not', () => {
    // Five pairs could make 18 visits, but the one of central-south has time for two of its four.
    const shift = { pairs: 4, patrolMinutes: 60, pause: null };
    const shifts = [shiftOf({ ...shift, id: 'a', hubs: ['luton-south', 'north-urban'] }), shiftOf({ ...shift, id: 'b', hubs: ['central-south'], pairs: 1, patrolMinutes: 30 })];
    expect(assessCapacity({ ...daily(3), shifts })).toMatchObject({ verdict: 'impossible', short: 2, worst: { hub: 'central-south', needed: 4, most: 2 } });
  });

  it('names hotspots that no shift can visit in their peak hours', () => {
    const request = requestOf({ shifts: [shiftOf({ start: 8 * 60, end: 11 * 60, pause: null })] });
    const { verdict, unreachable } = assessCapacity(request);
    expect(verdict).toBe('impossible');
    expect(unreachable.length).toBeGreaterThan(0);
  });

  it('never excludes what the planner then does', async () => {
    for (const pairs of [1, 2, 3, 4]) {
      for (const rule of ['home-office', 'rowan', 'small-squares', 'koper']) {
        const request = requestOf({ hotspots: hotspotsOf(15), days: 6, rule: ruleOf(rule), shifts: [shiftOf({ pairs })] });
        const { capacity, shortage } = await planOf(request);
        expect(shortage === null && capacity.verdict === 'impossible', `${rule}, ${pairs} pairs`).toBe(false);
        expect(shortage?.visits ?? 0).toBeGreaterThanOrEqual(capacity.short);
      }
    }
  });
});

describe('shortage, after planning', () => {
  it('is none with three pairs, exactly four visits a day with two, and one more pair on every day would do', async () => {
    expect((await planOf(daily(3))).shortage).toBeNull();
    const { shortage, request } = await planOf(daily(2));
    expect(shortage).toMatchObject({ visits: 28, perDay: 4 });
    expect(shortage?.addition).toMatchObject({ missing: 0, method: 'search' });
    expect(shortage?.addition?.pairs.toSorted((a, b) => a.weekday - b.weekday)).toEqual([0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ shift: 'late', weekday, pairs: 1 })));
    expect(request.days).toBe(7);
  });

  it('finds the one pair on the one day that lacks it', async () => {
    const shifts = [shiftOf({ pairs: 3, days: [0, 1, 2, 3, 5, 6], patrolMinutes: 60, pause: null }), shiftOf({ id: 'friday', days: [4], pairs: 2, patrolMinutes: 60, pause: null })];
    const { shortage } = await planOf({ ...daily(3), shifts });
    expect(shortage).toMatchObject({ visits: 4, addition: { pairs: [{ shift: 'friday', weekday: 4, pairs: 1 }], missing: 0, method: 'search' } });
    expect(shortage?.hotspots.every(({ dates, reason }) => dates.join() === '2025-05-09' && reason === 'no-officers-left')).toBe(true);
  });

  it('the pairs it names do: the plan with them meets the rule', async () => {
    const scenes = [
      requestOf({ hotspots: hotspotsOf(40), shifts: [shiftOf({ pairs: 1, mode: 'on-foot' })] }),
      requestOf({ hotspots: hotspotsOf(20), days: 7, rule: ruleOf('small-squares'), shifts: [shiftOf({ pairs: 1 }), shiftOf({ id: 'night', title: 'Night', start: 22 * 60, end: 6 * 60, pairs: 1 })] }),
      requestOf({ days: 7, rule: ruleOf('koper') }),
    ];
    for (const request of scenes) {
      const { shortage } = await planOf(request);
      expect(shortage?.addition).toMatchObject({ missing: 0 });
      const shifts = withPairs(request.shifts, shortage?.addition?.pairs ?? []);
      const helped = await planOf({ ...request, shifts });
      expect(checkPlan(helped)).toEqual([]);
      expect(helped.shortage).toBeNull();
    }
  });

  it('added pairs part a shift only where its weekdays differ, and lose none', () => {
    const [late, night] = [shiftOf(), shiftOf({ id: 'night', title: 'Night', pairs: 1 })];
    const every = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ shift: 'late', weekday, pairs: 1 }));
    expect(withPairs([late, night], every)).toEqual([{ ...late, pairs: 3 }, night]);
    expect(withPairs([late, night], [{ shift: 'night', weekday: 5, pairs: 2 }, { shift: 'night', weekday: 4, pairs: 2 }])).toEqual([
      late, { ...night, days: [0, 1, 2, 3, 6] }, { ...night, id: 'night-2-more', title: 'Night with 2 more', days: [4, 5], pairs: 3 },
    ]);
  });

  it('does not ask for officers where no shift is there in the peak hours', async () => {
    const { shortage } = await planOf(requestOf({ shifts: [shiftOf({ start: 8 * 60, end: 9 * 60, pause: null, pairs: 30 })], rule: ruleOf('home-office', { peakShare: 0.2 }) }));
    expect(shortage?.hotspots.length).toBeGreaterThan(0);
    expect(shortage?.hotspots.every(({ reason }) => reason === 'no-shift-in-peak')).toBe(true);
    expect(shortage?.addition).toBeNull();
  });

  it.each(['home-office', 'rowan', 'small-squares', 'koper'])('is none for the rule %s where there are officers enough', async (rule) => {
    const shifts = [shiftOf({ id: 'early', start: 7 * 60, end: 15 * 60, pairs: 25 }), shiftOf({ pairs: 25 }), shiftOf({ id: 'night', start: 22 * 60, end: 7 * 60, pairs: 25 })];
    const plan = await planOf(requestOf({ hotspots: hotspotsOf(30), days: 4, rule: ruleOf(rule, { extraVisits: false }), shifts }));
    expect(plan.shortage).toBeNull();
    expect(checkPlan(plan)).toEqual([]);
  });

  it('counts what is missing: between visits g days apart, ceil(g / 3) - 1', async () => {
    // A shift on Mondays only: two visits are missing in each of two weeks.
    const { shortage } = await planOf(requestOf({ hotspots: atOnePoint, shifts: [shiftOf({ days: [0] })] }));
    expect(shortage?.visits).toBe(12 * 4);
    expect(shortage?.hotspots[0]?.dates).toEqual(['2025-05-08', '2025-05-09', '2025-05-10', '2025-05-11', '2025-05-15', '2025-05-16', '2025-05-17', '2025-05-18']);
    // With the last visit on the Saturday before, Monday is early enough; with one three weeks before it is overdue at once.
    const late = await planOf(requestOf({ hotspots: atOnePoint, days: 2, shifts: [shiftOf({ days: [1] })], lastVisits: Object.fromEntries(atOnePoint.map(({ id }, i) => [id, i % 2 === 0 ? '2025-05-03' : '2025-04-14'])) }));
    expect(late.shortage?.visits).toBe(6);
    expect(late.shortage?.hotspots.every(({ dates }) => dates.join() === '2025-05-05')).toBe(true);
  });
});
