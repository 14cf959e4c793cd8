import { betaTail, binomialMass } from './betaTail.ts';

/** Outcomes as likely as the one seen but for rounding count as no more likely. */
const FUZZ = 1 + 1e-7;

/**
 * Exact two-sided p-value that x of x + y events fall where they fall with the given odds: the probability of all
 * outcomes no more likely than the one seen. 1 without events. Source: R's `binom.test`.
 */
export function twoSidedBinomialTest(x: number, y: number, odds: number): number {
  const n = x + y;
  const mean = n * odds / (1 + odds);
  if (n === 0 || x === mean) return 1;
  // Seen from the side on which the count lies below its mean.
  if (x > mean) return twoSidedBinomialTest(y, x, 1 / odds);
  const seen = binomialMass(odds, x, y) * FUZZ;
  // Probabilities fall from the mean up: the first outcome there that is no more likely, n + 1 if there is none.
  let unlikely = n + 1;
  for (let likely = Math.ceil(mean) - 1; unlikely - likely > 1;) {
    const middle = Math.floor((likely + unlikely) / 2);
    if (binomialMass(odds, middle, n - middle) <= seen) unlikely = middle;
    else likely = middle;
  }
  const below = y > 0 ? betaTail(odds, x + 1, y, false) : 1;
  const above = unlikely <= n ? betaTail(odds, unlikely, n - unlikely + 1, true) : 0;
  return Math.min(1, below + above);
}
