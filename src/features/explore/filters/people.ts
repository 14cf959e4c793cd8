import type { TypeBarItem } from '../../../charts/props.ts';
import type { DataSetEntry } from '../../../model/manifest.ts';
import { joined, peopleOf } from '../../../model/kinds.ts';
import type { Evaluation } from '../../../model/results.ts';
import { FLAGS, SEXES, type Term } from '../../../model/vocabulary.ts';

/** What the bars of age and sex count, plural: victims where a row is one, otherwise the data set's own unit. */
export function personUnit({ rowsAreVictims, unit }: Pick<DataSetEntry, 'rowsAreVictims' | 'unit'>): string {
  return rowsAreVictims ? 'victims' : unit;
}

/** One sentence where a data set knows nothing of people at all, so that three reasons need not be read; null where it knows something. */
export function nothingOfPeople(entry: Pick<DataSetEntry, 'kind' | 'fields'>): string | null {
  const { age, sex, flags } = entry.fields;
  if (age || sex || flags) return null;
  const holder = entry.kind === 'street' ? 'data.police.uk publishes' : 'This data set holds';
  return `${holder} nothing about ${peopleOf(entry).many}: no age, no sex, no aggravating factors.`;
}

/** A quick choice of ages that is made of whole bands. */
export interface AgeRange {
  readonly title: string;
  /** First and last band code. */
  readonly first: number;
  readonly last: number;
}

/** As needs assessments cut them. "Under 18" is not among them: bands are of five years. */
export const AGE_RANGES: readonly AgeRange[] = [
  { title: 'Under 15', first: 0, last: 2 },
  { title: '10 to 24', first: 2, last: 4 },
  { title: '25 to 64', first: 5, last: 12 },
  { title: '65 and over', first: 13, last: 18 },
];

/** Bars of the sexes, those not recorded last. */
export function sexItems(bySex: Evaluation['bySex'] | undefined, chosen: readonly number[] | null): TypeBarItem[] {
  return itemsOf(SEXES, bySex, chosen);
}

/** Bars of the aggravating factors, in the order of the vocabulary. An offence can carry several. */
export function flagItems(byFlag: Evaluation['byFlag'] | undefined, chosen: readonly number[] | null): TypeBarItem[] {
  return itemsOf(FLAGS, byFlag, chosen);
}

function itemsOf(terms: readonly Term[], counts: ArrayLike<number> | null | undefined, chosen: readonly number[] | null): TypeBarItem[] {
  return terms.map(({ id, title }, code) => ({ id, title, count: counts?.[code] ?? 0, chosen: chosen?.includes(code) ?? false }));
}

/** Adds or takes away a code by its id; null with none or, where one of them always holds, with all chosen. */
export function toggledCode(terms: readonly Term[], chosen: readonly number[] | null, id: string, allIsNone: boolean): readonly number[] | null {
  const code = terms.findIndex((term) => term.id === id);
  if (code < 0) return chosen;
  const next = chosen?.includes(code) === true ? chosen.filter((other) => other !== code) : [...(chosen ?? []), code].toSorted((a, b) => a - b);
  return next.length === 0 || (allIsNone && next.length === terms.length) ? null : next;
}

/** "Female", "Domestic abuse and Knife"; null while nothing is chosen. */
export function chosenTitles(terms: readonly Term[], chosen: readonly number[] | null): string | null {
  return chosen === null ? null : joined(chosen.map((code) => terms[code]?.title ?? String(code)));
}
