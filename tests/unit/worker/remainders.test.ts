import { describe, expect, it } from 'vitest';
import { SUPPRESSED, type Evaluation } from '../../../src/model/results.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import { HOUR_SLOTS, MIDNIGHT_SLOT } from '../../../src/model/vocabulary.ts';
import { hoursOfWeekMask } from '../../../src/selection/hoursOfWeek.ts';
import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { evaluateRequest } from '../../../src/worker/evaluate.ts';
import { placeIndex } from '../../../src/tables/placeIndex.ts';
import { randomScene, randomSelection } from '../aggregation/scene.ts';
import { seededRandom } from '../tables/seededRandom.ts';

/** What is hidden of a total that is shown: none of the parts, or two and more that make up the threshold at least. */
interface Parts {
  readonly name: string;
  /** As shown, and as they are. */
  readonly total: readonly [number | undefined, number | undefined];
  readonly parts: readonly (readonly [number, number])[];
}

function evaluated(selection: Selection, input: AggregationInput, disclosureThreshold: number): Evaluation {
  const outcome = evaluateRequest({ pack: 'p', dataSet: 'random', selection, confidence: 95, benchmark: { kind: 'county' }, detail: true }, { ...input, entry: { ...input.entry, disclosureThreshold } });
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}

type Chart = ArrayLike<number> | null | undefined;

/** Bars of a chart as shown and as they are, those that pass. */
function bars(shown: Chart, open: Chart, passes: (code: number) => boolean): [number, number][] {
  return Array.from(shown ?? [], (value, code): [number, number] => [value, open?.[code] ?? Number.NaN]).filter((_, code) => passes(code));
}

const has = (clause: readonly number[] | null, code: number): boolean => clause?.includes(code) ?? true;

/** Charts beside the total of the chosen areas, and months beside months of the year. */
function chartsOf(answer: Evaluation, open: Evaluation, { entry }: AggregationInput, selection: Selection): Parts[] {
  const month = (i: number): string => entry.months[i] ?? '';
  const inPeriod = (i: number): boolean => selection.period === null || (selection.period.from <= month(i) && month(i) <= selection.period.to);
  const inSeason = (i: number): boolean => has(selection.monthsOfYear, Number(month(i).slice(5)));
  const kindPasses = (i: number): boolean => entry.kinds[i]?.crime === true && (selection.subgroups === null || !entry.fields.subgroup || selection.subgroups.includes(entry.kinds[i]?.subgroup ?? ''));
  const hours = hoursOfWeekMask(selection);
  const days = hoursOfWeekMask({ ...selection, midnightAside: false });
  const matching: Parts['total'] = [answer.matching, open.matching];
  const victims: Parts['total'] = [answer.bySex ? answer.matchingVictims : undefined, open.matchingVictims];
  return [
    { name: 'months', total: matching, parts: bars(answer.byMonth, open.byMonth, (i) => inPeriod(i) && inSeason(i)) },
    { name: 'months of the year', total: matching, parts: bars(answer.byMonthOfYear, open.byMonthOfYear, (i) => has(selection.monthsOfYear, i + 1)) },
    ...Array.from(answer.byMonthOfYear, (value, ofYear): Parts => ({ name: `month of the year ${ofYear + 1}`, total: [value, open.byMonthOfYear[ofYear]], parts: bars(answer.byMonth, open.byMonth, (i) => inPeriod(i) && Number(month(i).slice(5)) === ofYear + 1) })),
    { name: 'kinds', total: matching, parts: bars(answer.byKind, open.byKind, kindPasses) },
    { name: 'hours', total: [answer.byWeekdayHour ? answer.matching : undefined, open.matching], parts: bars(answer.byWeekdayHour, open.byWeekdayHour, (slot) => hours[slot] === 1) },
    { name: 'midnight', total: [answer.byWeekdayHour ? answer.atMidnight : undefined, open.atMidnight], parts: bars(answer.byWeekdayHour, open.byWeekdayHour, (slot) => slot % HOUR_SLOTS === MIDNIGHT_SLOT && days[slot] === 1) },
    { name: 'sexes', total: victims, parts: bars(answer.bySex, open.bySex, (code) => has(selection.sexes, code)) },
    { name: 'ages', total: [answer.chosen.dsr?.events, open.chosen.dsr?.events], parts: bars(answer.byAge, open.byAge, (code) => code < 19 && has(selection.ages, code)) },
  ];
}

const PLACES = { boroughs: ['byBorough', 'borough'], hubs: ['byHub', 'hub'], wards: ['byWard', 'wardId'], nteHotspots: ['byNteHotspot', 'nteHotspot'] } as const;
const CLAUSES = ['boroughs', 'hubs', 'wards', 'nteHotspots'] as const;

/** A sum of areas that the answer shows, or hides. */
interface Sum { readonly name: string; readonly family: string; readonly shown: number; readonly open: number; readonly members: readonly number[] }

function sumsOf(answer: Evaluation, open: Evaluation, { areas }: AggregationInput, selection: Selection): Sum[] {
  const all = areas.code.map((_, area) => area);
  const elsewhere = chosenBut(areas, selection);
  return [
    { name: 'county', family: '', shown: answer.county.count, open: open.county.count, members: all },
    { name: 'chosen', family: '', shown: answer.matching, open: open.matching, members: elsewhere(null) },
    ...Object.entries(answer.boroughs).map(([id, { count }]): Sum => ({ name: `borough ${id}`, family: 'boroughs of the county', shown: count, open: open.boroughs[id]?.count ?? NaN, members: all.filter((area) => areas.borough[area] === id) })),
    ...(answer.detail?.byDecile ?? []).map(({ count }, i): Sum => ({ name: `decile ${i + 1}`, family: 'deciles', shown: count, open: open.detail?.byDecile[i]?.count ?? NaN, members: elsewhere(null).filter((area) => areas.imdDecile[area] === i + 1) })),
    ...CLAUSES.flatMap((clause) => Object.entries(answer[PLACES[clause][0]]).map(([id, count]): Sum => ({
      name: `${clause} ${id}`, family: clause, shown: count, open: open[PLACES[clause][0]][id] ?? NaN, members: elsewhere(clause).filter((area) => areas[PLACES[clause][1]][area] === id),
    }))),
  ];
}

/** Areas that every clause of place chooses but one. */
function chosenBut(areas: AggregationInput['areas'], selection: Selection): (left: string | null) => number[] {
  return (left) => areas.code.flatMap((code, area) => {
    const listed = selection.areas?.includes(code) ?? true;
    const drawn = selection.drawn === null || ((areas.longitude[area] ?? 9) <= 0.7 && (areas.latitude[area] ?? 9) <= 0.7);
    const passes = CLAUSES.every((clause) => clause === left || (selection[clause]?.includes(areas[PLACES[clause][1]][area] ?? '') ?? true));
    return listed && drawn && passes ? [area] : [];
  });
}

/** Parts of each list of places beside a total that they add up to, area by area too. */
function placesOf(answer: Evaluation, open: Evaluation, input: AggregationInput, selection: Selection): Parts[] {
  const sums = sumsOf(answer, open, input, selection);
  const areas = sums.map(({ name, shown, open: value, members }): Parts => ({ name: `areas of ${name}`, total: [shown, value], parts: members.map((area) => [answer.areas.count[area] ?? NaN, open.areas.count[area] ?? NaN]) }));
  const families = [...new Set(sums.map(({ family }) => family))].filter((family) => family !== '');
  const lists = sums.flatMap((whole) => families.flatMap((family): Parts[] => {
    const parts = sums.filter((part) => part.family === family && part.name !== whole.name && part.members.length > 0);
    const exact = parts.flatMap(({ members }) => [...members]).toSorted((a, b) => a - b).join() === whole.members.join();
    return exact ? [{ name: `${family} of ${whole.name}`, total: [whole.shown, whole.open], parts: parts.map((part) => [part.shown, part.open]) }] : [];
  }));
  return [...areas, ...lists];
}

function scenes(from: number, count: number): { seed: number; threshold: number; input: AggregationInput; selection: Selection }[] {
  return Array.from({ length: count }, (_, i) => {
    const seed = from + i;
    const random = seededRandom(seed);
    const { input } = randomScene(random, { rows: 60 + (seed % 7) * 70, areas: 8 + seed % 15, months: 6 + seed % 24, hours: seed % 2 === 0, age: seed % 3 > 0, dirty: false });
    const threshold = [3, 5, 5, 8, 12][seed % 5] ?? 5;
    // One filter in three chooses no places, so that the whole county is asked for often enough.
    const clauses = randomSelection(random, input);
    const where = seed % 3 === 0 ? { boroughs: null, hubs: null, wards: null, nteHotspots: null, areas: null, drawn: null } : {};
    return { seed, threshold, input, selection: { ...clauses, ...where, types: null } };
  });
}

/** Names of the lists that leave less than the threshold, or a single part. */
function leaks(lists: readonly Parts[], threshold: number, seen: Map<string, number>): string[] {
  return lists.flatMap(({ name, total: [shown], parts }) => {
    const hidden = parts.filter(([value]) => value === SUPPRESSED).map(([, value]) => value);
    // Of one part that is not 0 the total tells what it is, hidden or not.
    if (shown === undefined || shown === SUPPRESSED || hidden.length === 0 || parts.filter(([, value]) => value > 0).length < 2) return [];
    const list = name.replace(/ (of )?\w+$/, '');
    seen.set(list, (seen.get(list) ?? 0) + 1);
    const rest = hidden.reduce((a, b) => a + b, 0);
    return hidden.length > 1 && rest >= threshold ? [] : [`${name}: ${hidden.length} hidden, ${rest} in all`];
  });
}

describe('what is hidden of a total that is shown', () => {
  it('is at least two parts and the threshold, in every list of places', () => {
    const seen = new Map<string, number>();
    for (const { seed, threshold, input, selection } of scenes(11_000, 400)) {
      const [answer, open] = [evaluated(selection, input, threshold), evaluated(selection, input, 0)];
      expect([seed, leaks(placesOf(answer, open, input, selection), threshold, seen)]).toEqual([seed, []]);
    }
    expect([...seen.values()].reduce((a, b) => a + b, 0)).toBeGreaterThan(1000);
  });

  it('is at least two parts and the threshold, in every chart', () => {
    const seen = new Map<string, number>();
    for (const { seed, threshold, input, selection } of scenes(21_000, 400)) {
      const [answer, open] = [evaluated(selection, input, threshold), evaluated(selection, input, 0)];
      expect([seed, leaks(chartsOf(answer, open, input, selection), threshold, seen)]).toEqual([seed, []]);
    }
    expect([...seen.values()].every((lists) => lists > 3) && seen.size).toBeGreaterThan(6);
  });

  it('is at least the threshold where whole parts of any kind are taken off any total', () => {
    const seen = { remainders: 0 };
    for (const { seed, threshold, input, selection } of scenes(31_000, 300)) {
      const [answer, open] = [evaluated(selection, input, threshold), evaluated(selection, input, 0)];
      const sums = sumsOf(answer, open, input, selection).filter(({ shown }) => shown !== SUPPRESSED);
      const families = [...new Set(sums.map(({ family }) => family))];
      const found = sums.flatMap((whole) => families.flatMap((family) => {
        const parts = family === '' ? [] : sums.filter((part) => part.family === family && part.members.every((area) => whole.members.includes(area)));
        const rest = whole.members.filter((area) => answer.areas.count[area] === SUPPRESSED && !parts.some(({ members }) => members.includes(area)));
        const sum = rest.reduce((total, area) => total + (open.areas.count[area] ?? NaN), 0);
        seen.remainders += rest.length > 0 ? 1 : 0;
        return sum > 0 && sum < threshold ? [`${whole.name} less ${family}: ${sum}`] : [];
      }));
      expect([seed, found]).toEqual([seed, []]);
    }
    expect(seen.remainders).toBeGreaterThan(500);
  });

  it('hides a third decile where two small ones would follow from the others', () => {
    const { input } = randomScene(seededRandom(5), { rows: 400, areas: 20, dirty: false });
    // Areas 0 and 1 with 2 events each make up deciles 9 and 10; areas 2 and 3 with 3 each lie in decile 3; the rest have many.
    const imdDecile = Float64Array.from(input.areas.code, (_, area) => (area < 2 ? 9 + area : area < 4 ? 3 : 1 + area % 8));
    const count = Uint32Array.from(input.areas.code, (_, area) => (area < 2 ? 2 : area === 2 || area === 3 ? 3 : 10 + area));
    const rows = [...count.keys()].flatMap((area) => Array.from({ length: count[area] ?? 0 }, () => area));
    const offsets = Uint32Array.from({ length: count.length + 3 }, (_, slot) => rows.filter((area) => area < slot).length);
    const kind = Math.max(0, input.entry.kinds.findIndex(({ crime }) => crime));
    const cells = { ...input.cells, offsets, cell: new Uint16Array(rows.length).fill(kind * input.cells.months * input.cells.weekdayHours), age: null, sex: null, flags: null, repeats: null };
    const same = (id: string): string[] => input.areas.code.map(() => id);
    const areas = { ...input.areas, imdDecile, borough: same('B1'), wardId: same('w1'), hub: same('h1'), nteHotspot: same('') };
    const whole = { ...input, cells, areas, places: placeIndex(areas, null), entry: { ...input.entry, rowsAreVictims: false, fields: { ...input.entry.fields, age: false, sex: false, flags: false } } };
    const answer = evaluated(EVERYTHING, whole, 5);
    const hidden = (answer.detail?.byDecile ?? []).flatMap((group, i) => (group.count === SUPPRESSED ? [i + 1] : []));
    expect(answer.county.count).toBe(rows.length);
    expect(hidden).toEqual([3, 9, 10]);
  });
});
