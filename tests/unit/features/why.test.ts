import { describe, expect, it } from 'vitest';
import { type WhyInput, whySentence } from '../../../src/features/explore/why.ts';
import { CLASS, REASON } from '../../../src/model/measures.ts';

const why = (row: Partial<WhyInput['row']>, change: Partial<WhyInput> = {}) => whySentence({
  row: { lower: 1200, upper: 3300, classCode: CLASS.similar, reason: REASON.given, count: 40, victims: 44, monthsNeeded: 0, ...row },
  entry: { disclosureThreshold: 5, rowsAreVictims: false }, kind: 'rate', unit: 'offences', benchmark: { title: 'Bedfordshire', possessive: 'Bedfordshire’s', value: 2702.4 }, ...change,
});

describe('why an area has its class', () => {
  it('names the limit that decides', () => {
    expect(why({ classCode: CLASS.higher, lower: 19_154 })).toBe('Its lower limit, 19,154, is above Bedfordshire’s 2,702.');
    expect(why({ classCode: CLASS.lower, upper: 1_000 })).toBe('Its upper limit, 1,000, is below Bedfordshire’s 2,702.');
    expect(why({})).toBe('Its limits, 1,200 to 3,300, take in Bedfordshire’s 2,702.');
  });

  it('says how few, and how many further months are needed', () => {
    expect(why({ reason: REASON.fewerThan10, count: 7, monthsNeeded: 26 })).toBe('Only 7 offences: a rate needs at least 10. At the present pace that takes about 26 further months.');
    expect(why({ reason: REASON.fewerThan10, count: 1, monthsNeeded: 1 })).toBe('Only 1 offence: a rate needs at least 10. At the present pace that takes about 1 further month.');
    expect(why({ reason: REASON.fewerThan10, count: 0, monthsNeeded: 65_535 })).toBe('No offences: a rate needs at least 10. There is no pace to say how long that would take.');
    expect(why({ reason: REASON.fewerThan10, count: 1, monthsNeeded: 5_000 })).toContain('more than 50 years');
  });

  it('counts victims of known age for a standardised rate of victims', () => {
    const entry = { disclosureThreshold: 0, rowsAreVictims: true };
    expect(why({ reason: REASON.fewerThan10, count: 11, victims: 9, monthsNeeded: 2 }, { kind: 'dsr', entry })).toContain('Only 9 victims of known age');
  });

  it.each([
    [REASON.noPopulation, 'No residents'], [REASON.eventsWithoutPopulation, 'age band without residents'], [REASON.belowThreshold, 'Counts under 5'], [REASON.notCovered, 'night-time hotspots only'],
  ])('gives reason %i its own words', (reason, words) => {
    expect(why({ reason, lower: Number.NaN, upper: Number.NaN })).toContain(words);
  });

  it('compares with nothing where the county has no rate', () => {
    expect(why({ classCode: CLASS.noData })).toContain('nothing to compare with');
  });
});
