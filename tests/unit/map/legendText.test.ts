import { describe, expect, it } from 'vitest';
import { legendText } from '../../../src/map/layers/legendText.ts';
import type { LegendText } from '../../../src/map/layers/legendText.ts';
import type { MeasureId } from '../../../src/model/measures.ts';
import { REASON } from '../../../src/model/measures.ts';
import type { OpenedPack } from '../../../src/model/pack.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import type { SceneOptions } from './scene.ts';
import { evaluationOf, packWith } from './scene.ts';

const textOf = (measure: MeasureId, scene: SceneOptions = {}, pack: OpenedPack = samplePack({ demonstration: false })): LegendText => legendText(pack, evaluationOf(scene), measure);

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

  it('names the areas covered where the data set does not cover the county', () => {
    const pack = packWith('street', { kind: 'nte-profile' });
    expect(textOf('rate-class', {}, pack).subtitle).toBe('Crude rate per 100,000 residents a year against the areas covered, 2,702; 95% limits');
    expect(textOf('rate', {}, pack).subtitle).toBe('Crude rate per 100,000 residents a year; the areas covered, 2,702');
  });

  it('says when the rate is for some hours only', () => {
    expect(textOf('rate', { hoursOfWeek: 24 }).subtitle).toContain('per 100,000 residents a year in these hours');
  });

  it('names counts by the data set’s unit', () => {
    expect(textOf('count').subtitle).toBe('Number of crimes in each area');
    expect(textOf('count-quintile', { dataSet: 'police-recorded' }).subtitle).toBe('Number of offences, in fifths of the county’s areas');
  });

  it('never prints a benchmark that is not a number', () => {
    expect(textOf('rate-class', { county: { rate: Number.NaN, rateReason: REASON.fewerThan10 } }).subtitle).toContain('Bedfordshire, not given (fewer than 10); 95% limits');
    expect(textOf('dsr-class', { county: { dsr: null } }).subtitle).toContain('Bedfordshire, not given;');
    expect(legendText(samplePack(), null, 'rate-class').subtitle).toBe('Crude rate per 100,000 residents a year against Bedfordshire; 95% limits');
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

  it('says whose quintiles and which edges', () => {
    expect(textOf('imd').caveat).toContain('IMD 2019: England’s fifths, not the county’s');
    expect(textOf('imd-decile').subtitle).toBe('England’s tenths, 1 = most deprived');
    const pack = samplePack();
    expect(textOf('density', {}, pack).caveat).toContain('county’s own areas');
    expect(textOf('density', {}, { ...pack, manifest: { ...pack.manifest, densityEdges: [529, 1, 2, 6902] } }).caveat).toContain('published ones');
  });
});

describe('source', () => {
  it('carries title and attribution of the data set', () => {
    expect(textOf('count').source).toBe('Street crime. Made up');
    expect(textOf('none').source).toBe('Boundaries: Office for National Statistics');
    expect(textOf('none', {}, samplePack({ demonstration: true })).source).toBe('Demonstration boundaries, not the official ones');
  });
});
