import { twoSidedNormalTail } from './pValue.ts';

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
