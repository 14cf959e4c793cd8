import { REASON, type ReasonCode } from './measures.ts';

/** Why a rate is not given, where its figure would stand. Withheld, too few, no residents and not covered are four different things. */
const WORDS: Readonly<Record<ReasonCode, string>> = {
  [REASON.given]: 'Not given',
  [REASON.fewerThan10]: 'Too few to say',
  [REASON.noPopulation]: 'No residents held',
  [REASON.eventsWithoutPopulation]: 'Events in an age band without residents',
  [REASON.belowThreshold]: 'Withheld',
  [REASON.notCovered]: 'Not covered',
};

/** "Too few to say", "Withheld" and so on, by REASON code; "Not given" for a code that is not known, or where nothing says why. */
export function reasonTitle(code: number | undefined): string {
  return WORDS[reasonOf(code)];
}

/** The reason behind a code from the worker; anything unknown counts as given. */
export function reasonOf(code: number | undefined): ReasonCode {
  return Object.values(REASON).find((known) => known === code) ?? REASON.given;
}
