import type { RowAccount } from '../../src/model/manifest.ts';
import { REASONS } from '../sources/placement.ts';

/** Reasons as 04_classified.sql numbers them; 0 is "in an area". Up to LAST_IN_RECORDS the rows stay in the records. */
export const LAST_IN_RECORDS = 4;

/** The names of the reasons, by number. `outside`: what "outside" is called for this pack. */
export function reasonNames(outside: string): readonly string[] {
  return [
    'In an area', REASONS.noLocation, REASONS.noCode, outside, REASONS.ambiguous,
    'Neither an area of the pack nor a police force of it', 'Count that is not a whole number', 'Unknown crime type', 'Month missing or not a month',
    REASONS.period, REASONS.otherForce,
  ];
}

/** Rows by reason number. */
export type Tally = Map<number, number>;

export function accountOf(tally: Tally, names: readonly string[]): RowAccount {
  const kept = tally.get(0) ?? 0;
  const setAside = [...tally].filter(([reason, rows]) => reason > 0 && rows > 0)
    .map(([reason, rows]) => ({ reason: names[reason] ?? String(reason), rows, inRecords: reason <= LAST_IN_RECORDS }))
    .toSorted((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1));
  return { read: kept + setAside.reduce((sum, { rows }) => sum + rows, 0), kept, setAside };
}
