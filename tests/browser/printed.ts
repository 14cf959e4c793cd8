import type { Answer, AreaAnswer, Rate } from './recompute.ts';
import type { Line } from './driver/table.ts';

/** Figures as the interface promises to print them, written out again so that a change of format is noticed. */

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** "91,334". */
export function printedCount(count: number): string {
  return whole.format(count);
}

/** Whole from 100, one decimal below. */
export function printedRate(rate: number): string {
  return Math.abs(rate) >= 99.95 ? whole.format(rate) : tenth.format(rate);
}

/** "2,860 to 2,897". */
export function printedLimits({ lower, upper }: Rate): string {
  return `${printedRate(lower)} to ${printedRate(upper)}`;
}

/** "2,878 (2,860 to 2,897)". */
export function printedSummary(rate: Rate | null): string {
  return rate === null ? 'Too few to say' : `${printedRate(rate.value)} (${printedLimits(rate)})`;
}

function byName(a: AreaAnswer, b: AreaAnswer): number {
  return a.name.localeCompare(b.name, 'en-GB', { numeric: true });
}

/** Chosen places first, then by rate, those without one last by their count. */
function inOrder(a: AreaAnswer, b: AreaAnswer): number {
  return Number(b.inPlace) - Number(a.inPlace) || Number(b.rate !== null) - Number(a.rate !== null) ||
    (a.rate !== null && b.rate !== null ? b.rate.value - a.rate.value : b.offences - a.offences) || byName(a, b);
}

/** Every line of the ranked table, in its order. */
export function printedTable({ areas }: Answer): Line[] {
  return areas.toSorted(inOrder).map(({ name, offences, rate, className }) => ({
    name, count: printedCount(offences), className,
    rate: rate === null ? 'too few' : printedRate(rate.value),
    limits: rate === null ? '–' : printedLimits(rate),
  }));
}

/** "29 of 121", "about 3": areas significantly higher of all, and how many of those with a class would be by chance. */
export function printedChance({ areas, confidence }: Answer): string[] {
  if (confidence === 'fdr') throw new Error('Under a false discovery rate nothing is expected by chance');
  const inPlace = areas.filter((area) => area.inPlace);
  return (inPlace.length === areas.length ? [areas] : [inPlace, areas]).flatMap((group) => {
    const classified = group.filter(({ className }) => className !== 'Too few to say');
    const expected = (classified.length * (100 - confidence)) / 200;
    if (classified.length === 0) return [];
    return [`${printedCount(group.filter(({ className }) => className === 'Significantly higher').length)} of ${printedCount(group.length)}`, expected >= 0.95 ? `about ${printedCount(expected)}` : 'fewer than one'];
  });
}

/** Areas of the chosen places in each class. */
export function classCounts({ areas }: Answer): Record<string, number> {
  const counts: Record<string, number> = { 'Significantly higher': 0, Similar: 0, 'Significantly lower': 0, 'Too few to say': 0 };
  for (const { className, inPlace } of areas) if (inPlace) counts[className] = (counts[className] ?? 0) + 1;
  return counts;
}
