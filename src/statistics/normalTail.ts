import { gammaTail } from './gammaQuantile.ts';

/** Steps of the table for each unit of z. */
const STEPS = 16;
/** Beyond this z the tail is less than the smallest number. */
const LARGEST = 39;
/** Terms of the series round each point of the table: what follows is below 1e-16 of the value at half a step. */
const TERMS = 10;

let table: Float64Array | null = null;

/**
 * Chance that a standard normal variable lies at least `z` from 0, on either side; 1 for z of 0 and less.
 * Relative error below 3e-14 up to z = 8 and 2e-13 up to z = 38.
 *
 * The density times Mills' ratio R, whose Taylor series round the nearest of a table's points is summed: R' = z R - 1,
 * and R(n+1) = z R(n) + n R(n-1). The table is made at the first call from the incomplete gamma function.
 */
export function twoSidedNormalTail(z: number): number {
  if (!(z > 0)) return 1;
  if (z >= LARGEST) return 0;
  table ??= millsTable();
  const point = Math.round(z * STEPS);
  const away = z - point / STEPS;
  let ratio = 0;
  for (let i = point * TERMS + TERMS - 1; i >= point * TERMS; i -= 1) ratio = ratio * away + table[i]!;
  return Math.min(1, ratio * Math.exp(-z * z / 2));
}

/** Coefficients of 2 R(z) / sqrt(2 pi), by rising power of the distance, `point * TERMS + power`. */
function millsTable(): Float64Array {
  const coefficients = new Float64Array((LARGEST * STEPS + 1) * TERMS);
  for (let point = 0; point * TERMS < coefficients.length; point += 1) {
    const z = point / STEPS;
    let before = scaledTail(z);
    let derivative = z * before - 2 / Math.sqrt(2 * Math.PI);
    let factorial = 1;
    coefficients[point * TERMS] = before;
    for (let power = 1; power < TERMS; power += 1) {
      factorial *= power;
      coefficients[point * TERMS + power] = derivative / factorial;
      [before, derivative] = [derivative, z * derivative + power * before];
    }
  }
  return coefficients;
}

/** The two-sided tail over exp(-z^2 / 2); by its continued fraction where both would be too small to divide. */
function scaledTail(z: number): number {
  if (z < 30) return z > 0 ? gammaTail(z * z / 2, 0.5, false) / Math.exp(-z * z / 2) : 1;
  let below = z;
  for (let k = 40; k >= 1; k -= 1) below = z + k / below;
  return 2 / Math.sqrt(2 * Math.PI) / below;
}

/** Chance that a standard normal variable lies above z, exact in either tail; NaN for NaN. */
export function upperNormalTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const half = twoSidedNormalTail(Math.abs(z)) / 2;
  return z > 0 ? half : 1 - half;
}

/** Chance that a standard normal variable lies at least as far from 0 as z, on either side; NaN for NaN. */
export function bothNormalTails(z: number): number {
  return Number.isNaN(z) ? Number.NaN : twoSidedNormalTail(Math.abs(z));
}
