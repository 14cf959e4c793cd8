import type { AssessmentColumn, AssessmentRow, Cell } from '../model/assessment.ts';
import { REASON } from '../model/measures.ts';
import { SUPPRESSED, type RateSummary } from '../model/results.ts';
import { wilsonProportion } from '../statistics/wilsonProportion.ts';

/** A cell before the published value is set beside it. */
export type CellDraft = Omit<Cell, 'published'>;

export interface RowDraft {
  readonly id: string;
  readonly total?: boolean;
  /** Months of this row, where they are not those of the figure. */
  readonly months?: readonly string[];
  readonly cells: readonly CellDraft[];
}

export const WITHHELD = 'Withheld';
export const NOT_HELD = 'Not in this data';
const NOTHING = { text: null, value: null, lower: null, upper: null };

const REASON_WORDS: Readonly<Record<number, string>> = {
  [REASON.fewerThan10]: 'Too few to say',
  [REASON.noPopulation]: 'No population',
  [REASON.eventsWithoutPopulation]: 'Events where nobody lives',
  [REASON.belowThreshold]: WITHHELD,
  [REASON.notCovered]: 'Not covered',
};

export function words(text: string): CellDraft {
  return { ...NOTHING, text };
}

/** A count; "Withheld" for SUPPRESSED, `NOT_HELD` where there is none. */
export function count(value: number | undefined): CellDraft {
  if (value === undefined || Number.isNaN(value)) return words(NOT_HELD);
  return value === SUPPRESSED ? words(WITHHELD) : { ...NOTHING, value };
}

/** A plain number, such as a density or an index; for NaN the reason. */
export function number(value: number | null | undefined, reason = NOT_HELD): CellDraft {
  return value === undefined || value === null || !Number.isFinite(value) ? words(reason) : { ...NOTHING, value };
}

/** A rate with its limits, or why there is none. */
export function rate(summary: RateSummary | null | undefined): CellDraft {
  if (!summary) return words(NOT_HELD);
  if (summary.reason !== REASON.given) return words(REASON_WORDS[summary.reason] ?? NOT_HELD);
  return { text: null, value: summary.value, lower: summary.lower, upper: summary.upper };
}

/** A share 0-1. "Withheld" where either number is; "None" of nothing. */
export function share(part: number, whole: number): CellDraft {
  if (part === SUPPRESSED || whole === SUPPRESSED) return words(WITHHELD);
  return whole > 0 ? { ...NOTHING, value: part / whole } : words('None');
}

/** A share 0-1 with Wilson's limits at `level`. */
export function shareWithLimits(part: number, whole: number, level: number): CellDraft {
  const plain = share(part, whole);
  if (plain.value === null) return plain;
  const { lower, upper } = wilsonProportion(part, whole, { confidence: level, multiplier: 1 });
  return { ...plain, lower, upper };
}

/** Sum of counts; SUPPRESSED where any of them is, for a rest that is known gives the hidden one away. */
export function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i += 1) {
    const each = counts[i] ?? 0;
    if (each === SUPPRESSED) return SUPPRESSED;
    sum += each;
  }
  return sum;
}

/** What a drawing may show of a count: NaN (nothing) where it is withheld. */
export function drawn(value: number | undefined): number {
  return value === undefined || value === SUPPRESSED ? Number.NaN : value;
}

export const column = (id: string, title: string, format: AssessmentColumn['format']): AssessmentColumn => ({ id, title, format });

export type { AssessmentColumn, AssessmentRow };
