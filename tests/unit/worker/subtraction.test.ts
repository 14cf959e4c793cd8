import { describe, expect, it } from 'vitest';
import { SUPPRESSED, type Evaluation } from '../../../src/model/results.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { evaluateRequest } from '../../../src/worker/evaluate.ts';
import { hiddenInGroups } from '../../../src/worker/smallCounts.ts';
import { sumGuard } from '../../../src/worker/sumGuard.ts';
import { randomScene, randomSelection } from '../aggregation/scene.ts';
import { seededRandom } from '../tables/seededRandom.ts';

const PRIME = 1_000_003;

function inverse(value: number): number {
  let [result, base] = [1, value];
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = result * base % PRIME;
    base = base * base % PRIME;
  }
  return result;
}

/** Rank of equations with whole coefficients, by elimination modulo a prime: nothing in common with the engine's way. */
function rank(equations: readonly (readonly number[])[]): number {
  let rows = equations.map((row) => row.map((value) => (value % PRIME + PRIME) % PRIME));
  let found = 0;
  while (rows.length > 0) {
    const [first, ...others] = rows;
    const pivot = first?.findIndex((value) => value !== 0) ?? -1;
    rows = others;
    if (!first || pivot < 0) continue;
    found += 1;
    const scale = inverse(first[pivot] ?? 1);
    rows = others.map((row) => {
      const times = (row[pivot] ?? 0) * scale % PRIME;
      return row.map((value, i) => (value + PRIME - times * (first[i] ?? 0) % PRIME) % PRIME);
    });
  }
  return found;
}

interface Total { readonly name: string; readonly value: number; readonly members: readonly number[] }

/** Every total of an answer, with the areas it adds up, told apart from the engine by hand. */
function totalsOf(answer: Evaluation, { areas }: AggregationInput, selection: Selection): Total[] {
  const numbers = areas.code.map((_, area) => area);
  const columns = { boroughs: areas.borough, hubs: areas.hub, wards: areas.wardId, nteHotspots: areas.nteHotspot };
  type Clause = keyof typeof columns;
  const inDrawn = (area: number): boolean => (selection.areas?.includes(areas.code[area] ?? '') ?? true) && (selection.drawn === null || ((areas.longitude[area] ?? 9) <= 0.7 && (areas.latitude[area] ?? 9) <= 0.7));
  const under = (left: Clause | null): number[] => numbers.filter((area) => inDrawn(area)
    && (['boroughs', 'hubs', 'wards', 'nteHotspots'] as const).every((clause) => clause === left || (selection[clause]?.includes(columns[clause][area] ?? '') ?? true)));
  const places = (clause: Clause, counts: Readonly<Record<string, number>>): Total[] =>
    Object.entries(counts).map(([id, value]) => ({ name: `${clause} ${id}`, value, members: under(clause).filter((area) => columns[clause][area] === id) }));
  return [
    { name: 'county', value: answer.county.count, members: numbers }, { name: 'chosen', value: answer.matching, members: under(null) },
    ...Object.entries(answer.boroughs).map(([id, { count }]) => ({ name: `borough ${id}`, value: count, members: numbers.filter((area) => areas.borough[area] === id) })),
    ...(answer.detail?.byDecile ?? []).map(({ count }, i) => ({ name: `decile ${i + 1}`, value: count, members: under(null).filter((area) => areas.imdDecile[area] === i + 1) })),
    { name: 'saved', value: answer.benchmark.rate?.events ?? SUPPRESSED, members: numbers.filter((area) => areas.wardId[area] === 'w1') },
    ...places('boroughs', answer.byBorough), ...places('hubs', answer.byHub), ...places('wards', answer.byWard), ...places('nteHotspots', answer.byNteHotspot),
  ];
}

/** The same what, when and who elsewhere: one more sum of the same counts. */
const A_WARD = { boroughs: null, hubs: null, wards: ['w1'], nteHotspots: null, areas: null, drawn: null };

function evaluated(selection: Selection, input: AggregationInput, disclosureThreshold: number): Evaluation {
  const outcome = evaluateRequest({ pack: 'p', dataSet: 'random', selection, confidence: 95, benchmark: { kind: 'selection', title: 'A ward', selection: { ...selection, ...A_WARD } }, detail: true }, { ...input, entry: { ...input.entry, disclosureThreshold } });
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

const chosenOf = (chart: Uint32Array | null, codes: readonly number[] | null): number[] => [...chart ?? []].filter((_, code) => codes?.includes(code) ?? true);

describe('hidden counts against subtraction', () => {
  it('lets no sums and differences of the totals of one answer give an area or a small total away', () => {
    const seen = { hidden: 0, small: 0, shown: 0 };
    for (let seed = 0; seed < 150; seed += 1) {
      const random = seededRandom(9000 + seed);
      const { input } = randomScene(random, { rows: 150 + (seed % 5) * 60, areas: 8 + seed % 9, dirty: false });
      const selection = { ...randomSelection(random, input), types: null };
      const [answer, open] = [evaluated(selection, input, 5), evaluated(selection, input, 0)];
      const hidden = [...answer.areas.count.keys()].filter((area) => answer.areas.count[area] === SUPPRESSED);
      const totals = totalsOf(answer, input, selection);
      const sum = (members: readonly number[]): number => members.reduce((total, area) => total + (open.areas.count[area] ?? NaN), 0);
      const equation = (members: readonly number[]): number[] => hidden.map((area) => (members.includes(area) ? 1 : 0));
      const shown = totals.filter(({ value }) => value !== SUPPRESSED);
      expect(shown.map(({ name, value }) => [name, value])).toEqual(shown.map(({ name, members }) => [name, sum(members)]));
      const equations = shown.map(({ members }) => equation(members));
      const known = rank(equations);
      const givenAway = (members: readonly number[]): boolean => rank([...equations, equation(members)]) === known;
      expect(hidden.filter((area) => givenAway([area]))).toEqual([]);
      const small = totals.filter(({ members }) => sum(members) > 0 && sum(members) < 5);
      expect(small.filter(({ members }) => givenAway(members)).map(({ name }) => name)).toEqual([]);
      seen.hidden += hidden.length;
      seen.small += small.length;
      seen.shown += shown.length;
    }
    expect(Math.min(seen.hidden, seen.small, seen.shown)).toBeGreaterThan(200);
  });

  it('lets no standardised rate give the victims of a hidden area away', () => {
    const seen = { hidden: 0, shown: 0 };
    for (let seed = 0; seed < 60; seed += 1) {
      const random = seededRandom(7000 + seed);
      const { input } = randomScene(random, { rows: 300, areas: 8 + seed % 9, age: true, dirty: false });
      const selection = { ...randomSelection(random, input), types: null };
      const [answer, open] = [evaluated(selection, input, 5), evaluated(selection, input, 0)];
      // An area without victims of known age, hidden with its count, has nothing to give away: take it as known.
      const hidden = [...answer.areas.victims.keys()].filter((area) => answer.areas.victims[area] === SUPPRESSED && (open.areas.victims[area] ?? 0) > 0);
      const groups: [number | undefined, (area: number) => boolean][] = [
        [answer.benchmark.dsr?.events, (area) => input.areas.wardId[area] === 'w1'],
        ...(answer.detail?.byDecile ?? []).map(({ dsr }, i): [number | undefined, (area: number) => boolean] => [dsr?.events, (area) => answer.areas.inPlace[area] === 1 && input.areas.imdDecile[area] === i + 1]),
        [answer.county.dsr?.events, () => true], [answer.chosen.dsr?.events, (area) => answer.areas.inPlace[area] === 1],
        ...Object.entries(answer.boroughs).map(([id, { dsr }]): [number | undefined, (area: number) => boolean] => [dsr?.events, (area) => input.areas.borough[area] === id]),
      ];
      const equations = groups.filter(([events]) => events !== SUPPRESSED).map(([, member]) => hidden.map((area) => (member(area) ? 1 : 0)));
      const known = rank(equations);
      expect(hidden.filter((area) => rank([...equations, hidden.map((one) => (one === area ? 1 : 0))]) === known)).toEqual([]);
      seen.hidden += hidden.length;
      seen.shown += equations.length;
    }
    expect(Math.min(seen.hidden, seen.shown)).toBeGreaterThan(100);
  });

  it('leaves no bar as the difference between the total and the other chosen bars', () => {
    const seen = { hidden: 0 };
    for (let seed = 0; seed < 100; seed += 1) {
      const random = seededRandom(4000 + seed);
      const { input } = randomScene(random, { rows: 400, areas: 10, months: 6 + seed % 12, dirty: false });
      const selection = { ...randomSelection(random, input), types: null, drawn: null, areas: null, hubs: null, wards: null, nteHotspots: null };
      const answer = evaluated(selection, input, 5);
      if (answer.matching === SUPPRESSED) continue;
      const inSeason = (month: string): boolean => selection.monthsOfYear?.includes(Number(month.slice(5))) ?? true;
      const inPeriod = (month: string): boolean => selection.period === null || (selection.period.from <= month && month <= selection.period.to);
      const months = input.entry.months.flatMap((month, i) => (inSeason(month) && inPeriod(month) ? [answer.byMonth[i] ?? 0] : []));
      const seasons = [...answer.byMonthOfYear].filter((_, i) => selection.monthsOfYear?.includes(i + 1) ?? true);
      for (const bars of [months, seasons]) {
        const hidden = bars.filter((count) => count === SUPPRESSED).length;
        const rest = answer.matching - bars.reduce((sum, count) => sum + (count === SUPPRESSED ? 0 : count), 0);
        expect([seed, hidden === 0 ? rest === 0 : rest >= 5 && hidden > 1]).toEqual([seed, true]);
        seen.hidden += hidden;
      }
    }
    expect(seen.hidden).toBeGreaterThan(50);
  });

  it('leaves no age and no sex as the difference between the victims and the other bars', () => {
    const seen = { hidden: 0 };
    for (let seed = 0; seed < 120; seed += 1) {
      const random = seededRandom(5000 + seed);
      const { input } = randomScene(random, { rows: 300, areas: 8, age: true, dirty: false });
      const selection = { ...randomSelection(random, input), types: null, drawn: null, hubs: null, wards: null, nteHotspots: null };
      const answer = evaluated(selection, input, 5);
      if (answer.matching === SUPPRESSED) continue;
      const sums: [number[], number | undefined][] = [
        [chosenOf(answer.byAge?.subarray(0, 19) ?? null, selection.ages), answer.chosen.dsr?.events],
        [chosenOf(answer.bySex, selection.sexes), answer.bySex ? answer.matchingVictims : undefined],
      ];
      for (const [bars, total] of sums) {
        if (total === undefined || total === SUPPRESSED) continue;
        const hidden = bars.filter((count) => count === SUPPRESSED).length;
        const rest = total - bars.reduce((sum, count) => sum + (count === SUPPRESSED ? 0 : count), 0);
        expect([seed, hidden === 0 ? rest === 0 : rest >= 5 && hidden > 1]).toEqual([seed, true]);
        seen.hidden += hidden;
      }
    }
    expect(seen.hidden).toBeGreaterThan(50);
  });

  it('hides a borough with few events from county minus the other boroughs', () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const { input } = randomScene(seededRandom(300 + seed), { rows: 200, areas: 10, dirty: false });
      // One area alone makes up the borough B1.
      const areas = { ...input.areas, borough: input.areas.borough.map((_, area) => (area === 0 ? 'B1' : 'B2')) };
      const narrow = { ...input, areas, places: { ...input.places, borough: { ids: ['B1', 'B2'], ofArea: Int32Array.from(areas.borough, (id) => (id === 'B1' ? 0 : 1)) } } };
      const selection = { ...EVERYTHING, boroughs: ['B2'] };
      const [open, answer] = [evaluated(selection, narrow, 0), evaluated(selection, narrow, 50)];
      if ((open.areas.count[0] ?? 0) === 0) continue;
      expect([answer.boroughs['B1']?.count, answer.boroughs['B2']?.count, answer.matching]).toEqual([SUPPRESSED, SUPPRESSED, SUPPRESSED]);
    }
  });
});

describe('sumGuard', () => {
  it('refuses the last part of a whole, and a difference of overlapping sums', () => {
    const hidden = Uint8Array.of(1, 1, 1, 1, 0);
    const guard = sumGuard(hidden, []);
    expect([guard([0, 1, 2, 3, 4]), guard([0, 1]), guard([2, 3, 4]), guard([0]), guard([1, 2, 3]), guard([4])]).toEqual([true, true, true, false, false, true]);
  });

  it('refuses what would give a small sum away, though no area by itself', () => {
    expect(sumGuard(Uint8Array.of(1, 1, 1, 1), [])([0, 1])).toBe(true);
    const guard = sumGuard(Uint8Array.of(1, 1, 1, 1), [[2, 3]]);
    expect([guard([0, 1, 2, 3]), guard([0, 1])]).toEqual([true, false]);
  });
});

describe('hiddenInGroups', () => {
  it('hides a third count where two sum to less than the threshold', () => {
    expect([...hiddenInGroups(Uint32Array.of(1, 1, 20, 9, 0), 5, [0, 0, 0, 0, 0], new Uint8Array(5))]).toEqual([1, 1, 0, 1, 0]);
  });
});
