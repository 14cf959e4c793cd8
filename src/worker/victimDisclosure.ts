import { SUPPRESSED } from '../model/results.ts';
import { AGE_UNKNOWN } from '../model/vocabulary.ts';
import { AGE_COLUMNS } from '../aggregation/countRows.ts';
import { hideSmall, hiddenInGroups, isSmall } from './smallCounts.ts';
import { countGuard } from './countGuard.ts';

/**
 * Hides, in place, the small bars of victims by age. The bands by themselves add up to a number that is shown (the
 * events of the standardised rate), so a second band goes with a single small one, whatever stands under "unknown".
 */
export function hideAges(byAge: Uint32Array, threshold: number, chosen: Uint8Array): void {
  hideSmall(byAge.subarray(0, AGE_UNKNOWN), threshold, chosen.subarray(0, AGE_UNKNOWN));
  if (isSmall(byAge[AGE_UNKNOWN]!, threshold)) byAge[AGE_UNKNOWN] = SUPPRESSED;
}

/**
 * Hides, in place, flags that few offences carry, or all but few. Offences can carry several flags, so the bars have no
 * sum; but where several flags are chosen, their bars and the total would tell how many carry more than one of them:
 * those bars are hidden.
 */
export function hideFlags(byFlag: Uint32Array, threshold: number, chosen: Uint8Array, matching: number): void {
  const open = chosen.every((one) => one === 1);
  const several = !open && chosen.filter((one) => one === 1).length > 1;
  byFlag.forEach((count, flag) => {
    const nearlyAll = open && isSmall(matching - count, threshold);
    if (isSmall(count, threshold) || nearlyAll || (several && chosen[flag] === 1 && count > 0)) byFlag[flag] = SUPPRESSED;
  });
}

/**
 * Hides, in place, the small cells of victims by sex and age, and more until no row and no column has a single hidden
 * cell or hidden cells with a small sum. Sums by sex, by age and of all are taken to be known: where they would still fix a hidden
 * cell or a small sum together, the whole table is hidden.
 */
export function hideAgesAndSexes(byAgeSex: Uint32Array, threshold: number): void {
  const sexOf = byAgeSex.map((_, cell) => Math.floor(cell / AGE_COLUMNS));
  const ageOf = byAgeSex.map((_, cell) => cell % AGE_COLUMNS);
  let hidden: Uint8Array = new Uint8Array(byAgeSex.length);
  for (let before = -1, now = 0; before !== now;) {
    before = now;
    hidden = hiddenInGroups(byAgeSex, threshold, ageOf, hiddenInGroups(byAgeSex, threshold, sexOf, hidden));
    now = hidden.reduce((sum, flag) => sum + flag, 0);
  }
  if (!sumsAreSafe(byAgeSex, threshold, hidden, [ageOf, sexOf])) hidden.fill(1);
  hidden.forEach((flag, cell) => {
    if (flag === 1 && byAgeSex[cell]! > 0) byAgeSex[cell] = SUPPRESSED;
  });
}

function sumsAreSafe(cells: Uint32Array, threshold: number, hidden: Uint8Array, groupings: readonly Uint32Array[]): boolean {
  const all = [...cells.keys()];
  const families = groupings.map((groupOf) => [...new Set(groupOf)].map((group) => all.filter((cell) => groupOf[cell] === group)));
  const guard = countGuard(cells, hidden, threshold, { wholes: [all], families });
  return [all, ...families.flat()].every((members) => guard(members));
}
