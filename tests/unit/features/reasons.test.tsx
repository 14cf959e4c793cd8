import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RateLine } from '../../../src/features/explore/areas/SummaryRates.tsx';
import { rateWords } from '../../../src/features/explore/scene.ts';
import { noRateWords } from '../../../src/features/explore/stage/AreaPeek.tsx';
import { REASON, type ReasonCode } from '../../../src/model/measures.ts';
import { reasonOf, reasonTitle } from '../../../src/model/reasons.ts';

const summary = (reason: number) => ({ value: Number.NaN, lower: Number.NaN, upper: Number.NaN, reason, events: 4, personYears: 100 });
const line = (reason: number) => renderToStaticMarkup(<dl><RateLine title="Luton" rate={summary(reason)} /></dl>);
const noRate = (reason: ReasonCode, count = 7) => noRateWords({ reason, count });

describe('a rate that is not given', () => {
  it('says which of the reasons it is, in the summary', () => {
    expect(line(REASON.fewerThan10)).toContain('Too few to say');
    expect(line(REASON.belowThreshold)).toContain('Withheld');
    expect(line(REASON.noPopulation)).toContain('No residents held');
    expect(line(REASON.notCovered)).toContain('Not covered');
    expect(renderToStaticMarkup(<dl><RateLine title="Luton" rate={null} /></dl>)).toContain('Not given');
  });

  it('says so in print and in files', () => {
    expect([rateWords(summary(REASON.belowThreshold)), rateWords({ ...summary(0), value: 2876.4 })]).toEqual(['withheld', '2,876']);
  });

  it('says so beside the map, once', () => {
    expect([noRate(REASON.fewerThan10), noRate(REASON.noPopulation), noRate(REASON.belowThreshold), noRate(REASON.notCovered, Number.NaN)]).toEqual(['no rate: too few to say', 'no rate: no residents held', 'rate withheld', 'no rate']);
  });

  it('reads a code that is not known as not given', () => {
    expect([reasonTitle(undefined), reasonTitle(99), reasonOf(99)]).toEqual(['Not given', 'Not given', REASON.given]);
  });
});
