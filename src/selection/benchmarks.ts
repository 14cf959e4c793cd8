import type { Benchmark } from '../model/benchmark.ts';
import { fitsAddress } from './urlSelection.ts';

const LONGEST_TITLE = 80;
const HIGHEST_RATE = 1_000_000;
const DECIMALS = 4;

/** A title as it is kept: without control characters and broken characters, single spaces, at most 80 characters; '' where nothing is left. */
export function cleanTitle(text: string): string {
  const clean = text.replace(/[\p{Surrogate}\p{Cc}\p{Cf}\uFFFD]/gu, ' ').replace(/\s+/gu, ' ').trim();
  return Array.from(clean).slice(0, LONGEST_TITLE).join('').trim();
}

/** A rate typed in, per 100,000 residents a year, thousands separated by commas or not: above 0, at most 1,000,000; null for anything else. */
export function readRateValue(text: string): number | null {
  const plain = text.trim().replace(/^(\d{1,3}(?:,\d{3})+)(?=\.|$)/, (thousands) => thousands.replaceAll(',', ''));
  if (!/^\d{1,7}(\.\d{1,12})?$/.test(plain)) return null;
  const value = Number(Number(plain).toFixed(DECIMALS));
  return value > 0 && value <= HIGHEST_RATE ? value : null;
}

/** A benchmark as it is kept and written: titles clean, a typed value to four decimals. Null where it could not be read back: a value that is no rate, a saved selection without a title or too long for an address. */
export function tidyBenchmark(benchmark: Benchmark): Benchmark | null {
  if (benchmark.kind === 'value') {
    const value = Number.isFinite(benchmark.value) ? readRateValue(benchmark.value.toFixed(DECIMALS)) : null;
    return value === null ? null : { ...benchmark, value, title: cleanTitle(benchmark.title) };
  }
  if (benchmark.kind !== 'selection') return benchmark;
  const title = cleanTitle(benchmark.title);
  return title === '' || !fitsAddress(benchmark.selection) ? null : { ...benchmark, title };
}
