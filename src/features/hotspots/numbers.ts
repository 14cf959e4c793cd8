import { NOT_GIVEN } from '../../ui/formats.ts';

/** A signed figure with a true minus; a dash where there is none. */
export function signed(value: number, decimals: number): string {
  return Number.isFinite(value) ? value.toFixed(decimals).replace(/^-(?=.*[1-9])/, '−').replace(/^-/, '') : NOT_GIVEN;
}

/** "0.12", "0.0099", "under 0.001": two figures, so that no p is rounded onto a level; a dash where there is none. */
export function pWords(p: number): string {
  if (!Number.isFinite(p)) return NOT_GIVEN;
  if (p < 0.001) return 'under 0.001';
  return p < 0.0995 ? p.toPrecision(2) : p.toFixed(2);
}

/** "1.34", "0.052", "12.1": of a ratio of rates. */
export function ratioWords(ratio: number): string {
  if (!Number.isFinite(ratio)) return NOT_GIVEN;
  if (ratio > 0 && ratio < 0.0995) return ratio < 0.001 ? 'under 0.001' : ratio.toPrecision(2);
  return ratio.toFixed(ratio >= 9.995 ? 1 : 2);
}

/** "1.34 (1.10 to 1.62)"; the ratio alone where it has no limits. */
export function ratioLimitsWords(ratio: number, lower: number, upper: number): string {
  const limits = Number.isFinite(lower) && !Number.isNaN(upper) ? ` (${ratioWords(lower)} to ${Number.isFinite(upper) ? ratioWords(upper) : 'no limit'})` : '';
  return `${ratioWords(ratio)}${limits}`;
}

/** A share 0-1 in whole per cent, without the sign: for ranges such as "28 to 34". */
export function percent(share: number): string {
  return Number.isFinite(share) ? signed(100 * share, Math.abs(share) < 0.0995 && share !== 0 ? 1 : 0) : NOT_GIVEN;
}
