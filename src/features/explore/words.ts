import { formatCount, isWithheld } from '../../ui/formats.ts';

/** A unit for one: "offence", "crime or incident". */
export function singular(unit: string): string {
  return unit.split(' and ').map((word) => word.replace(/s$/, '')).join(' or ');
}

/** What is counted, for a number of them: "offence" for 1, otherwise the plural as it is. */
export function unitFor(count: number, unit: string): string {
  return count === 1 ? singular(unit) : unit;
}

/** "1 offence matches", "1,204 offences match", "The count of offences is withheld". */
export function matchWords(count: number, unit: string): string {
  if (isWithheld(count)) return `The count of ${unit} is withheld`;
  return `${formatCount(count)} ${unitFor(count, unit)} ${count === 1 ? 'matches' : 'match'}`;
}

/** "offences" -> "Offences". */
export function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
