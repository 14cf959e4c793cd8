import { joined } from '../model/kinds.ts';
import { residentsWords } from '../model/population.ts';
import type { PersonTime } from '../model/results.ts';

/** Hours of a whole week. */
const WEEK = 168;

/** What of the person-time decides whether two rates have the same denominator; months do not, as rates are per year. */
type Denominator = Pick<PersonTime, 'hoursOfWeek' | 'ages' | 'sex'>;

/**
 * Why the rates of a saved selection cannot be compared with those on the page: other hours of the week, or other
 * residents (age bands, which standardised rates are standardised over too, or sex). Null where they can.
 */
export function otherDenominator(title: string, saved: Denominator, here: Denominator): string | null {
  const differing = [hours, residents].map((words) => [words(saved), words(here)] as const).filter(([one, other]) => one !== other);
  if (differing.length === 0) return null;
  return `The saved selection “${title}” is for ${joined(differing.map(([one]) => one))}, this one for ${joined(differing.map(([, other]) => other))}: their rates cannot be compared.`;
}

function hours({ hoursOfWeek }: Denominator): string {
  return hoursOfWeek === WEEK ? `all ${WEEK} hours of the week` : `${hoursOfWeek} ${hoursOfWeek === 1 ? 'hour' : 'hours'} of the week`;
}

function residents(who: Denominator): string {
  const words = residentsWords(who);
  return words === 'residents' ? 'all residents' : words;
}
