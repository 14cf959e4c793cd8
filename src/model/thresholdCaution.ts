import type { DataSetEntry } from './manifest.ts';

/** What a reader of a data set with a disclosure threshold must know before publishing; null where it has none. */
export function thresholdCaution({ disclosureThreshold }: Pick<DataSetEntry, 'disclosureThreshold'>): string | null {
  if (disclosureThreshold <= 1) return null;
  return `Counts under ${disclosureThreshold} are withheld. Two tables that differ by a month or a small group can still give one away by subtraction: check before you publish both.`;
}
