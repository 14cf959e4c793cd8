import type { DataSetEntry } from '../../model/manifest.ts';
import { CLASS, REASON } from '../../model/measures.ts';
import { formatCount, formatLimits, formatRate, plural } from '../../ui/formats.ts';
import type { AreaRow } from './areaRows.ts';
import type { RateKind } from './scene.ts';
import { unitFor } from './words.ts';

/** From here on the engine says that there is no pace to go by. */
const NO_PACE = 65_535;

export interface WhyInput {
  readonly row: Pick<AreaRow, 'lower' | 'upper' | 'classCode' | 'reason' | 'count' | 'victims' | 'monthsNeeded'>;
  readonly entry: Pick<DataSetEntry, 'disclosureThreshold' | 'rowsAreVictims'>;
  readonly kind: RateKind;
  readonly unit: string;
  readonly benchmark: { readonly title: string; readonly possessive: string; readonly value: number };
}

/** One sentence that says why an area has its class, or why it has none, with the figures that decide it. */
export function whySentence({ row, entry, kind, unit, benchmark }: WhyInput): string {
  if (row.reason !== REASON.given) return whyNot({ row, entry, kind, unit });
  const county = `${benchmark.possessive} ${formatRate(benchmark.value)}`;
  if (row.classCode === CLASS.higher) return `Its lower limit, ${formatRate(row.lower)}, is above ${county}.`;
  if (row.classCode === CLASS.lower) return `Its upper limit, ${formatRate(row.upper)}, is below ${county}.`;
  if (row.classCode === CLASS.similar) return `Its limits, ${formatLimits(row.lower, row.upper)}, take in ${county}.`;
  return `There is no rate of ${benchmark.title} for this filter, so there is nothing to compare with.`;
}

function whyNot({ row, entry, kind, unit }: Omit<WhyInput, 'benchmark'>): string {
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
