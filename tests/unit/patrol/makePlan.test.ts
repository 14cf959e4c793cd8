import { describe, expect, it } from 'vitest';
import type { PlanRequest } from '../../../src/model/patrol.ts';
import type { PatrolPlan } from '../../../src/model/patrolPlan.ts';
import { makePlan } from '../../../src/patrol/makePlan.ts';
import { seeded } from '../../calibration/random.ts';
import { checkPlan, london, nextDate } from './checkPlan.ts';
import { hotspotsOf, requestOf, ruleOf, shiftOf } from './sample.ts';

export async function planOf(request: PlanRequest): Promise<PatrolPlan> {
  const outcome = await makePlan(request);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

const visitsOf = (plan: PatrolPlan) => plan.duties.flatMap(({ stops }) => stops).filter(({ kind }) => kind === 'visit');
const base = { title: 'Station', longitude: -0.42, latitude: 51.88 };

/** Requests of all kinds: rules, modes, hubs, bases, months only, logs, clock changes, too few officers. */
const REQUESTS: Readonly<Record<string, PlanRequest>> = {
  'Home Office minimum': requestOf(),
  'with a base and on foot': requestOf({ hotspots: hotspotsOf(30).filter(({ hub }) => hub === 'luton-south'), shifts: [shiftOf({ mode: 'on-foot', base })] }),
  'by months only': requestOf({ hotspots: hotspotsOf(9, 2, true) }),
  'with limited patrol minutes': requestOf({ shifts: [shiftOf({ patrolMinutes: 90, pairs: 4 })] }),
  'shifts of one hub each': requestOf({ shifts: ['luton-south', 'north-urban', 'central-south'].map((hub) => shiftOf({ id: hub, hubs: [hub] })) }),
  'no shift on Sundays and Mondays': requestOf({ shifts: [shiftOf({ days: [1, 2, 3, 4, 5] })] }),
  'too few officers': requestOf({ hotspots: hotspotsOf(40), shifts: [shiftOf({ pairs: 1, mode: 'on-foot' })] }),
  'no shift in the peak hours': requestOf({ shifts: [shiftOf({ start: 8 * 60, end: 11 * 60, pause: null })] }),
  'with a log before the plan': requestOf({ lastVisits: Object.fromEntries(hotspotsOf(12).slice(0, 9).map(({ id }, i) => [id, nextDate('2025-05-05', -1 - i)])) }),
  'Operation Rowan': requestOf({ rule: ruleOf('rowan') }),
  'small squares daily': requestOf({ rule: ruleOf('small-squares', { mostPerDay: 2 }) }),
  'Koper': requestOf({ rule: ruleOf('koper'), shifts: [shiftOf({ pairs: 14 }), shiftOf({ id: 'night', start: 22 * 60, end: 6 * 60, pairs: 10 })], days: 4 }),
  'over the night on which spring takes an hour': requestOf({ from: '2025-03-24', days: 9, rule: ruleOf('home-office', { peakShare: 0.7 }) }),
  'over the night on which autumn gives an hour': requestOf({ from: '2025-10-20', days: 9, rule: ruleOf('home-office', { peakShare: 0.7 }) }),
  'one day': requestOf({ days: 1 }),
};

describe('a plan, checked by code of its own', () => {
  it.each(Object.entries(REQUESTS))('%s: nobody in two places, everything within shift and peak, the rule kept or the shortage told', async (_title, request) => {
    const plan = await planOf(request);
    expect(checkPlan(plan)).toEqual([]);
    const { objective, upperBound, covered, expected } = plan.value;
    expect(objective).toBeLessThanOrEqual((upperBound ?? objective) * (1 + 1e-9));
    expect(covered).toBeLessThanOrEqual(expected * (1 + 1e-9));
  });

  it('drives far only for what the rule needs: further visits cost no more than half an hour of travel each', async () => {
    // Bedford is 28 km from the station in Luton: some 90 minutes by our estimate.
    const hotspots = hotspotsOf(12).filter(({ hub }) => hub !== 'central-south');
    const plan = await planOf(requestOf({ hotspots, shifts: [shiftOf({ pairs: 3, base })] }));
    const away = new Set(hotspots.filter(({ hub }) => hub === 'north-urban').map(({ id }) => id));
    const visits = plan.duties.map(({ stops }) => stops.filter(({ kind }) => kind === 'visit'));
    const trips = visits.filter((stops) => stops.some(({ hotspot }) => away.has(hotspot)));
    expect(trips.length).toBeGreaterThan(0);
    expect(trips.filter((stops) => !stops.some(({ hotspot, required }) => away.has(hotspot) && required))).toEqual([]);
    expect(visits.flat().some(({ required }) => !required)).toBe(true);
    // Out and back again once, not to and fro.
    for (const stops of trips) expect(stops.filter(({ hotspot }, i) => away.has(hotspot) !== away.has(stops[i - 1]?.hotspot ?? '')).length).toBeLessThanOrEqual(2);
  });

  it('the checker itself finds a visit moved by an hour, a visit left out and a visit in two places', async () => {
    const plan = await planOf(REQUESTS['Home Office minimum']!);
    const change = (edit: (duties: PatrolPlan['duties']) => PatrolPlan['duties']): string[] => checkPlan({ ...plan, duties: edit(plan.duties) });
    const busy = plan.duties.findIndex(({ stops }) => stops.length > 4);
    expect(change((duties) => duties.map((duty, i) => (i === busy ? { ...duty, stops: duty.stops.map((stop, k) => (k === 1 ? { ...stop, start: stop.start + 60, end: stop.end + 60 } : stop)) } : duty)))).not.toEqual([]);
    expect(change((duties) => duties.map((duty) => ({ ...duty, stops: duty.stops.filter(({ hotspot }) => hotspot !== plan.request.hotspots[3]?.id) })))).not.toEqual([]);
    expect(change((duties) => duties.map((duty, i) => (i === busy ? { ...duty, stops: [duty.stops[0]!, ...duty.stops] } : duty)))).not.toEqual([]);
    expect(change((duties) => duties.slice(1))).not.toEqual([]);
  });

  it('holds for requests drawn at random', async () => {
    const random = seeded(20);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    for (let round = 0; round < 12; round += 1) {
      const start = pick([6, 13, 17, 21]) * 60 + pick([0, 15, 40]);
      const request = requestOf({
        hotspots: hotspotsOf(3 + Math.floor(random() * 25), round + 1, round % 4 === 3), seed: round, days: 1 + Math.floor(random() * 10), from: nextDate('2025-03-20', Math.floor(random() * 220)),
        rule: ruleOf(pick(['home-office', 'rowan', 'small-squares', 'koper']), { peakShare: pick([0.3, 0.5, 1]), mostPerDay: pick([null, 3]) }),
        shifts: [
          shiftOf({ start, end: (start + pick([300, 480, 600])) % 1440, pairs: Math.floor(random() * 4), mode: pick(['on-foot', 'vehicle'] as const), base: pick([null, base]), pause: pick([null, { minutes: 30, from: 60, to: 200 }]) }),
          shiftOf({ id: 'second', days: [0, 2, 4, 5], hubs: pick([[], ['luton-south', 'north-urban']]), patrolMinutes: pick([null, 100]) }),
        ],
      });
      expect(checkPlan(await planOf(request)), `round ${round}`).toEqual([]);
    }
  });
});

describe('randomness', () => {
  it('gives the same plan for the same seed and another for another', async () => {
    const [first, again, other] = await Promise.all([planOf(requestOf()), planOf(requestOf()), planOf(requestOf({ seed: 8 }))]);
    expect(again).toEqual(first);
    expect(other.duties).not.toEqual(first.duties);
  });

  it('draws start times that differ from day to day and spread over the whole of the peak hours', async () => {
    // Few visits for many minutes, so that the times are the draw's own.
    const plan = await planOf(requestOf({
      hotspots: hotspotsOf(9, 2, true), days: 28, shifts: [shiftOf({ pairs: 3, pause: null })], rule: ruleOf('small-squares', { extraVisits: false }),
    }));
    const shares: number[] = [];
    for (const { id } of plan.request.hotspots) {
      const minutes = visitsOf(plan).filter(({ hotspot }) => hotspot === id).map(({ start }) => london(start).hour * 60 + london(start).minute);
      expect(minutes).toHaveLength(28);
      const repeats = minutes.slice(1).filter((minute, i) => Math.abs(minute - minutes[i]!) < 5).length;
      expect(repeats, 'within five minutes of the day before: 0.5 expected').toBeLessThanOrEqual(3);
      shares.push(...minutes.map((minute) => (minute - 14 * 60) / (600 - 15)));
    }
    // Kolmogorov and Smirnov against uniform: D = 1.63 / sqrt(n) is the 1% limit.
    const sorted = shares.toSorted((a, b) => a - b);
    const distance = Math.max(...sorted.map((share, i) => Math.max((i + 1) / sorted.length - share, share - i / sorted.length)));
    expect(distance).toBeLessThan(1.63 / Math.sqrt(sorted.length));
  });

  it('mixes the order of hotspots in a full shift: no start time of a hotspot is the rule', async () => {
    const plan = await planOf(requestOf({ hotspots: hotspotsOf(18).filter(({ hub }) => hub === 'luton-south'), days: 28, shifts: [shiftOf({ pairs: 2 })] }));
    for (const { id } of plan.request.hotspots) {
      const minutes = visitsOf(plan).filter(({ hotspot }) => hotspot === id).map(({ start }) => london(start).hour * 60 + london(start).minute);
      const quarters = new Map<number, number>();
      for (const minute of minutes) quarters.set(Math.floor(minute / 15), (quarters.get(Math.floor(minute / 15)) ?? 0) + 1);
      expect(Math.max(...quarters.values()) / minutes.length).toBeLessThan(0.25);
    }
  });
});

describe('progress and cancellation', () => {
  it('tells its steps and leaves room for messages in between', async () => {
    const steps = new Set<string>();
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    await makePlan(requestOf({ hotspots: hotspotsOf(40), days: 28 }), { onProgress: ({ step }) => steps.add(step) });
    clearInterval(timer);
    expect(steps.size).toBeGreaterThanOrEqual(2);
    expect(ticks).toBeGreaterThan(3);
  });

  it('stops with the reason of an abort, before or while it plans', async () => {
    const control = new AbortController();
    const planning = makePlan(requestOf({ hotspots: hotspotsOf(60), days: 28 }), { signal: control.signal, onProgress: () => control.abort(new Error('enough')) });
    await expect(planning).rejects.toThrow('enough');
    await expect(makePlan(requestOf(), { signal: AbortSignal.abort(new Error('never mind')) })).rejects.toThrow('never mind');
  });

  it('makes the same plan however often it is interrupted', async () => {
    const whole = await planOf(requestOf());
    const told = await makePlan(requestOf(), { onProgress: () => undefined });
    expect(told.ok && told.value).toEqual(whole);
  });
});

describe('requests that make no sense', () => {
  const shift = shiftOf();
  it.each<[string, Partial<PlanRequest>, RegExp]>([
    ['no hotspots', { hotspots: [] }, /no hotspots/],
    ['a hotspot twice', { hotspots: [...hotspotsOf(2), ...hotspotsOf(1)] }, /twice/],
    ['29 days', { days: 29 }, /1 to 28 days/],
    ['no date', { from: '2025-02-30' }, /not a date/],
    ['a break longer than its shift', { shifts: [{ ...shift, pause: { minutes: 45, from: 580, to: 600 } }] }, /break does not fit/],
    ['half a pair', { shifts: [{ ...shift, pairs: 1.5 }] }, /number of pairs/],
    ['a profile that does not add up', { hotspots: hotspotsOf(3).map((hotspot) => ({ ...hotspot, perWeek: 1 })) }, /add up/],
    ['a peak without hours', { rule: ruleOf('home-office', { peakShare: 0 }) }, /share above 0/],
  ])('%s: says what and where', async (_title, changes, what) => {
    const outcome = await makePlan(requestOf(changes));
    expect(outcome.ok).toBe(false);
    expect(outcome.ok ? '' : outcome.problem.what).toMatch(what);
  });
});
