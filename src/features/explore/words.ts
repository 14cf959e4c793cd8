import type { Confidence } from '../../model/measures.ts';
import type { RateRatio } from '../../model/results.ts';
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

/** "1.23 times the crude rate of “Luton 2019” (95% limits 1.10 to 1.37)": of the chosen places, against a saved selection. */
export function ratioWords({ value, lower, upper }: RateRatio, title: string, confidence: Confidence): string | null {
  if (!Number.isFinite(value)) return null;
  const limits = Number.isFinite(lower) && Number.isFinite(upper) ? ` (${confidence === 'fdr' ? 95 : confidence}% limits ${times(lower)} to ${times(upper)})` : '';
  return `${times(value)} times the crude rate of “${title}”${limits}.`;
}

/** Three figures from 1 to 99.9, never fewer than two. */
function times(ratio: number): string {
  if (ratio > 0 && ratio < 0.0995) return ratio < 0.001 ? 'under 0.001' : ratio.toPrecision(2);
  return ratio.toFixed(ratio >= 9.995 ? 1 : 2);
}
