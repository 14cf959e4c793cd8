import type { PlanRequest } from '../../src/model/patrol.ts';
import { makePlan } from '../../src/patrol/makePlan.ts';
import { largeRequest, ruleOf, shiftOf } from '../unit/patrol/sample.ts';

/**
 * Times the planner for 28 days, 60 hotspots and 20 pairs: `npx tsx tests/bench/patrol.ts`. Processor time stands
 * beside the clock's: on a machine that others use too it is the steadier of the two.
 */
const RUNS = 3;
const middle = (values: readonly number[]): string => (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(0);
const many = (): PlanRequest => largeRequest({ shifts: [
  shiftOf({ id: 'day', title: 'Day', start: 8 * 60, end: 16 * 60, pairs: 20 }), shiftOf({ pairs: 20 }),
] });
const scenes: readonly (readonly [string, PlanRequest])[] = [
  ['Home Office minimum, 20 pairs a day in 3 shifts', largeRequest()],
  ['the same, shifts that do not overlap', largeRequest({ shifts: [
    shiftOf({ id: 'early', title: 'Early', start: 6 * 60, end: 14 * 60, pairs: 6 }), shiftOf({ end: 22 * 60, pairs: 8 }),
    shiftOf({ id: 'night', title: 'Night', start: 22 * 60, end: 6 * 60, pairs: 6 }),
  ] })],
  ['Home Office minimum, at most 120 minutes of patrol a shift', largeRequest({ shifts: largeRequest().shifts.map((shift) => ({ ...shift, patrolMinutes: 120 })) })],
  ['Home Office minimum, 20 pairs in each of 2 shifts', many()],
  ['Operation Rowan', largeRequest({ rule: ruleOf('rowan') })],
  ['small squares daily', largeRequest({ rule: ruleOf('small-squares') })],
  ['Koper (short of officers: with search for pairs)', largeRequest({ rule: ruleOf('koper') })],
  ['Home Office minimum, one pair on foot (short)', largeRequest({ shifts: [shiftOf({ pairs: 1, mode: 'on-foot' })] })],
];

for (const [title, request] of scenes) {
  const times: number[] = [];
  const processor: number[] = [];
  let line = '';
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    const used = process.cpuUsage();
    const outcome = await makePlan(request);
    times.push(performance.now() - started);
    processor.push(process.cpuUsage(used).user / 1000);
    if (!outcome.ok) throw new Error(outcome.problem.what);
    const { duties, value, shortage } = outcome.value;
    const visits = duties.flatMap(({ stops }) => stops).filter(({ kind }) => kind === 'visit').length;
    const bound = value.upperBound === null ? 'no bound' : `${(100 * value.objective / value.upperBound).toFixed(1)}% of the bound`;
    const short = shortage ? `${shortage.visits} missing, ${JSON.stringify(shortage.addition)}` : 'rule met';
    line = `${visits} visits, ${bound}, covered ${(100 * value.covered / value.expected).toFixed(1)}% of events, ${short}`;
  }
  console.log(`${title}: median ${middle(times)} ms, processor ${middle(processor)} ms; ${line}`);
}
