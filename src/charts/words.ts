import { SUPPRESSED } from '../model/results.ts';

/** Words and numbers as charts print them. */

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** "1,532"; "withheld" where the engine may not give the count; a dash for what is not a number. */
export function countText(count: number): string {
  if (count === SUPPRESSED) return 'withheld';
  return Number.isFinite(count) ? whole.format(count) : '–';
}

/** Height of a bar or depth of a colour: 0 where the count is withheld or not a number. */
export function shownCount(count: number | undefined): number {
  return count === undefined || count === SUPPRESSED || !Number.isFinite(count) ? 0 : count;
}

/** "1,532 offences". */
export function countOf(count: number, unit: string): string {
  return count === SUPPRESSED ? `${unit} withheld` : `${countText(count)} ${unit}`;
}
