import { describe, expect, it } from 'vitest';
import { announcement } from '../../../src/features/explore/announcement.ts';
import { chanceSentence, chanceShort, type Found, foundByChance, type FoundByChance } from '../../../src/features/explore/chance.ts';
import type { Benchmark } from '../../../src/model/benchmark.ts';
import { expectedHigher } from '../../../src/model/chance.ts';
import { CLASS, REASON } from '../../../src/model/measures.ts';
import { expectedByChance } from '../../../src/statistics/expectedByChance.ts';
import { samplePack, STREET } from '../../fakes/samplePack.ts';
import { evaluationOf } from '../map/scene.ts';

const { higher, similar, lower, tooFew, noData } = CLASS;

describe('foundByChance', () => {
  const evaluation = evaluationOf({ columns: { rateClass: [higher, similar, tooFew, higher, lower], dsrClass: [similar, similar, similar, similar, noData], inPlace: [1, 1, 1, 0, 0] } });

  it('expects the upper tail of the areas with a class, in the chosen places and in the county', () => {
    const { chosen, county } = foundByChance(evaluation, 'rate');
    expect(chosen).toEqual({ areas: 3, classified: 2, higher: 1, marked: 1, withheld: 0, expected: expectedHigher(2, 95) });
    // The county's own is the engine's.
    expect(county).toEqual({ areas: 5, classified: 4, withheld: 0, higher: 2, marked: 3, expected: evaluation.expectedHigherByChance.rate });
    expect(foundByChance(evaluation, 'dsr').county).toMatchObject({ classified: 4, higher: 0 });
  });

  it('follows the level of the limits', () => {
    const strict = evaluationOf({ confidence: 99.8, columns: { inPlace: [1, 1, 1, 0, 0] } });
    expect(foundByChance(strict, 'rate').chosen?.expected).toBeCloseTo(0.003, 12);
    for (const classified of [0, 121, 381]) for (const level of [95, 99.8] as const) expect(expectedHigher(classified, level)).toBeCloseTo(expectedByChance(classified, level / 100), 12);
    expect(expectedHigher(381, 'fdr')).toBeNaN();
  });

  it('has no chosen places where they are the whole county, and leaves out areas that the data set does not cover', () => {
    const covered = evaluationOf({ columns: { rateClass: [higher, similar, noData, noData, noData], rateReason: [0, 0, REASON.notCovered, REASON.notCovered, REASON.notCovered] } });
    expect(foundByChance(covered, 'rate')).toMatchObject({ chosen: null, county: { areas: 2, classified: 2, higher: 1 }, partCovered: true });
  });

  it('is what the screen reader hears too', () => {
    expect(announcement({ pack: samplePack(), entry: STREET, evaluation, rateKind: 'rate' })).toBe('100 crimes match. Chosen places: 1 of 3 areas higher, fewer than one by chance; whole county: 2 of 5, fewer than one.');
    expect(announcement({ pack: samplePack(), entry: STREET, evaluation: { ...evaluation, matching: 1 }, rateKind: 'rate' })).toMatch(/^1 crime matches\. /);
  });
});

const found = (areas: number, part: number, expected: number, classified = areas): Found => ({ areas, classified, withheld: 0, higher: part, marked: 2 * part, expected });

const against = (benchmark: Benchmark) => foundByChance({ ...evaluationOf(), request: { ...evaluationOf().request, benchmark } }, 'rate', 'Luton').than;

/** At 95% against the county unless said otherwise. */
const all = (part: Pick<FoundByChance, 'chosen' | 'county'> & Partial<FoundByChance>): FoundByChance => ({ partCovered: false, confidence: 95, than: null, ...part });

describe('the words', () => {
  const county = found(381, 63, 9.525);

  it('sets what chance would give beside what is found, here and in the county', () => {
    const luton = all({ chosen: found(121, 29, 3.025), county });
    expect(chanceSentence(luton)).toBe('29 of 121 areas in the chosen places read significantly higher; about 3 would by chance. Whole county: 63 of 381; about 10.');
    expect(chanceShort(luton)).toBe('Chosen places: 29 of 121 areas higher, about 3 by chance; whole county: 63 of 381, about 10');
  });

  it('says it once where nothing is chosen', () => {
    expect(chanceSentence(all({ chosen: null, county }))).toBe('63 of 381 areas read significantly higher; about 10 would by chance.');
    expect(chanceSentence(all({ chosen: null, county: found(381, 1, 0.381)}))).toBe('1 of 381 areas reads significantly higher; fewer than one would by chance.');
    expect(chanceShort(all({ chosen: null, county }))).toBe('63 of 381 areas higher, about 10 by chance');
  });

  it('says how few could be compared where most areas have too few events', () => {
    expect(chanceSentence(all({ chosen: null, county: found(381, 2, 0.05, 2) }))).toBe('2 of 381 areas read significantly higher; fewer than one would by chance. Only 2 have enough events to compare.');
    expect(chanceSentence(all({ chosen: found(10, 1, 0.025, 1), county }))).toContain('by chance. Only 1 has enough events to compare. Whole county: 63 of 381');
    expect(chanceSentence(all({ chosen: null, county: found(381, 2, 5, 191) }))).not.toContain('Only');
  });

  it('does not call withheld areas too few', () => {
    const columns = { rateClass: [tooFew, tooFew, tooFew, tooFew, tooFew], rateReason: [4, 4, 4, 4, 1] };
    expect(chanceSentence(foundByChance(evaluationOf({ columns }), 'rate'))).toBe('No area has a rate to compare, as counts are withheld.');
    expect(chanceSentence(all({ chosen: null, county: { ...found(381, 2, 0.05, 2), withheld: 300 } }))).toContain(' Only 2 have a rate to compare, as counts are withheld.');
  });

  it('names the areas covered where a data set covers a part of the county', () => {
    const covered = found(11, 3, 0.275);
    expect(chanceSentence(all({ chosen: null, county: covered, partCovered: true }))).toBe('3 of the 11 areas covered read significantly higher; fewer than one would by chance.');
    expect(chanceSentence(all({ chosen: found(4, 2, 0.1), county: covered, partCovered: true }))).toContain('All areas covered: 3 of 11');
  });

  it('does not speak of chance where nothing can be compared', () => {
    const none = found(381, 0, 0, 0);
    expect(chanceSentence(all({ chosen: null, county: none }))).toBe('No area has enough events to compare.');
    expect(chanceShort(all({ chosen: found(10, 0, 0, 0), county: none }))).toBe('No area has enough events to compare');
    expect(chanceSentence(all({ chosen: found(10, 0, 0, 0), county }))).toMatch(/^No area in the chosen places has enough events to compare\. Whole county/);
  });

  it('says of a false discovery rate how many may be wrong, of the county only', () => {
    const fdr = { confidence: 'fdr', county: { ...county, expected: Number.NaN } } as const;
    expect(chanceSentence(all({ ...fdr, chosen: null }))).toBe('63 of 381 areas read significantly higher with the false discovery rate held to 5%: of all 126 marked, higher or lower, at most about 6 may be wrong.');
    expect(chanceShort(all({ ...fdr, chosen: null }))).toBe('63 of 381 areas higher, at most about 6 of 126 marked may be wrong');
    const luton = all({ ...fdr, chosen: found(121, 29, Number.NaN) });
    expect(chanceSentence(luton)).toBe('29 of 121 areas in the chosen places read significantly higher with the false discovery rate held to 5%. Whole county: 63 of 381; of all 126 marked, higher or lower, at most about 6 may be wrong.');
    expect(chanceShort(luton)).toBe('Chosen places: 29 of 121 areas higher; whole county: 63 of 381, at most about 6 of 126 marked may be wrong');
    expect(chanceSentence(all({ ...fdr, county: found(381, 0, Number.NaN), chosen: null }))).toBe('0 of 381 areas read significantly higher with the false discovery rate held to 5%.');
  });

  it('names what areas read higher than, where that is not the county', () => {
    expect(chanceSentence(all({ chosen: null, county, than: 'England 2023 (typed value)' }))).toBe('63 of 381 areas read significantly higher than England 2023 (typed value); about 10 would by chance if none differed.');
    expect([against({ kind: 'county' }), against({ kind: 'own-borough' }), against({ kind: 'borough', borough: 'E06000032' })]).toEqual([null, 'their own borough', 'Luton']);
  });
});
