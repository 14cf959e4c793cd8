import type { Benchmark } from '../../model/benchmark.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import { CLASS, type Confidence, type RateKind, REASON } from '../../model/measures.ts';
import { NO_PACE } from '../../model/results.ts';
import { lowerFirst, possessive } from '../../model/text.ts';
import { formatCount, formatLimits, formatRate, formatRatesApart, NOT_GIVEN, plural } from '../../ui/formats.ts';
import type { AreaRow } from './areaRows.ts';
import { unitFor } from './words.ts';

export interface WhyInput {
  readonly row: Pick<AreaRow, 'lower' | 'upper' | 'classCode' | 'reason' | 'count' | 'victims' | 'monthsNeeded' | 'benchmark' | 'adjustedP'>;
  readonly entry: Pick<DataSetEntry, 'disclosureThreshold' | 'rowsAreVictims'>;
  readonly kind: RateKind;
  readonly unit: string;
  readonly confidence: Confidence;
  readonly benchmark: BenchmarkWords & { readonly asked: Benchmark };
}

export interface BenchmarkWords {
  readonly title: string;
  readonly possessive: string;
}

/** Words for what one area is compared with: where each is held against its own borough, that borough by name. */
export function benchmarkOfArea(asked: Benchmark, words: BenchmarkWords, borough: string): BenchmarkWords & { readonly asked: Benchmark } {
  return asked.kind === 'own-borough' ? { asked, title: borough, possessive: `its borough ${possessive(borough)}` } : { asked, ...words };
}

/** One sentence that says why an area has its class, or why it has none, with the figures that decide it. */
export function whySentence(input: WhyInput): string {
  const { row, benchmark, confidence } = input;
  if (row.reason !== REASON.given) return whyNot(input);
  if (row.classCode === CLASS.noData || row.classCode === CLASS.tooFew) return nothingToCompare(input);
  return confidence === 'fdr' ? whyAdjusted(row, benchmark.possessive) : `${sideOf(row, benchmark.possessive)}.`;
}

/** Limits closer to the benchmark than this, relatively, are on it, as they are for the class (statistics/benchmarkClass). */
const ROUNDING = 1e-12;

/** Which limit the benchmark lies beyond; null where the limits take it in. */
function limitApart({ lower, upper, benchmark }: WhyInput['row']): 'lower' | 'upper' | null {
  const slack = ROUNDING * Math.abs(benchmark);
  if (lower - benchmark > slack) return 'lower';
  return benchmark - upper > slack ? 'upper' : null;
}

/** "Its lower limit, 3,120, is above Bedfordshire’s 2,876": what the limits say by themselves, with as many decimals as show it. */
function sideOf(row: WhyInput['row'], whose: string): string {
  const which = limitApart(row);
  if (which === null) return `Its limits, ${formatLimits(row.lower, row.upper)}, take in ${whose} ${formatRate(row.benchmark)}`;
  const [limit, value] = formatRatesApart(row[which], row.benchmark);
  return `Its ${which} limit, ${limit}, is ${which === 'lower' ? 'above' : 'below'} ${whose} ${value}`;
}

/** Under the false discovery rate the adjusted p-value decides; where the limits alone would say more, that is said. */
function whyAdjusted(row: WhyInput['row'], whose: string): string {
  const p = formatP(row.adjustedP);
  if (row.classCode !== CLASS.similar) return `Adjusted p ${p} is below 0.05: ${lowerFirst(sideOf(row, whose))}.`;
  if (limitApart(row) === null) return `${sideOf(row, whose)}; adjusted p ${p} is not below 0.05.`;
  return `${sideOf(row, whose)}, but among so many areas that may be chance: adjusted p ${p} is not below 0.05.`;
}

/** "0.03", "under 0.001"; with as many decimals as tell it from 0.05; a dash where there is none. */
export function formatP(p: number): string {
  if (!Number.isFinite(p)) return NOT_GIVEN;
  if (p < 0.001) return 'under 0.001';
  if (p < 0.01) return p.toFixed(3);
  return [2, 3, 4, 5].map((decimals) => p.toFixed(decimals)).find((text) => p === 0.05 || Number(text) !== 0.05) ?? p.toFixed(6);
}

function nothingToCompare({ kind, benchmark: { title, asked } }: WhyInput): string {
  if (asked.kind === 'value' && asked.of !== kind) {
    return `The typed value is a ${asked.of === 'dsr' ? 'standardised' : 'crude'} rate and this is a ${kind === 'dsr' ? 'standardised' : 'crude'} one, so there is nothing to compare with.`;
  }
  return `There is no rate of ${title} for this filter, so there is nothing to compare with.`;
}

function whyNot({ row, entry, kind, unit }: WhyInput): string {
  if (row.reason === REASON.notCovered) return 'This data set covers the night-time hotspots only, in their hours of the night; what happened here otherwise is not in it.';
  if (row.reason === REASON.noPopulation) return 'No residents are held for this area, so it has no rate.';
  if (row.reason === REASON.eventsWithoutPopulation) return 'There are events in an age band without residents, so no standardised rate can be given.';
  if (row.reason === REASON.belowThreshold) return `Counts under ${entry.disclosureThreshold}, and counts that would give them away, are withheld under this data set’s sharing agreement, and the rate with them.`;
  const ofKnownAge = kind === 'dsr' && entry.rowsAreVictims;
  const events = ofKnownAge ? row.victims : row.count;
  const noun = ofKnownAge ? (events === 1 ? 'victim of known age' : 'victims of known age') : unitFor(events, unit);
  const found = events === 0 ? `No ${noun}` : `Only ${formatCount(events)} ${noun}`;
  return `${found}: a rate needs at least 10. ${furtherMonths(row.monthsNeeded)}`;
}

function furtherMonths(months: number): string {
  if (months >= NO_PACE) return 'There is no pace to say how long that would take.';
  if (months === 0) return 'Choose a longer period or a wider filter.';
  return `At the present pace that takes ${months > 600 ? 'more than 50 years' : `about ${plural(months, 'further month', 'further months')}`}.`;
}

/** The same in a few words for a row of the table, after "needs": "26 months more"; null where there is nothing to say. */
export function monthsMore({ reason, monthsNeeded }: Pick<AreaRow, 'reason' | 'monthsNeeded'>): string | null {
  if (reason !== REASON.fewerThan10 || monthsNeeded === 0 || monthsNeeded >= NO_PACE) return null;
  return monthsNeeded > 600 ? 'over 50 years more' : `${plural(monthsNeeded, 'month', 'months')} more`;
}
