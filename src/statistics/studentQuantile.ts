import { betaTail } from './betaTail.ts';
import { findRoot } from './findRoot.ts';

/**
 * The value above which Student's t lies with the given chance (0.025 and 10 degrees of freedom -> 2.228). Relative
 * error about 1e-10. Throws RangeError for a chance outside 0 to 0.5 and degrees of freedom that are not positive.
 */
export function studentUpperQuantile(chance: number, freedom: number): number {
  if (!(chance > 0 && chance < 0.5)) throw new RangeError(`An upper tail's chance lies between 0 and 0.5; it is ${chance}.`);
  if (!(freedom > 0)) throw new RangeError(`Degrees of freedom are positive; they are ${freedom}.`);
  // The tail falls with t from 1/2; on the logarithm of t it has no long flat stretch.
  const tail = (log: number): number => betaTail(freedom * Math.exp(-2 * log), freedom / 2, 0.5, true) / 2;
  return Math.exp(findRoot((log) => Math.log(tail(log) / chance), -20, 60));
}
