import { describe, expect, it } from 'vitest';
import type { Benchmark } from '../../../src/model/benchmark.ts';
import { CLASS, REASON, type Confidence } from '../../../src/model/measures.ts';
import type { EvaluateRequest, Evaluation, GroupSummary, RateSummary } from '../../../src/model/results.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { twoSidedZ } from '../../../src/statistics/normalQuantile.ts';
import { evaluateRequest } from '../../../src/worker/evaluate.ts';
import { placeIndex } from '../../../src/tables/placeIndex.ts';
import { randomScene } from '../aggregation/scene.ts';
import { seededRandom } from '../tables/seededRandom.ts';

type Options = Partial<Pick<EvaluateRequest, 'benchmark' | 'confidence'>> & { readonly selection?: Partial<Selection> };

/** Areas that differ, with two boroughs, age, and offences with several victims. */
function scene(seed: number): AggregationInput {
  return randomScene(seededRandom(seed), { rows: 4000, areas: 30, kinds: 3, months: 24, hours: true, age: true, victims: true, dirty: false }).input;
}

function answered(input: AggregationInput, { selection = {}, confidence = 95, benchmark = { kind: 'county' } }: Options = {}): { value: Evaluation; notes: readonly string[] } {
  const outcome = evaluateRequest({ pack: 'p', dataSet: 'd', selection: { ...EVERYTHING, types: input.entry.kinds.map(({ type }) => type), ...selection }, confidence, benchmark, detail: false }, input);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome;
}

const evaluated = (input: AggregationInput, options?: Options): Evaluation => answered(input, options).value;

/** The class of each area from what the answer shows of it and the value it is compared with. */
function classesByHand({ areas }: Evaluation, kind: 'rate' | 'dsr', benchmarkOf: (area: number) => number): number[] {
  const [lower, upper, reason] = kind === 'rate' ? [areas.rateLower, areas.rateUpper, areas.rateReason] : [areas.dsrLower, areas.dsrUpper, areas.dsrReason];
  return [...reason].map((why, area) => {
    const benchmark = benchmarkOf(area);
    if (why === REASON.fewerThan10) return CLASS.tooFew;
    if (why !== REASON.given || Number.isNaN(benchmark)) return CLASS.noData;
    return (lower[area] ?? NaN) > benchmark ? CLASS.higher : (upper[area] ?? NaN) < benchmark ? CLASS.lower : CLASS.similar;
  });
}

function expectCompared(answer: Evaluation, rateOf: (area: number) => number, dsrOf: (area: number) => number): void {
  const { areas } = answer;
  expect([...areas.rateBenchmark]).toEqual([...areas.rateBenchmark].map((_, area) => rateOf(area)));
  expect([...areas.dsrBenchmark]).toEqual([...areas.dsrBenchmark].map((_, area) => dsrOf(area)));
  expect([...areas.rateClass]).toEqual(classesByHand(answer, 'rate', rateOf));
  expect([...areas.dsrClass]).toEqual(classesByHand(answer, 'dsr', dsrOf));
}

const valueOf = (group: GroupSummary | undefined, kind: 'rate' | 'dsr'): number => group?.[kind]?.value ?? NaN;
const WHERE: readonly Partial<Selection>[] = [{}, { boroughs: ['B2'] }, { wards: ['w1'], period: null }];

describe('what areas are compared with', () => {
  it('is the county, a borough or their own borough, for the same filter and whatever is chosen where', () => {
    const seen = new Set<number>();
    for (let seed = 1; seed <= 8; seed += 1) {
      const input = scene(seed);
      for (const selection of WHERE) {
        const county = evaluated(input, { selection });
        expectCompared(county, () => valueOf(county.county, 'rate'), () => valueOf(county.county, 'dsr'));
        expect([county.benchmark, county.ratio]).toEqual([{ rate: county.county.rate, dsr: county.county.dsr }, null]);
        const borough = evaluated(input, { selection, benchmark: { kind: 'borough', borough: 'B1' } });
        const alone = evaluated(input, { selection: { ...selection, boroughs: ['B1'], wards: null } });
        expect([borough.benchmark, borough.ratio]).toEqual([{ rate: alone.chosen.rate, dsr: alone.chosen.dsr }, null]);
        expectCompared(borough, () => valueOf(alone.chosen, 'rate'), () => valueOf(alone.chosen, 'dsr'));
        const own = evaluated(input, { selection, benchmark: { kind: 'own-borough' } });
        const ofOwn = (kind: 'rate' | 'dsr') => (area: number) => valueOf(county.boroughs[input.areas.borough[area] ?? ''], kind);
        expectCompared(own, ofOwn('rate'), ofOwn('dsr'));
        expect([own.benchmark, own.funnel, own.ratio]).toEqual([{ rate: null, dsr: null }, { rate: null, dsr: null }, null]);
        for (const answer of [borough, own]) {
          expect([answer.county, answer.boroughs, answer.chosen]).toEqual([county.county, county.boroughs, county.chosen]);
          for (const code of answer.areas.dsrClass) seen.add(code);
        }
      }
    }
    expect([CLASS.lower, CLASS.similar, CLASS.higher].filter((code) => !seen.has(code))).toEqual([]);
  });

  it('is that borough where the pack has only one, though each area’s own is asked for', () => {
    const input = scene(2);
    const areas = { ...input.areas, borough: input.areas.code.map(() => 'B1') };
    const one = { ...input, areas, places: placeIndex(areas, null) };
    const own = evaluated(one, { benchmark: { kind: 'own-borough' } });
    expect([own.benchmark, own.areas.rateClass]).toEqual([{ rate: own.boroughs['B1']?.rate, dsr: own.boroughs['B1']?.dsr }, evaluated(one).areas.rateClass]);
    expect([own.funnel.rate?.benchmark, own.funnel.dsr?.benchmark]).toEqual([own.county.rate.value, own.county.dsr?.value]);
  });

  it('is a typed value for one kind of rate; by the other no area has a class', () => {
    const input = scene(3);
    const county = evaluated(input);
    for (const of of ['rate', 'dsr'] as const) {
      const value = Math.round(valueOf(county.county, of)) * 1.05;
      const answer = evaluated(input, { benchmark: { kind: 'value', value, of, title: 'England 2023' } });
      expectCompared(answer, () => (of === 'rate' ? value : NaN), () => (of === 'dsr' ? value : NaN));
      expect(answer.benchmark[of]).toEqual({ value, lower: value, upper: value, reason: REASON.given, events: 0, personYears: 0 });
      const other = of === 'rate' ? 'dsr' : 'rate';
      expect([answer.benchmark[other], answer.funnel[other], answer.expectedHigherByChance[other]]).toEqual([null, null, 0]);
      expect(new Set(answer.areas[`${other}AdjustedP`])).toEqual(new Set([Number.NaN]));
      expect([...answer.areas[`${other}Class`]].every((code) => code === CLASS.noData || code === CLASS.tooFew)).toBe(true);
    }
  });

  it('is nothing, and says so, for a borough that is not there and a value that is no rate', () => {
    const input = scene(4);
    for (const benchmark of [{ kind: 'borough', borough: 'B9' }, { kind: 'value', value: -3, of: 'rate', title: '' }, { kind: 'value', value: Number.NaN, of: 'dsr', title: '' }] as const satisfies Benchmark[]) {
      const { value, notes } = answered(input, { benchmark });
      expectCompared(value, () => Number.NaN, () => Number.NaN);
      expect([value.benchmark, value.funnel, notes.length]).toEqual([{ rate: null, dsr: null }, { rate: null, dsr: null }, 1]);
    }
  });

  it('is the chosen places of a saved selection, with its own what, when and where', () => {
    const input = scene(5);
    const types = input.entry.kinds.map(({ type }) => type);
    const [first, last] = [input.entry.months.slice(0, 12), input.entry.months.slice(12)].map((months) => ({ from: months[0] ?? '', to: months.at(-1) ?? '' }));
    const saved: Selection = { ...EVERYTHING, types, period: first ?? null, boroughs: ['B1'] };
    const selection = { period: last ?? null, wards: ['w1', 'w2'] };
    const [alone, plain] = [evaluated(input, { selection: saved }), evaluated(input, { selection })];
    const answer = evaluated(input, { selection, benchmark: { kind: 'selection', title: 'B1 before', selection: saved } });
    expect(answer.benchmark).toEqual({ rate: alone.chosen.rate, dsr: alone.chosen.dsr });
    expectCompared(answer, () => valueOf(alone.chosen, 'rate'), () => valueOf(alone.chosen, 'dsr'));
    expect([answer.areas.count, answer.byMonth, answer.county]).toEqual([plain.areas.count, plain.byMonth, plain.county]);
    const same = evaluated(input, { selection, benchmark: { kind: 'selection', title: 'itself', selection: { ...EVERYTHING, types, ...selection } } });
    expect([same.ratio?.value, same.ratio?.p]).toEqual([1, expect.closeTo(1, 12)]);
  });

  it('has no ratio where a saved selection has too few events', () => {
    const input = scene(6);
    const few = answered(input, { benchmark: { kind: 'selection', title: 'none', selection: { ...EVERYTHING, types: [] } } }).value;
    expect([few.ratio, few.benchmark.rate?.reason, few.funnel.rate]).toEqual([null, REASON.fewerThan10, null]);
    expect(new Set(few.areas.rateBenchmark)).toEqual(new Set([Number.NaN]));
  });
});

/** Byar's limits of a count of 10 or more. */
function byar(count: number, z: number): [number, number] {
  const next = count + 1;
  return [count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3, next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3];
}

/** The level at which limits scaled round the rate touch the benchmark, found by halving. */
function pByHalving(value: number, count: number, scale: number, benchmark: number): number {
  const excludes = (z: number): boolean => {
    const [lower, upper] = byar(count, z);
    return value + scale * (lower - count) > benchmark || value + scale * (upper - count) < benchmark;
  };
  let [inside, outside] = [1, 1e-300];
  if (!excludes(1e-9)) return 1;
  for (let i = 0; i < 1200 && inside / outside > 1 + 1e-12; i += 1) {
    const middle = Math.sqrt(inside * outside);
    if (middle > 1e-15 && excludes(twoSidedZ(1 - middle))) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** Benjamini and Hochberg as written: the least of m p / rank among p-values as large or larger. */
function adjustedByHand(values: readonly number[]): number[] {
  const held = values.filter((p) => !Number.isNaN(p)).toSorted((a, b) => a - b);
  return values.map((p) => (Number.isNaN(p) ? p : Math.min(1, ...held.flatMap((other, rank) => (other >= p ? [other * held.length / (rank + 1)] : [])))));
}

describe('the false discovery rate', () => {
  it('marks the areas that survive the procedure done by hand, for both rates and every benchmark', () => {
    const seen = { marked: 0, spared: 0 };
    for (let seed = 10; seed < 16; seed += 1) {
      const input = scene(seed);
      for (const benchmark of [{ kind: 'county' }, { kind: 'own-borough' }, { kind: 'borough', borough: 'B2' }] as const) {
        const [usual, answer] = [evaluated(input, { benchmark }), evaluated(input, { benchmark, confidence: 'fdr' })];
        const { areas } = answer;
        expect([areas.rate, areas.rateLower, areas.dsrUpper, answer.county]).toEqual([usual.areas.rate, usual.areas.rateLower, usual.areas.dsrUpper, usual.county]);
        const kinds = [
          { ...byHand(areas.rate, areas.count, areas.rateUpper), benchmark: areas.rateBenchmark, shown: areas.rateClass, alone: usual.areas.rateClass, adjusted: areas.rateAdjustedP },
          { ...byHand(areas.dsr, areas.victims, areas.dsrUpper), benchmark: areas.dsrBenchmark, shown: areas.dsrClass, alone: usual.areas.dsrClass, adjusted: areas.dsrAdjustedP },
        ];
        for (const { value, count, scale, benchmark: against, shown, alone, adjusted } of kinds) {
          const p = Array.from(value, (rate, area) => (Number.isNaN(rate) ? Number.NaN : pByHalving(rate, count[area] ?? NaN, scale[area] ?? NaN, against[area] ?? NaN)));
          const expected = adjustedByHand(p);
          expect(Array.from(adjusted, (q, area) => Number.isNaN(q) === Number.isNaN(expected[area]) && !(Math.abs(q - (expected[area] ?? NaN)) > 1e-6 + 1e-6 * q))).not.toContain(false);
          expect([...shown]).toEqual(expected.map((q, area) => {
            if (Number.isNaN(q)) return alone[area];
            return q < 0.05 ? ((value[area] ?? NaN) > (against[area] ?? NaN) ? CLASS.higher : CLASS.lower) : CLASS.similar;
          }));
          // What survives is marked at 95% too; not all that is marked at 95% survives.
          shown.forEach((code, area) => {
            const marked = alone[area] === CLASS.higher || alone[area] === CLASS.lower;
            expect([area, code === CLASS.similar || code === alone[area]]).toEqual([area, true]);
            if (marked && code === alone[area]) seen.marked += 1;
            if (marked && code === CLASS.similar) seen.spared += 1;
          });
        }
        expect(answer.expectedHigherByChance).toEqual({ rate: Number.NaN, dsr: Number.NaN });
      }
    }
    expect([seen.marked > 20, seen.spared > 5]).toEqual([true, true]);
  });
});

/** How far a rate's limits stretch per event, from its own upper limit. */
function byHand(value: Float64Array, count: Uint32Array, upper: Float64Array): { value: Float64Array; count: Uint32Array; scale: Float64Array } {
  const z = twoSidedZ(0.95);
  return { value, count, scale: value.map((rate, area) => ((upper[area] ?? NaN) - rate) / (byar(count[area] ?? NaN, z)[1] - (count[area] ?? NaN))) };
}

describe('the funnel', () => {
  it('runs from the smallest to the largest area that shows its rate, and says what the classes say but for the line itself', () => {
    const input = scene(20);
    const [usual, strict] = ([95, 99.8] as const satisfies Confidence[]).map((confidence) => evaluated(input, { confidence }));
    if (!usual || !strict) throw new Error('not evaluated');
    const { areas, funnel } = usual;
    const sizes = { rate: areas.personYears, dsr: areas.dsr.map((rate, area) => (areas.victims[area] ?? NaN) / rate * 100_000) };
    for (const kind of ['rate', 'dsr'] as const) {
      const limits = funnel[kind];
      const benchmark: RateSummary | null = usual.county[kind];
      if (!limits || !benchmark) throw new Error('no funnel');
      expect(limits.benchmark).toBe(benchmark.value);
      const given = [...sizes[kind]].filter((_, area) => areas[`${kind}Reason`][area] === REASON.given);
      expect([limits.size[0], limits.size.at(-1)]).toEqual([expect.closeTo(Math.min(...given), 6), expect.closeTo(Math.max(...given), 6)]);
      // Between the ends the points are 20 to each tenfold of the expected count, at the same counts for every filter.
      const positions = [...limits.size].slice(1, -1).map((size) => 20 * Math.log10(size * benchmark.value / 100_000));
      expect(positions.map((position) => Math.abs(position - Math.round(position)) < 1e-6)).not.toContain(false);
      expect(positions.length).toBe(Math.floor(20 * Math.log10(Math.max(...given) * benchmark.value / 100_000)) - Math.floor(20 * Math.log10(Math.min(...given) * benchmark.value / 100_000)));
      limits.size.forEach((size, i) => {
        expect(size).toBeGreaterThan(limits.size[i - 1] ?? 0);
        const order = [limits.lower998, limits.lower95, [benchmark.value], limits.upper95, limits.upper998].map((line) => line[i] ?? line[0] ?? NaN);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      });
      const at = (line: Float64Array, size: number): number => {
        const after = Math.max(1, limits.size.findIndex((x) => x >= size));
        const share = (size - (limits.size[after - 1] ?? NaN)) / ((limits.size[after] ?? NaN) - (limits.size[after - 1] ?? NaN));
        return (line[after - 1] ?? NaN) * (1 - share) + (line[after] ?? NaN) * share;
      };
      const far = [...sizes[kind]].flatMap((size, area) => {
        const rate = areas[kind][area] ?? NaN;
        return [[limits.lower95, limits.upper95, usual], [limits.lower998, limits.upper998, strict]].flatMap(([lower, upper, answer]) => {
          if (!(lower instanceof Float64Array) || !(upper instanceof Float64Array) || !answer || !('areas' in answer)) return [];
          const [low, high] = [at(lower, size), at(upper, size)];
          // Classes take Byar's limits round the area, the funnel exact ones round the benchmark: near the line they may differ.
          if (!(Math.min(Math.abs(rate / low - 1), Math.abs(rate / high - 1)) > 0.03)) return [];
          return [[answer.areas[`${kind}Class`][area], rate > high ? CLASS.higher : rate < low ? CLASS.lower : CLASS.similar]];
        });
      });
      expect(far.length).toBeGreaterThan(30);
      // A standardised rate scatters more than its events alone say, so its own limits are the wider ones.
      const differing = far.filter(([code, fromFunnel]) => code !== fromFunnel && !(kind === 'dsr' && code === CLASS.similar));
      expect(differing).toEqual([]);
    }
  });
});
