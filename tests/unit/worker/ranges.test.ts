import { describe, expect, it } from 'vitest';
import { SUPPRESSED, type Evaluation } from '../../../src/model/results.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { evaluateRequest } from '../../../src/worker/evaluate.ts';
import { randomScene, randomSelection } from '../aggregation/scene.ts';
import { seededRandom } from '../tables/seededRandom.ts';

function evaluated(selection: Selection, input: AggregationInput, disclosureThreshold: number): Evaluation {
  const outcome = evaluateRequest({ pack: 'p', dataSet: 'random', selection, confidence: 95, benchmark: { kind: 'county' }, detail: true }, { ...input, entry: { ...input.entry, disclosureThreshold } });
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

interface Sum { readonly members: readonly number[]; readonly value: number }

/** Every shown total of the counts of areas, with the areas it adds up: without clauses on places, so that all are. */
function shownSums(answer: Evaluation, { areas }: AggregationInput): Sum[] {
  const numbers = areas.code.map((_, area) => area);
  const named = (column: readonly string[], counts: Readonly<Record<string, number>>): Sum[] => Object.entries(counts).map(([id, value]) => ({ value, members: numbers.filter((area) => column[area] === id) }));
  return [
    { members: numbers, value: answer.county.count }, { members: numbers, value: answer.matching },
    ...named(areas.borough, Object.fromEntries(Object.entries(answer.boroughs).map(([id, { count }]) => [id, count]))),
    ...named(areas.borough, answer.byBorough), ...named(areas.hub, answer.byHub), ...named(areas.wardId, answer.byWard), ...named(areas.nteHotspot, answer.byNteHotspot),
    ...(answer.detail?.byDecile ?? []).map(({ count }, i) => ({ value: count, members: numbers.filter((area) => areas.imdDecile[area] === i + 1) })),
  ].filter(({ value }) => value !== SUPPRESSED);
}

const add = (list: readonly number[], members: readonly number[]): number => members.reduce((sum, i) => sum + (list[i] ?? 0), 0);

/**
 * Narrows every hidden count by every sum until nothing changes; the positions left with one value.
 *
 * @param whole the same counts over all months: one that is not small may be hidden beside it, whatever it is
 */
function fixed(counts: readonly number[], shown: readonly number[], threshold: number, sums: readonly Sum[], whole = counts): number[] {
  const hidden = shown.map((count) => count === SUPPRESSED);
  const lower = counts.map((count, i) => (!hidden[i] ? count : count < threshold || (whole[i] ?? 0) !== count ? 1 : threshold));
  const upper = counts.map((count, i) => (!hidden[i] ? count : count < threshold ? threshold - 1 : 10_000));
  for (let changed = true; changed;) {
    changed = false;
    for (const { members, value } of sums) {
      for (const i of members) {
        const least = Math.max(lower[i] ?? 0, value - add(upper, members) + (upper[i] ?? 0));
        const most = Math.min(upper[i] ?? 0, value - add(lower, members) + (lower[i] ?? 0));
        changed ||= least !== lower[i] || most !== upper[i];
        if (least > most) throw new Error('The sums contradict the counts.');
        lower[i] = least;
        upper[i] = most;
      }
    }
  }
  return counts.flatMap((_, i) => (hidden[i] && lower[i] === upper[i] ? [i] : []));
}

const without = (whole: Sum, part: Sum): Sum => ({ members: whole.members.filter((i) => !part.members.includes(i)), value: whole.value - part.value });

/** What each sum leaves of one or of all the sums of a list that lie within it. */
function withDifferences(sums: readonly Sum[]): Sum[] {
  const inside = (part: Sum, whole: Sum): boolean => part.members.length < whole.members.length && part.members.every((i) => whole.members.includes(i));
  const each = sums.flatMap((whole) => sums.filter((part) => inside(part, whole)).map((part) => without(whole, part)));
  const all = sums.map((whole) => sums.reduce((left, part) => (inside(part, left) ? without(left, part) : left), whole));
  return [...sums, ...each, ...all];
}

const SOMEWHERE = { boroughs: null, hubs: null, wards: null, nteHotspots: null, areas: null, drawn: null };

describe('what is known of hidden counts from one answer', () => {
  it.each([5, 10])('leaves more than one value to each area, by sums, their differences and the ranges of small counts (threshold %i)', (threshold) => {
    const seen = { hidden: 0, sums: 0 };
    for (let seed = 0; seed < 60; seed += 1) {
      const random = seededRandom(9000 + seed);
      const { input } = randomScene(random, { rows: 12 * threshold * (1 + seed % 4), areas: 16, dirty: false });
      const selection = { ...randomSelection(random, input), types: null, ...SOMEWHERE };
      const counts = [...evaluated(selection, input, 0).areas.count];
      const whole = [...evaluated({ ...selection, period: null, monthsOfYear: null }, input, 0).areas.count];
      const answer = evaluated(selection, input, threshold);
      const sums = shownSums(answer, input);
      expect([seed, fixed(counts, [...answer.areas.count], threshold, withDifferences(sums), whole)]).toEqual([seed, []]);
      seen.hidden += answer.areas.count.filter((count) => count === SUPPRESSED).length;
      seen.sums += sums.length;
    }
    expect(Math.min(seen.hidden, seen.sums)).toBeGreaterThan(200);
  });

  it.each([5, 10])('leaves more than one value to each bar beside its total (threshold %i)', (threshold) => {
    const seen = { hidden: 0 };
    for (let seed = 0; seed < 60; seed += 1) {
      const random = seededRandom(9500 + seed);
      const { input } = randomScene(random, { rows: 12 * threshold * (1 + seed % 4), areas: 8, age: true, dirty: false });
      const [open, answer] = [evaluated(EVERYTHING, input, 0), evaluated(EVERYTHING, input, threshold)];
      if (answer.matching === SUPPRESSED) continue;
      const year = (of: number): number[] => input.entry.months.flatMap((month, i) => (Number(month.slice(5)) === of + 1 ? [i] : []));
      const charts: [Uint32Array | null, Uint32Array | null, number, Sum[]][] = [
        [open.byMonth, answer.byMonth, answer.matching, [...answer.byMonthOfYear].map((value, i) => ({ value, members: year(i) }))],
        [open.byMonthOfYear, answer.byMonthOfYear, answer.matching, []],
        [open.byAge?.subarray(0, 19) ?? null, answer.byAge?.subarray(0, 19) ?? null, answer.chosen.dsr?.events ?? SUPPRESSED, []],
      ];
      for (const [counts, shown, total, parts] of charts) {
        // A chart of which nothing is shown does not tell which of its bars are zero.
        if (!counts || !shown || shown.every((count) => count === SUPPRESSED)) continue;
        const sums = [{ members: [...shown.keys()], value: total }, ...parts].filter(({ value }) => value !== SUPPRESSED);
        expect([seed, fixed([...counts], [...shown], threshold, withDifferences(sums))]).toEqual([seed, []]);
        seen.hidden += shown.filter((count) => count === SUPPRESSED).length;
      }
    }
    expect(seen.hidden).toBeGreaterThan(100);
  });

  it('hides areas and groups whose other months hold few events, and gives rates to one decimal', () => {
    const seen = { hidden: 0, rates: 0 };
    for (let seed = 0; seed < 40; seed += 1) {
      const { input } = randomScene(seededRandom(9900 + seed), { rows: 900, areas: 10, months: 12, age: true, dirty: false });
      const { months } = input.entry;
      const period = { from: months[0] ?? '', to: months.at(-2) ?? '' };
      const [whole, most] = [evaluated(EVERYTHING, input, 0), evaluated({ ...EVERYTHING, period }, input, 0)];
      const answer = evaluated({ ...EVERYTHING, period }, input, 5);
      const pairs: [number, number, number][] = [
        ...[...answer.areas.count].map((shown, i): [number, number, number] => [whole.areas.count[i] ?? 0, most.areas.count[i] ?? 0, shown]),
        ...[...answer.areas.victims].map((shown, i): [number, number, number] => [whole.areas.victims[i] ?? 0, most.areas.victims[i] ?? 0, shown]),
        ...Object.entries(answer.byWard).map(([id, shown]): [number, number, number] => [whole.byWard[id] ?? 0, most.byWard[id] ?? 0, shown]),
        ...Object.entries(answer.boroughs).map(([id, { count }]): [number, number, number] => [whole.boroughs[id]?.count ?? 0, most.boroughs[id]?.count ?? 0, count]),
      ];
      for (const [all, some, shown] of pairs) {
        const few = all - some > 0 && all - some < 5 && some > 0;
        expect([seed, few && shown !== SUPPRESSED]).toEqual([seed, false]);
        if (few) seen.hidden += 1;
      }
      for (const rate of [...answer.areas.dsr, ...answer.areas.rateUpper, answer.county.rate.value, answer.county.dsr?.lower ?? Number.NaN]) {
        if (Number.isNaN(rate)) continue;
        expect(rate).toBe(Number(rate.toFixed(1)));
        seen.rates += 1;
      }
    }
    expect(Math.min(seen.hidden, seen.rates)).toBeGreaterThan(50);
  });
});
