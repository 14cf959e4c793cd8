import { describe, expect, it } from 'vitest';
import { legendText } from '../../../src/map/layers/legendText.ts';
import type { LegendText } from '../../../src/map/layers/legendText.ts';
import type { LegendWords } from '../../../src/map/layers/legend.ts';
import type { MeasureId } from '../../../src/model/measures.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { REASON } from '../../../src/model/measures.ts';
import type { OpenedPack } from '../../../src/model/pack.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import type { SceneOptions } from './scene.ts';
import { WORDS, agreementOf, evaluationOf, packWith } from './scene.ts';

const textOf = (measure: MeasureId, scene: SceneOptions = {}, pack: OpenedPack = samplePack({ demonstration: false }), words: Partial<LegendWords> = {}): LegendText =>
  legendText({ pack, evaluation: evaluationOf(scene), measure, agreement: null, words: { ...WORDS, ...words } });
const police = (words: Partial<LegendWords>, scene: SceneOptions = {}, measure: MeasureId = 'dsr-class'): LegendText => textOf(measure, { dataSet: 'police-recorded', ...scene }, undefined, words);

describe('title', () => {
  it('names what is counted', () => {
    expect(textOf('count').title).toBe('All crimes without anti-social behaviour');
    expect(textOf('count', { dataSet: 'police-recorded' }).title).toBe('Violence and sexual offences');
    expect(textOf('count', { selection: { types: ['robbery'] } }).title).toBe('Robbery');
    expect(textOf('count', { selection: { types: ['robbery', 'burglary'] } }).title).toBe('Burglary and Robbery');
    expect(textOf('count', { selection: { types: ['robbery', 'burglary', 'drugs'] } }).title).toBe('3 types');
    expect(textOf('count', { selection: { types: ['anti-social-behaviour'] } }).title).toBe('Anti-social behaviour');
    expect(textOf('count', { dataSet: 'police-recorded', selection: { subgroups: ['rape'] } }).title).toBe('Rape');
  });

  it('has a plain word for a data set that the pack does not know', () => {
    expect(textOf('count', { dataSet: 'no-such-data-set' }).title).toBe('Records');
  });
});

describe('subtitle', () => {
  it('says rate, benchmark and limits', () => {
    expect(textOf('dsr-class', { dataSet: 'police-recorded' }).subtitle).toBe('Directly standardised rate per 100,000 residents a year against Bedfordshire, 2,876; 95% limits');
    expect(textOf('rate-class', { confidence: 99.8 }).subtitle).toBe('Crude rate per 100,000 residents a year against Bedfordshire, 2,702; 99.8% limits');
    expect(textOf('rate').subtitle).toBe('Crude rate per 100,000 residents a year; Bedfordshire, 2,702');
  });

  it('says which filter it shows, without repeating what the title says', () => {
    expect(police({ filter: 'Violence and sexual offences, Fri and Sat 19:00-07:00, Luton, Jan 2019 to Dec 2023' })).toMatchObject({
      title: 'Violence and sexual offences',
      subtitle: 'Fri and Sat 19:00-07:00, Luton, Jan 2019 to Dec 2023. Directly standardised rate per 100,000 residents a year against Bedfordshire, 2,876; 95% limits',
    });
    expect(police({ filter: 'Violence and sexual offences, every day 15:00-18:00' }, {}, 'count').subtitle).toBe('Every day 15:00-18:00. Number of offences in each area');
    expect(police({ filter: 'Violence and sexual offences' }, {}, 'count').subtitle).toBe('Number of offences in each area');
  });

  it('names types that the title only counts', () => {
    const types = ['robbery', 'burglary', 'drugs'];
    expect(textOf('count', { selection: { types } }, undefined, { filter: 'Burglary, Drugs and Robbery, Luton' })).toMatchObject({ title: '3 types', subtitle: 'Burglary, Drugs and Robbery, Luton. Number of crimes in each area' });
  });

  it('repeats the words for whom a rate is per', () => {
    expect(police({ per: 'per 100,000 female residents aged 10 and over a year in these hours' }).subtitle).toContain('rate per 100,000 female residents aged 10 and over a year in these hours against');
  });

  it('names every kind of benchmark, with its value where it has one', () => {
    const typed = { kind: 'value', value: 2500, of: 'dsr', title: 'England 2023' } as const;
    const england = { benchmark: 'England 2023 (typed value)' };
    expect(police(england, { benchmark: typed }).subtitle).toContain('against England 2023 (typed value), 2,500; 95% limits');
    expect(police(england, { benchmark: typed }, 'dsr').subtitle).toMatch(/a year; England 2023 \(typed value\), 2,500$/);
    expect(police({ benchmark: 'its own borough' }, { benchmark: { kind: 'own-borough' } }).subtitle).toContain('against its own borough; 95% limits');
    expect(police({ benchmark: 'its own borough' }, { benchmark: { kind: 'own-borough' } }, 'dsr').subtitle).toMatch(/a year$/);
    expect(police({ benchmark: 'the saved selection “Luton 2019”' }, { benchmark: { kind: 'selection', title: 'Luton 2019', selection: EVERYTHING } }).subtitle).toContain('against the saved selection “Luton 2019”, 2,876;');
  });

  it('says why a typed value of the other kind gives no classes', () => {
    const typed = { kind: 'value', value: 2500, of: 'rate', title: 'England' } as const;
    expect(police({ benchmark: 'England (typed value)' }, { benchmark: typed }).subtitle).toContain('against England (typed value): nothing to compare with, as that is a crude rate; 95% limits');
    expect(police({ benchmark: 'England (typed value)' }, { benchmark: typed }, 'dsr').subtitle).not.toContain('England');
  });

  it('says that the false discovery rate is held', () => {
    expect(police({}, { confidence: 'fdr' }).subtitle).toContain('2,876; 95% limits, false discovery rate held to 5%');
  });

  it('names deprivation too where it is mapped with it', () => {
    const { title, subtitle } = police({}, {}, 'class-by-imd');
    expect(title).toBe('Violence and sexual offences by deprivation');
    expect(subtitle).toBe('Directly standardised rate per 100,000 residents a year against Bedfordshire, 2,876; 95% limits. Deprivation: England’s fifths (IMD 2019)');
    expect(textOf('class-by-imd').subtitle).toContain('Crude rate');
  });

  it('names counts by the data set’s unit', () => {
    expect(textOf('count').subtitle).toBe('Number of crimes in each area');
    expect(textOf('count-quintile', { dataSet: 'police-recorded' }).subtitle).toBe('Number of offences, in fifths of the county’s areas');
  });

  it('never prints a benchmark that is not a number', () => {
    expect(textOf('rate-class', { county: { rate: Number.NaN, rateReason: REASON.fewerThan10 } }).subtitle).toContain('Bedfordshire, not given (too few to say); 95% limits');
    expect(textOf('dsr-class', { county: { dsr: null } }).subtitle).toContain('Bedfordshire, not given;');
    expect(legendText({ pack: samplePack(), evaluation: null, measure: 'rate-class', agreement: null, words: WORDS }).subtitle).toBe('Crude rate per 100,000 residents a year against Bedfordshire; 95% limits');
  });
});

describe('caveat', () => {
  it('says what too few means and who the residents are, for rates only', () => {
    expect(textOf('rate-class').caveat).toBe('Too few to say: fewer than 10 crimes. Residents are the wrong denominator for town centres at night. Population: made up.');
    expect(textOf('count').caveat).toBe('');
  });

  it('tells victims from offences', () => {
    expect(textOf('dsr', { dataSet: 'police-recorded' }).caveat).toMatch(/fewer than 10 victims of known age.*The rate counts victims; counts elsewhere are offences/);
    expect(textOf('rate', { dataSet: 'police-recorded' }).caveat).toMatch(/fewer than 10 offences.*Counts offences, not victims/);
  });

  it('calls anti-social behaviour incidents, never crimes', () => {
    expect(textOf('count', { selection: { types: ['anti-social-behaviour'] } }).subtitle).toBe('Number of incidents in each area');
    expect(textOf('rate', { selection: { types: ['anti-social-behaviour'] } }).caveat).toContain('fewer than 10 incidents');
  });

  it('gives a small benchmark one decimal, as tables do', () => {
    expect(textOf('rate', { county: { rate: 0.94 } }).subtitle).toContain(', 0.9');
    expect(textOf('rate', { county: { rate: 2702.2 } }).subtitle).toContain(', 2,702');
  });

  it('names the populations used in place of others', () => {
    const substituted = [{ year: 2023, used: 2020 }, { year: 2021, used: 2020 }, { year: 2022, used: 2020 }, { year: 2016, used: 2017 }];
    const pack = samplePack();
    const several = { ...pack, manifest: { ...pack.manifest, population: { years: [2017, 2019, 2020], basis: 'ONS.' } } };
    expect(textOf('rate', { substituted }, several).caveat).toContain('2017 residents stand in for 2016; 2020 residents stand in for 2021 to 2023.');
    expect(textOf('count', { substituted }, several).caveat).not.toContain('stand in');
  });

  it('names the disclosure threshold and demonstration data', () => {
    expect(textOf('count', {}, packWith('street', { disclosureThreshold: 5 })).caveat).toBe('Counts under 5, and those that would give them away, are withheld. Demonstration data.');
  });

  it('says when the residents are of both sexes though the filter is not', () => {
    expect(textOf('rate', { selection: { sexes: [0] } }).caveat).toContain('divides by all residents: this pack does not hold the population by sex');
    expect(textOf('rate', { selection: { sexes: [0] }, sex: 'female' }).caveat).not.toContain('all residents');
    expect(textOf('rate').caveat).not.toContain('all residents');
  });

  it('says whose quintiles and which edges', () => {
    expect(textOf('imd').caveat).toContain('IMD 2019: England’s fifths, not the county’s');
    expect(textOf('imd-decile').subtitle).toBe('England’s tenths, 1 = most deprived');
    const pack = samplePack();
    expect(textOf('density', {}, pack).caveat).toContain('county’s own areas');
    expect(textOf('density', {}, { ...pack, manifest: { ...pack.manifest, densityEdges: [529, 1, 2, 6902] } }).caveat).toContain('published ones');
  });
});

describe('agreement of the sources', () => {
  const agreement = agreementOf([[4, 4, 3, 3, 3], [4, 1, 1, 3, 3]]);
  const text = legendText({ pack: samplePack({ demonstration: false }), evaluation: null, measure: 'agreement', agreement, words: { ...WORDS, filter: 'Rape, Luton' } });

  it('names the sources with their own periods, and that the filter has no part in it', () => {
    expect(text.title).toBe('Higher in how many sources');
    expect(text.subtitle).toBe('Significantly higher than Bedfordshire (95% limits), whatever the filter, in: Police recorded violence (Jan 2019 to Dec 2023) and A&E attendances (Jan 2019). Each over its whole period.');
    expect(text.source).toBe('Police recorded violence: directly standardised rate. A&E attendances: crude rate');
  });

  it('says how many areas only some sources could compare', () => {
    expect(text.caveat).toContain('2 areas have too few events in some source');
    expect(legendText({ pack: samplePack(), evaluation: null, measure: 'agreement', agreement: agreementOf([[4, 4, 3, 3, 3], [4, 4, 3, 3, 3]]), words: WORDS }).caveat).not.toContain('too few events');
  });
});

describe('source', () => {
  it('carries title and attribution of the data set', () => {
    expect(textOf('count').source).toBe('Street crime. Made up');
    expect(textOf('none').source).toBe('Boundaries: Office for National Statistics');
    expect(textOf('none', {}, samplePack({ demonstration: true })).source).toBe('Demonstration boundaries, not the official ones');
  });
});
