import { describe, expect, it } from 'vitest';
import { CLASS, REASON } from '../../../src/model/measures.ts';
import { SUPPRESSED, type Evaluation } from '../../../src/model/results.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { evaluateRequest } from '../../../src/worker/evaluate.ts';
import { hiddenInGroups, hideSmall } from '../../../src/worker/smallCounts.ts';
import { hideAges, hideFlags } from '../../../src/worker/victimDisclosure.ts';
import { randomScene, randomSelection } from '../aggregation/scene.ts';
import { seededRandom } from '../tables/seededRandom.ts';

const THRESHOLD = 5;

function evaluated(selection: Selection, input: AggregationInput, disclosureThreshold: number): Evaluation {
  const outcome = evaluateRequest({ pack: 'p', dataSet: 'random', selection, confidence: 95, benchmark: { kind: 'county' }, detail: true }, { ...input, entry: { ...input.entry, disclosureThreshold } });
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

/** Every count of an evaluation, by name. */
function countsOf(evaluation: Evaluation): [string, number][] {
  const lists = {
    count: evaluation.areas.count, victims: evaluation.areas.victims, byMonth: evaluation.byMonth, byMonthOfYear: evaluation.byMonthOfYear,
    byWeekdayHour: evaluation.byWeekdayHour ?? [], byKind: evaluation.byKind, byAge: evaluation.byAge ?? [], bySex: evaluation.bySex ?? [], byFlag: evaluation.byFlag ?? [], byAgeSex: evaluation.detail?.byAgeSex ?? [],
    byBorough: Object.values(evaluation.byBorough), byHub: Object.values(evaluation.byHub), byWard: Object.values(evaluation.byWard), byNteHotspot: Object.values(evaluation.byNteHotspot),
    totals: [evaluation.matching, evaluation.matchingVictims, evaluation.ageUnknown, evaluation.withoutLocation, evaluation.outsideCounty, evaluation.atMidnight],
    rates: [evaluation.county, evaluation.chosen, ...Object.values(evaluation.boroughs), ...evaluation.detail?.byDecile ?? []].flatMap(({ count, rate, dsr }) => [count, rate.events, dsr?.events ?? 0]),
  };
  return Object.entries(lists).flatMap(([name, values]) => Array.from(values, (value, i): [string, number] => [`${name} ${i}`, value]));
}

function scenes(): { input: AggregationInput; selection: Selection }[] {
  return Array.from({ length: 40 }, (_, seed) => {
    const random = seededRandom(500 + seed);
    const { input } = randomScene(random, { rows: 350, areas: 14, dirty: false });
    return { input, selection: { ...randomSelection(random, input), types: null } };
  });
}

describe('disclosure threshold', () => {
  it('shows no count from 1 to the threshold - 1 anywhere, and every other count as it is or hidden', () => {
    let hidden = 0;
    for (const { input, selection } of scenes()) {
      const open = countsOf(evaluated(selection, input, 0));
      const guarded = countsOf(evaluated(selection, input, THRESHOLD));
      for (const [i, [name, value]] of guarded.entries()) {
        expect([name, value > 0 && value < THRESHOLD]).toEqual([name, false]);
        expect([name, value === SUPPRESSED || value === open[i]?.[1]]).toEqual([name, true]);
        if (value === SUPPRESSED) hidden += 1;
      }
    }
    expect(hidden).toBeGreaterThan(500);
  });

  it('hides rate, limits, class and months needed with the count', () => {
    const seen = { areas: 0 };
    for (const { input, selection } of scenes()) {
      const { areas } = evaluated(selection, input, THRESHOLD);
      for (const [area, count] of areas.count.entries()) {
        if (count !== SUPPRESSED) continue;
        seen.areas += 1;
        expect([areas.rate[area], areas.rateLower[area], areas.rateUpper[area]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
        expect(areas.rateReason[area]).toBe(REASON.belowThreshold);
        expect(areas.rateClass[area]).toBe(CLASS.tooFew);
        expect(areas.monthsNeededRate[area]).toBe(65535);
        expect(areas.victims[area]).toBe(SUPPRESSED);
        expect(areas.dsr[area]).toBeNaN();
        expect(areas.monthsNeededDsr[area]).toBe(65535);
      }
    }
    expect(seen.areas).toBeGreaterThan(50);
  });

  it('gives no hidden area away by subtraction from its borough, the county or any place', () => {
    for (const { input, selection } of scenes()) {
      const guarded = evaluated(selection, input, THRESHOLD);
      const { borough } = input.areas;
      for (const column of [guarded.areas.count, guarded.areas.victims]) {
        for (const id of ['B1', 'B2']) {
          const hidden = [...column.keys()].filter((area) => borough[area] === id && column[area] === SUPPRESSED);
          const total = column === guarded.areas.count ? guarded.boroughs[id]?.count : SUPPRESSED;
          expect(hidden.length === 1 && total !== SUPPRESSED).toBe(false);
        }
      }
      const chosenHidden = [...guarded.areas.count.keys()].filter((area) => guarded.areas.inPlace[area] === 1 && guarded.areas.count[area] === SUPPRESSED);
      expect(chosenHidden.length === 1 && guarded.matching !== SUPPRESSED).toBe(false);
    }
  });

  it('hides totals and charts of chosen places that take in one hidden area', () => {
    let found = 0;
    for (const { input } of scenes()) {
      const whole = evaluated(EVERYTHING, input, THRESHOLD);
      for (const ward of input.places.ward.ids) {
        const chosen = evaluated({ ...EVERYTHING, wards: [ward] }, input, THRESHOLD);
        const hidden = [...whole.areas.count.keys()].filter((area) => input.areas.wardId[area] === ward && whole.areas.count[area] === SUPPRESSED);
        if (hidden.length !== 1) continue;
        found += 1;
        expect(whole.byWard[ward]).toBe(SUPPRESSED);
        expect(chosen.matching).toBe(SUPPRESSED);
        expect(chosen.chosen.rate).toMatchObject({ events: SUPPRESSED, reason: REASON.belowThreshold });
        // Months without any stay zero, which is not the same as withheld.
        expect([...chosen.byMonth].filter((count) => count !== SUPPRESSED && count !== 0)).toEqual([]);
        expect([...chosen.byMonth].filter((count) => count === SUPPRESSED)).not.toEqual([]);
      }
    }
    expect(found).toBeGreaterThan(0);
  });

  it('hides flags that few offences carry, or all but few, and several chosen ones', () => {
    const bars = Uint32Array.of(3, 40, 98, 96, 0, 100, 20);
    hideFlags(bars, 5, new Uint8Array(7).fill(1), 100);
    expect([...bars]).toEqual([SUPPRESSED, 40, SUPPRESSED, SUPPRESSED, 0, 100, 20]);
    const chosen = Uint32Array.of(30, 40, 98, 0, 0, 2, 20);
    hideFlags(chosen, 5, Uint8Array.of(1, 1, 0, 0, 0, 0, 0), 69);
    expect([...chosen]).toEqual([SUPPRESSED, SUPPRESSED, 98, 0, 0, SUPPRESSED, 20]);
  });

  it('hides a second age band, not the unknown ages, because the bands’ sum is the rate’s events', () => {
    const bars = Uint32Array.from({ length: 20 }, (_, age) => (age === 4 ? 3 : age === 7 ? 20 : age === 19 ? 6 : 50));
    hideAges(bars, 5, new Uint8Array(20).fill(1));
    expect([...bars.keys()].filter((age) => bars[age] === SUPPRESSED)).toEqual([4, 7]);
    const unknown = Uint32Array.from({ length: 20 }, (_, age) => (age === 19 ? 2 : 50));
    hideAges(unknown, 5, new Uint8Array(20).fill(1));
    expect([...unknown.keys()].filter((age) => unknown[age] === SUPPRESSED)).toEqual([19]);
  });

  it('compares with nothing that is hidden, and says neither ratio nor funnel of it', () => {
    const seen = { hidden: 0 };
    for (const { input } of scenes()) {
      for (const benchmark of [{ kind: 'own-borough' }, { kind: 'borough', borough: 'B1' }, { kind: 'selection', title: 'A ward', selection: { ...EVERYTHING, wards: ['w1'] } }] as const) {
        const outcome = evaluateRequest({ pack: 'p', dataSet: 'random', selection: { ...EVERYTHING, boroughs: ['B2'] }, confidence: 'fdr', benchmark, detail: false }, { ...input, entry: { ...input.entry, disclosureThreshold: 60 } });
        if (!outcome.ok) throw new Error(outcome.problem.what);
        const { areas, benchmark: one, ratio, funnel, boroughs, chosen } = outcome.value;
        const against = (area: number): number => (benchmark.kind === 'own-borough' ? boroughs[input.areas.borough[area] ?? '']?.rate : one.rate)?.reason ?? REASON.noPopulation;
        areas.rateBenchmark.forEach((value, area) => {
          const without = against(area) !== REASON.given;
          expect([Number.isNaN(value), without && (areas.rateClass[area] ?? 0) >= CLASS.lower, without && !Number.isNaN(areas.rateAdjustedP[area])]).toEqual([without, false, false]);
          if (against(area) === REASON.belowThreshold) seen.hidden += 1;
        });
        expect([ratio === null || (one.rate?.reason === REASON.given && chosen.rate.reason === REASON.given), funnel.rate === null || one.rate?.reason === REASON.given]).toEqual([true, true]);
        expect([...areas.count].filter((count, area) => count === SUPPRESSED && !Number.isNaN(areas.rateAdjustedP[area]))).toEqual([]);
      }
    }
    expect(seen.hidden).toBeGreaterThan(50);
  });

  it('ranks small counts alike', () => {
    for (const { input, selection } of scenes().slice(0, 10)) {
      const open = evaluated(selection, input, 0).areas.count;
      const { countQuintile } = evaluated(selection, input, THRESHOLD).areas;
      const classes = new Set([...open.keys()].filter((area) => (open[area] ?? 0) > 0 && (open[area] ?? 0) < THRESHOLD).map((area) => countQuintile[area]));
      expect(classes.size).toBeLessThanOrEqual(1);
    }
  });

  it('changes nothing where there is no threshold, or one of 1', () => {
    const [{ input, selection } = { input: null, selection: EVERYTHING }] = scenes();
    if (!input) throw new Error('no scene');
    const plain = evaluated(selection, input, 0);
    expect({ ...evaluated(selection, input, 1), elapsed: 0 }).toEqual({ ...plain, elapsed: 0 });
  });
});

describe('hiddenInGroups', () => {
  it('hides the next smallest of a group in which one count is small', () => {
    expect([...hiddenInGroups(Uint32Array.of(3, 40, 20, 0, 9), 5, [0, 0, 0, 0, 1], new Uint8Array(5))]).toEqual([1, 0, 1, 0, 0]);
  });

  it('leaves a group with two small counts, and one with only zeros beside the small one', () => {
    expect([...hiddenInGroups(Uint32Array.of(3, 2, 20, 1, 0), 5, [0, 0, 0, 1, 1], new Uint8Array(5))]).toEqual([1, 1, 0, 1, 0]);
  });

  it('leaves no bar of a chart alone hidden', () => {
    const bars = Uint32Array.of(0, 4, 8, 6);
    hideSmall(bars, 5, [1, 1, 1, 1]);
    expect([...bars]).toEqual([0, SUPPRESSED, 8, SUPPRESSED]);
  });

  it('leaves no chosen bar alone hidden, because their total stands beside the chart', () => {
    const bars = Uint32Array.of(3, 4, 20, 30);
    hideSmall(bars, 5, [0, 1, 1, 0]);
    expect([...bars]).toEqual([SUPPRESSED, SUPPRESSED, SUPPRESSED, 30]);
  });
});
