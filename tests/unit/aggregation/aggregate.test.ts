import { describe, expect, it } from 'vitest';
import { aggregate, type Aggregate } from '../../../src/aggregation/aggregate.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { seededRandom } from '../tables/seededRandom.ts';
import { plainLoop } from './plainLoop.ts';
import { randomScene, randomSelection, type Scene } from './scene.ts';

const total = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0);
const inChosen = (result: Aggregate, values: Uint32Array): number => total(values.subarray(0, result.chosen.inPlace.length).map((value, area) => value * (result.chosen.inPlace[area] ?? 0)));

const list = (values: Uint32Array | null): number[] | null => values && [...values];

function answers(result: Aggregate, { input, records }: Scene) {
  const areas = input.areas.code.length;
  const { rows } = result;
  return {
    countByArea: [...rows.offences.subarray(0, areas)],
    victimsByArea: [...rows.victims.subarray(0, areas)],
    victimsByAge: records.age ? Array.from(rows.victimsByAge ?? []).slice(0, areas * 20) : Array.from({ length: areas * 20 }, () => 0),
    byMonth: [...rows.charts.byMonth],
    byMonthOfYear: [...result.byMonthOfYear],
    byWeekdayHour: result.byWeekdayHour && [...result.byWeekdayHour],
    byKind: [...rows.charts.byKind],
    byAge: list(result.victimCharts.byAge), bySex: list(result.victimCharts.bySex), byFlag: list(result.victimCharts.byFlag), byAgeSex: list(result.byAgeSex),
    byBorough: [...result.byPlace.borough], byHub: [...result.byPlace.hub], byWard: [...result.byPlace.ward], byNteHotspot: [...result.byPlace.nteHotspot],
    matching: inChosen(result, rows.offences),
    matchingVictims: inChosen(result, rows.victims),
    withoutLocation: result.withoutLocation,
    outsideCounty: result.outsideCounty,
    atMidnight: result.atMidnight,
  };
}

describe('aggregate', () => {
  it('gives what plain loops over the records give, for random records and selections', () => {
    let nonEmpty = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(seed);
      const scene = randomScene(random, { rows: 250, areas: 6, dirty: false });
      for (let i = 0; i < 5; i += 1) {
        const selection = randomSelection(random, scene.input);
        const given = answers(aggregate(selection, scene.input, true), scene);
        expect({ seed, i, ...given }).toEqual({ seed, i, ...plainLoop(selection, scene) });
        if (given.matching > 0) nonEmpty += 1;
      }
    }
    expect(nonEmpty).toBeGreaterThan(100);
  });

  it('counts an offence once also where its victims differ in kind, month and hour', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(1000 + seed);
      const scene = randomScene(random, { rows: 250, areas: 4, victims: true, dirty: true });
      for (let i = 0; i < 5; i += 1) {
        const selection = randomSelection(random, scene.input);
        // Which of an offence's times counts as midnight is not defined for offences with several times.
        const { atMidnight: _given, ...given } = answers(aggregate(selection, scene.input, true), scene);
        const { atMidnight: _expected, ...expected } = plainLoop(selection, scene);
        expect({ seed, i, ...given }).toEqual({ seed, i, ...expected });
      }
    }
  });

  it('has charts that sum to the total where their own clause is open', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(2000 + seed);
      const scene = randomScene(random, { rows: 400, areas: 6 });
      const chosen = { ...randomSelection(random, scene.input), period: null, monthsOfYear: null, days: null, hours: null, midnightAside: false };
      const result = aggregate(chosen, scene.input);
      const matching = inChosen(result, result.rows.offences);
      expect(total(result.rows.charts.byMonth)).toBe(matching);
      expect(total(result.byMonthOfYear)).toBe(matching);
      expect(total(result.byWeekdayHour ?? [matching])).toBe(matching);
      expect(total(result.rows.victimsByAge ?? result.rows.victims)).toBe(total(result.rows.victims));
    }
  });

  it('lets no chart depend on its own clause', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(3000 + seed);
      const scene = randomScene(random, { rows: 300, areas: 6 });
      const a = randomSelection(random, scene.input);
      const b = randomSelection(random, scene.input);
      const run = (patch: Partial<typeof a>): Aggregate => aggregate({ ...a, ...patch }, scene.input);
      const plain = run({});
      expect(run({ period: b.period, monthsOfYear: b.monthsOfYear }).rows.charts.byMonth).toEqual(plain.rows.charts.byMonth);
      expect(run({ monthsOfYear: b.monthsOfYear }).byMonthOfYear).toEqual(plain.byMonthOfYear);
      expect(run({ days: b.days, hours: b.hours, midnightAside: b.midnightAside }).byWeekdayHour).toEqual(plain.byWeekdayHour);
      expect(run({ types: b.types, subgroups: b.subgroups }).rows.charts.byKind).toEqual(plain.rows.charts.byKind);
      expect(run({ ages: b.ages }).victimCharts.byAge).toEqual(plain.victimCharts.byAge);
      expect(run({ sexes: b.sexes }).victimCharts.bySex).toEqual(plain.victimCharts.bySex);
      expect(run({ flags: b.flags }).victimCharts.byFlag).toEqual(plain.victimCharts.byFlag);
      expect(run({ boroughs: b.boroughs }).byPlace.borough).toEqual(plain.byPlace.borough);
      expect(run({ hubs: b.hubs }).byPlace.hub).toEqual(plain.byPlace.hub);
      expect(run({ wards: b.wards }).byPlace.ward).toEqual(plain.byPlace.ward);
      expect(run({ midnightAside: !a.midnightAside }).atMidnight).toBe(plain.atMidnight);
    }
  });

  it('counts an offence under clauses on victims where any of its victims passes, and only these victims', () => {
    const seen = { several: 0, narrowed: 0 };
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(4000 + seed);
      const scene = randomScene(random, { rows: 300, areas: 5, age: true, victims: true, dirty: seed % 3 === 0 });
      const selection = { ...EVERYTHING, types: scene.input.entry.kinds.map(({ type }) => type), ages: [2, 3, 4, 10], sexes: seed % 2 === 0 ? [0] : null, flags: seed % 5 === 0 ? [0, 2] : null, areas: seed % 4 === 0 ? scene.input.areas.code.slice(1) : null };
      const result = aggregate(selection, scene.input, true);
      const { atMidnight: _given, ...given } = answers(result, scene);
      const { atMidnight: _expected, ...expected } = plainLoop(selection, scene);
      expect({ seed, ...given }).toEqual({ seed, ...expected });
      if (given.matchingVictims > given.matching) seen.several += 1;
      if (given.matching < answers(aggregate({ ...selection, ages: null }, scene.input), scene).matching) seen.narrowed += 1;
    }
    expect([seen.several > 20, seen.narrowed]).toEqual([true, 60]);
  });

  it('shows in the bar of each flag, age and sex what choosing it alone would match', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(6000 + seed);
      const { input } = randomScene(random, { rows: 300, areas: 5, age: true, victims: true });
      const selection = randomSelection(random, input);
      const { byAge, bySex, byFlag } = aggregate(selection, input).victimCharts;
      const victims = (patch: Partial<typeof selection>): number => {
        const result = aggregate({ ...selection, ...patch }, input);
        return inChosen(result, result.rows.victims);
      };
      const offences = (patch: Partial<typeof selection>): number => {
        const result = aggregate({ ...selection, ...patch }, input);
        return inChosen(result, result.rows.offences);
      };
      expect([...byAge ?? []].slice(0, 19)).toEqual(Array.from({ length: 19 }, (_, band) => victims({ ages: [band] })));
      expect(bySex && [...bySex]).toEqual(bySex && [0, 1, 2].map((sex) => victims({ sexes: [sex] })));
      expect(byFlag && [...byFlag]).toEqual(byFlag && [0, 1, 2, 3, 4, 5, 6].map((flag) => offences({ flags: [flag] })));
    }
  });

  it('leaves incidents that are not crime out unless their type is named', () => {
    const scene = randomScene(seededRandom(5), { rows: 200, areas: 3, kinds: 2 });
    const kinds = ['burglary', 'anti-social-behaviour'].map((type) => ({ type, typeTitle: type, subgroup: null, subgroupTitle: null, crime: type === 'burglary' }));
    const input = { ...scene.input, entry: { ...scene.input.entry, kinds } };
    const countOf = (types: string[] | null): number => {
      const result = aggregate({ ...EVERYTHING, types }, input);
      return inChosen(result, result.rows.offences);
    };
    expect(countOf(null)).toBe(countOf(['burglary']));
    expect(countOf(['anti-social-behaviour'])).toBeGreaterThan(0);
    expect(countOf(['burglary', 'anti-social-behaviour'])).toBe(countOf(null) + countOf(['anti-social-behaviour']));
  });

  it('says which clauses the data set cannot answer, and applies none of them', () => {
    const scene = randomScene(seededRandom(7), { rows: 200, areas: 3, hours: false });
    const input = { ...scene.input, entry: { ...scene.input.entry, fields: { ...scene.input.entry.fields, subgroup: false } } };
    const open = aggregate(EVERYTHING, input);
    const result = aggregate({ ...EVERYTHING, hours: { from: 19, to: 7 }, days: [4], subgroups: ['rape'] }, input);
    expect(result.rows.offences).toEqual(open.rows.offences);
    expect(result.personTime.hoursOfWeek).toBe(168);
    expect(result.notes).toEqual(['Random records has no weekday or hour: those filters are not applied.', 'Random records has no offence subgroups: that filter is not applied.']);
  });

  it('says which columns of victims the data set lacks, and applies no clause on them', () => {
    const scene = randomScene(seededRandom(9), { rows: 200, areas: 3, age: false, victims: false });
    const input = { ...scene.input, cells: { ...scene.input.cells, sex: null, flags: null } };
    const open = aggregate(EVERYTHING, input);
    const result = aggregate({ ...EVERYTHING, ages: [4], sexes: [0], flags: [1] }, input, true);
    expect(result.rows.offences).toEqual(open.rows.offences);
    expect([result.personTime, result.personYears.total]).toEqual([open.personTime, open.personYears.total]);
    expect([result.victimCharts, result.byAgeSex]).toEqual([{ byAge: null, bySex: null, byFlag: null }, null]);
    expect(result.notes).toEqual([
      'Random records does not hold the age of victims: that filter is not applied.', 'Random records does not hold the sex of victims: that filter is not applied.',
      'Random records does not hold flags: that filter is not applied.',
    ]);
  });

  it('gives nothing, without an error, for a drawn line and for months it does not hold', () => {
    const scene = randomScene(seededRandom(8), { rows: 200, areas: 3 });
    expect(aggregate({ ...EVERYTHING, drawn: [[0, 0], [1, 1]] }, scene.input).chosen.inPlace).toEqual(new Uint8Array(3));
    const none = aggregate({ ...EVERYTHING, period: { from: '1999-01', to: '1999-12' } }, scene.input);
    expect(total(none.rows.offences)).toBe(0);
    expect(none.personTime.months).toBe(0);
    expect(total(none.personYears.total)).toBe(0);
  });
});
