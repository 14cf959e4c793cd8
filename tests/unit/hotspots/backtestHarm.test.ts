import { describe, expect, it } from 'vitest';
import { harmPlan } from '../../../src/hotspots/backtestHarm.ts';
import { backtestSteps } from '../../../src/hotspots/backtestSteps.ts';
import { finished } from '../../../src/hotspots/input.ts';
import { DEFAULT_HARM_WEIGHTS, HARM_SUBGROUPS, weightsFrom } from '../../../src/model/harm.ts';
import { DEFAULT_BACKTEST_SETTINGS, type BacktestAnswer, type BacktestRequest } from '../../../src/model/backtest.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import { months, POLICE, STREET } from '../../fakes/samplePack.ts';
import { gridPack, inputOver, type Monthly } from './gridPack.ts';

const { kinds, fields } = POLICE;
const pack = gridPack(5, { kinds, fields: { ...fields, age: false } });
const AREAS = 25;
/** Assaults everywhere at levels of their own; injuries the other way round; in area 24 a homicide each June. */
const EVENTS: Readonly<Record<string, (area: number, month: string) => number>> = {
  'violence-without-injury': (area, month) => 20 + 3 * area + ((area * 7 + Number(month.slice(5)) * 3) % 5),
  'violence-with-injury': (area, month) => 5 + (AREAS - area) + ((area * 3 + Number(month.slice(5))) % 4),
  homicide: (area, month) => (area === 24 && month.endsWith('-06') ? 1 : 0),
};
const monthly: Monthly = (area, month, subgroups) => Object.entries(EVENTS).reduce((sum, [id, of]) => sum + (subgroups?.includes(id) ?? true ? of(area, month) : 0), 0);
const asked = (change: Partial<BacktestRequest> = {}): BacktestRequest => ({ pack: pack.id, dataSet: pack.manifest.opens, selection: EVERYTHING, ...DEFAULT_BACKTEST_SETTINGS, pick: { kind: 'areas', areas: 3 }, ...change });
const made = (request: BacktestRequest, from = pack, events = monthly): BacktestAnswer => finished(backtestSteps(request, inputOver(from, events)));
const over = (from: string, to: string, area: number, weightOf: (id: string) => number): number => Object.entries(EVENTS).reduce((sum, [id, of]) => sum + weightOf(id) * months(from, to).reduce((total, month) => total + of(area, month), 0), 0);
const areas = Array.from({ length: AREAS }, (_, area) => area);
const weight = (id: string): number => HARM_SUBGROUPS.find((one) => one.id === id)?.weight ?? Number.NaN;
const methodOf = (answer: BacktestAnswer, id: string) => answer.methods.find(({ method }) => method === id);
const harmOf = (area: number, from: string, to: string): number => over(from, to, area, weight);
const countOf = (area: number, from: string, to: string): number => over(from, to, area, () => 1);

/** What is judged on events, of the other methods. */
const others = (from: BacktestAnswer) => from.methods.filter(({ method }) => method !== 'harm').map(({ harm: _harm, ...rest }) => rest);
const planned = (entry: typeof POLICE, selection: Partial<Selection> = {}) => harmPlan({ selection: { ...EVERYTHING, ...selection }, harmWeights: DEFAULT_HARM_WEIGHTS }, entry);

describe('the back-test by harm', () => {
  const answer = made(asked());

  it('picks by weighted events and is judged on events and on harm as plain loops say', () => {
    const byHand = (train: (area: number, from: string, to: string) => number, judged: (id: string) => number): number => {
      const shares = answer.periods.map((period) => {
        const ranked = areas.map((area) => ({ area, score: train(area, period.train.from, period.train.to) })).toSorted((a, b) => b.score - a.score).slice(0, 3);
        const tested = (area: number): number => over(period.test.from, period.test.to, area, judged);
        return ranked.reduce((sum, { area }) => sum + tested(area), 0) / areas.reduce((sum, area) => sum + tested(area), 0);
      });
      return shares.reduce((sum, share) => sum + share, 0) / shares.length;
    };
    const harm = methodOf(answer, 'harm');
    expect(harm?.capture.value).toBeCloseTo(byHand(harmOf, () => 1), 12);
    expect(harm?.harm?.capture.value).toBeCloseTo(byHand(harmOf, weight), 12);
    expect(methodOf(answer, 'count')?.harm?.capture.value).toBeCloseTo(byHand(countOf, weight), 12);
    // Areas of 1 km2 each.
    expect(harm?.harm?.pai.value).toBeCloseTo((harm?.harm?.capture.value ?? 0) * AREAS / 3, 12);
    expect(methodOf(answer, 'random')?.harm?.capture.value).toBeCloseTo(3 / AREAS, 12);
  });

  it('names the best by each measure, and picks for now by harm', () => {
    if (answer.harm.problem !== null) throw new Error(answer.harm.problem);
    const best = Math.max(...answer.methods.map(({ harm }) => harm?.capture.value ?? 0));
    expect(methodOf(answer, answer.harm.best?.method ?? '')?.harm?.capture.value).toBe(best);
    const ranked = areas.toSorted((a, b) => over('2023-01', '2023-12', b, weight) - over('2023-01', '2023-12', a, weight) || a - b);
    expect(answer.picks.harm).toEqual(ranked.slice(0, 3));
    expect(answer.picks.harm).not.toEqual(answer.picks.count);
  });

  it('says on how few events half of the weight rests', () => {
    const { harm } = made(asked({ harmWeights: { ...weightsFrom(() => 0), homicide: 1_000, 'violence-with-injury': 1 } }));
    const injuries = areas.reduce((sum, area) => sum + over('2023-01', '2023-12', area, (id) => (id === 'violence-with-injury' ? 1 : 0)), 0);
    if (harm.problem !== null) throw new Error(harm.problem);
    expect(harm.subgroups.map(({ title, weight: own, events }) => [title, own, events]).slice(0, 2)).toEqual([['Homicide', 1_000, 1], ['Violence with injury', 1, injuries]]);
    expect(harm.eventsForHalf).toBe(1 + Math.ceil((1_000 + injuries) / 2 - 1_000));
    expect(harm.subgroups.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('changes nothing that is judged on events without it', () => {
    const plain = made(asked({ harmWeights: weightsFrom(() => 0) }));
    expect(others(plain)).toEqual(others(answer));
    expect([plain.harm, methodOf(plain, 'harm')?.problem, plain.picks.harm]).toEqual([{ problem: 'Every weight is 0.' }, 'Every weight is 0.', undefined]);
  });

  it('counts only the subgroups of the filter', () => {
    const some = made(asked({ selection: { ...EVERYTHING, subgroups: ['violence-with-injury'] } }));
    expect(some.harm.problem === null && some.harm.subgroups.map(({ title }) => title)).toEqual(['Violence with injury']);
    expect(some.picks.harm).toEqual(some.picks.count);
  });
});

describe('what can be weighed', () => {
  it('is records with subgroups, all of which have a weight', () => {
    expect(planned(POLICE).subgroups?.map(({ id, weight: own }) => [id, own])).toEqual([['homicide', 7973], ['violence-with-injury', 189], ['violence-without-injury', 14], ['rape', 2953], ['other-sexual-offences', 459]]);
    expect(planned(STREET).problem).toBe('This data set does not say which kind of violence an event was, and there is no weight for violence as a whole.');
    expect(planned({ ...POLICE, disclosureThreshold: 5 }).problem).toContain('Small counts are withheld');
    const mixed = { ...POLICE, kinds: [...kinds, { type: 'drugs', typeTitle: 'Drugs', subgroup: null, subgroupTitle: null, crime: true }, { type: 'anti-social-behaviour', typeTitle: 'Anti-social behaviour', subgroup: null, subgroupTitle: null, crime: false }] };
    expect(planned(mixed).problem).toBe('There is no weight for drugs: choose offence subgroups that have one.');
    expect(planned(mixed, { types: ['violence-and-sexual-offences'] }).subgroups).toHaveLength(5);
  });

  it('asks for no subgroup of a data set that withholds small counts', () => {
    const input = inputOver(gridPack(5, { kinds, fields, disclosureThreshold: 5 }), monthly);
    const answer = finished(backtestSteps(asked(), input));
    expect(input.asked.every(({ subgroups }) => subgroups === null)).toBe(true);
    expect(methodOf(answer, 'harm')?.problem).toContain('Small counts are withheld');
  });
});
