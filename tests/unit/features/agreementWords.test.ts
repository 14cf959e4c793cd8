import { describe, expect, it } from 'vitest';
import { agreementSentence } from '../../../src/features/explore/agreementWords.ts';
import type { SourceClasses } from '../../../src/model/agreement.ts';
import { CLASS } from '../../../src/model/measures.ts';

/** Classes of areas 0 to 3 in each source. */
const source = (dataSet: string, title: string, ...classes: readonly number[]): SourceClasses => ({ dataSet, title, rate: 'dsr', period: { from: '2019-01', to: '2023-12' }, classes: Uint8Array.from(classes), reasons: new Uint8Array(classes.length) });
const { noData, tooFew, lower, similar, higher } = CLASS;
const agreement = {
  sources: [
    source('police', 'Police recorded violence', higher, similar, higher, higher),
    source('ae', 'A&E attendances', higher, higher, similar, tooFew),
    source('ambulance', 'Ambulance callouts', higher, lower, lower, noData),
    source('admissions', 'Admissions', similar, similar, lower, tooFew),
  ],
};

describe('agreementSentence', () => {
  it('names the other sources that class the area higher, of those that class it at all', () => {
    expect(agreementSentence(agreement, 'police', 0, true)).toBe('Also significantly higher in A&E attendances and Ambulance callouts (2 of 3 other sources).');
    expect(agreementSentence(agreement, 'police', 1, false)).toBe('Significantly higher in A&E attendances (1 of 3 other sources).');
    expect(agreementSentence(agreement, 'police', 2, true)).toBe('Not significantly higher in any of the 3 other sources.');
  });

  it('never counts the source that is shown', () => {
    expect(agreementSentence(agreement, 'ae', 0, true)).toBe('Also significantly higher in Police recorded violence and Ambulance callouts (2 of 3 other sources).');
  });

  it('says where no other source has enough events, or only one', () => {
    expect(agreementSentence(agreement, 'police', 3, true)).toBe('No other source has enough events here to compare.');
    expect(agreementSentence(agreement, 'ae', 3, false)).toBe('Significantly higher in Police recorded violence (the only other source with a class here).');
    expect(agreementSentence({ sources: agreement.sources.slice(2) }, 'ambulance', 0, true)).toBe('Not significantly higher in Admissions.');
  });
});
