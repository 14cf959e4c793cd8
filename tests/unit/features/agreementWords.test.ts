import { describe, expect, it } from 'vitest';
import { agreementSentence } from '../../../src/features/explore/agreementWords.ts';
import type { SourceClasses } from '../../../src/model/agreement.ts';
import { CLASS, REASON } from '../../../src/model/measures.ts';

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

const because = (reason: number) => (one: SourceClasses): SourceClasses => ({ ...one, reasons: Uint8Array.of(0, 0, 0, reason) });

describe('agreementSentence', () => {
  it('names the other sources that class the area higher, of those that class it at all', () => {
    expect(agreementSentence(agreement, 'police', 0, true)).toBe('Also significantly higher in A&E attendances and Ambulance callouts (2 of 3 other sources).');
    expect(agreementSentence(agreement, 'police', 1, false)).toBe('Significantly higher in A&E attendances (1 of 3 other sources).');
    expect(agreementSentence(agreement, 'police', 2, true)).toBe('Not significantly higher in any of the 3 other sources.');
  });

  it('never counts the source that is shown', () => {
    expect(agreementSentence(agreement, 'ae', 0, true)).toBe('Also significantly higher in Police recorded violence and Ambulance callouts (2 of 3 other sources).');
  });

  it('tells withheld rates from too few events', () => {
    const [police, ...others] = agreement.sources;
    const none = others.map((one) => ({ ...one, classes: Uint8Array.of(4, 4, 4, tooFew) }));
    const said = (sources: readonly SourceClasses[]) => agreementSentence({ sources: [police!, ...sources] }, 'police', 3, true);
    expect(said(none.map(because(REASON.belowThreshold)))).toBe('Every other source withholds its rate here.');
    expect(said(none.map((one, index) => because(index === 0 ? REASON.belowThreshold : REASON.fewerThan10)(one)))).toBe('No other source has a rate here to compare: it is withheld, or there are too few events.');
    expect(said(none.map(because(REASON.fewerThan10)))).toBe('No other source has enough events here to compare.');
  });

  it('says where no other source has enough events, or only one', () => {
    expect(agreementSentence(agreement, 'police', 3, true)).toBe('No other source has enough events here to compare.');
    expect(agreementSentence(agreement, 'ae', 3, false)).toBe('Significantly higher in Police recorded violence (the only other source with a class here).');
    expect(agreementSentence({ sources: agreement.sources.slice(2) }, 'ambulance', 0, true)).toBe('Not significantly higher in Admissions.');
  });
});
