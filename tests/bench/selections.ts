import { EVERYTHING, type Selection } from '../../src/model/selection.ts';
import type { DataSetEntry } from '../../src/model/manifest.ts';

/** A filter as a reader sets one: two or three clauses, often a place. */
export function benchSelection(random: () => number, entry: DataSetEntry): Selection {
  const below = (n: number): number => Math.floor(random() * n);
  const some = <T>(values: readonly T[], share: number): T[] | null => (random() < 0.5 ? null : values.filter(() => random() < share));
  const first = below(entry.months.length);
  const last = first + below(entry.months.length - first);
  return {
    ...EVERYTHING,
    types: entry.fields.subgroup ? null : some([...new Set(entry.kinds.map((kind) => kind.type))], 0.4),
    subgroups: entry.fields.subgroup ? some(entry.kinds.flatMap((kind) => kind.subgroup ?? []), 0.5) : null,
    period: random() < 0.5 ? null : { from: entry.months[first] ?? '', to: entry.months[last] ?? '' },
    monthsOfYear: random() < 0.8 ? null : [6, 7, 8],
    days: entry.fields.weekdayHour && random() < 0.5 ? [4, 5] : null,
    hours: entry.fields.weekdayHour && random() < 0.5 ? { from: 19, to: 7 } : null,
    ages: entry.fields.sex && random() < 0.4 ? [2, 3, 4] : null,
    sexes: entry.fields.sex && random() < 0.4 ? [0] : null,
    flags: entry.fields.flags && random() < 0.3 ? [0, 1] : null,
    boroughs: random() < 0.6 ? null : [`B${1 + below(3)}`],
    wards: random() < 0.9 ? null : [`ward-${below(90)}`],
  };
}
