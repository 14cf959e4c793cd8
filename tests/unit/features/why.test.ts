import { describe, expect, it } from 'vitest';
import { benchmarkOfArea, formatP, monthsMore, type WhyInput, whySentence } from '../../../src/features/explore/why.ts';
import { CLASS, REASON } from '../../../src/model/measures.ts';
import { NO_PACE } from '../../../src/model/results.ts';

const why = (row: Partial<WhyInput['row']>, change: Partial<WhyInput> = {}) => whySentence({
  row: { lower: 1200, upper: 3300, classCode: CLASS.similar, reason: REASON.given, count: 40, victims: 44, monthsNeeded: 0, benchmark: 2702.4, adjustedP: 0.4, ...row },
  entry: { disclosureThreshold: 5, rowsAreVictims: false }, kind: 'rate', unit: 'offences', confidence: 95, benchmark: { asked: { kind: 'county' }, title: 'Bedfordshire', possessive: 'Bedfordshire’s' }, ...change,
});

describe('why an area has its class', () => {
  it('names the limit that decides', () => {
    expect(why({ classCode: CLASS.higher, lower: 19_154 })).toBe('Its lower limit, 19,154, is above Bedfordshire’s 2,702.');
    expect(why({ classCode: CLASS.lower, upper: 1_000 })).toBe('Its upper limit, 1,000, is below Bedfordshire’s 2,702.');
    expect(why({})).toBe('Its limits, 1,200 to 3,300, take in Bedfordshire’s 2,702.');
  });

  it('shows as many decimals as the difference needs', () => {
    expect(why({ classCode: CLASS.higher, lower: 2876.4, benchmark: 2876 })).toBe('Its lower limit, 2,876.4, is above Bedfordshire’s 2,876.0.');
    expect(why({ classCode: CLASS.lower, lower: 1000, upper: 2875.996, benchmark: 2876 })).toBe('Its upper limit, 2,875.996, is below Bedfordshire’s 2,876.000.');
    expect(why({ classCode: CLASS.higher, lower: 12.04, benchmark: 12.01 })).toBe('Its lower limit, 12.04, is above Bedfordshire’s 12.01.');
  });

  it('takes a limit on the benchmark, but for rounding, as the class does', () => {
    expect(why({ lower: 2876 * (1 + 1e-13), benchmark: 2876 })).toBe('Its limits, 2,876 to 3,300, take in Bedfordshire’s 2,876.');
    expect(why({ lower: 1000, upper: 2876 * (1 - 1e-13), benchmark: 2876 })).toContain('take in');
    expect(fdr({ lower: 2876 * (1 + 1e-13), benchmark: 2876 })).toContain('take in');
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

  it('names the borough that an area is held against, where each is held against its own', () => {
    const benchmark = benchmarkOfArea({ kind: 'own-borough' }, { title: 'its own borough', possessive: 'its own borough’s' }, 'Luton');
    expect(why({ classCode: CLASS.higher, lower: 4100, benchmark: 3400 }, { benchmark })).toBe('Its lower limit, 4,100, is above its borough Luton’s 3,400.');
  });

  it('says that a typed value is of the other kind of rate', () => {
    const asked = { kind: 'value', value: 2876.4, of: 'dsr', title: 'England 2023' } as const;
    expect(why({ classCode: CLASS.noData, benchmark: Number.NaN }, { benchmark: { asked, title: 'England 2023 (typed value)', possessive: 'England 2023’s' } })).toBe('The typed value is a standardised rate and this is a crude one, so there is nothing to compare with.');
    expect(why({ classCode: CLASS.lower, upper: 2000, benchmark: 2876.4 }, { kind: 'dsr', benchmark: { asked, title: 'England 2023 (typed value)', possessive: 'England 2023’s' } })).toBe('Its upper limit, 2,000, is below England 2023’s 2,876.');
  });
});

const fdr = (row: Partial<WhyInput['row']>) => why(row, { confidence: 'fdr' });
const more = (monthsNeeded: number, reason: 0 | 1 | 4 = REASON.fewerThan10) => monthsMore({ reason, monthsNeeded });

describe('why, under the false discovery rate', () => {
  it('names the adjusted p that decides, with the limit', () => {
    expect(fdr({ classCode: CLASS.higher, lower: 3120, adjustedP: 0.031 })).toBe('Adjusted p 0.03 is below 0.05: its lower limit, 3,120, is above Bedfordshire’s 2,702.');
    expect(fdr({ classCode: CLASS.lower, upper: 2000, adjustedP: 0.0004 })).toBe('Adjusted p under 0.001 is below 0.05: its upper limit, 2,000, is below Bedfordshire’s 2,702.');
  });

  it('says where the limits alone would have said more', () => {
    expect(fdr({ lower: 2800, upper: 3300, adjustedP: 0.08 })).toBe('Its lower limit, 2,800, is above Bedfordshire’s 2,702, but among so many areas that may be chance: adjusted p 0.08 is not below 0.05.');
    expect(fdr({})).toBe('Its limits, 1,200 to 3,300, take in Bedfordshire’s 2,702; adjusted p 0.40 is not below 0.05.');
  });

  it('never rounds a p-value onto the other side of 0.05', () => {
    expect([0.0499, 0.04996, 0.05, 0.0501, 0.03, 0.004, 0.0002, Number.NaN].map(formatP)).toEqual(['0.0499', '0.04996', '0.05', '0.0501', '0.03', '0.004', 'under 0.001', '–']);
  });
});

describe('monthsMore', () => {
  it('says it in a few words where there is a pace, and nothing otherwise', () => {
    expect([more(26), more(1), more(601), more(0), more(NO_PACE), more(26, REASON.belowThreshold)]).toEqual(['26 months more', '1 month more', 'over 50 years more', null, null, null]);
  });
});
