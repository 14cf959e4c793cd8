import { EVERYTHING, type Selection } from '../model/selection.ts';
import { OFFENCE_SUBGROUPS } from '../model/vocabulary.ts';
import { boroughCount, boroughName, MONTH_NAMES } from './syntheticScene.ts';

/** A filter of five dimensions, as codes. Hours do not wrap, so that whoever knows ranges alone can answer it too. */
export interface Question {
  readonly kinds: readonly number[];
  /** First and last month, both included. */
  readonly months: readonly [number, number];
  /** Monday = 0. */
  readonly days: readonly number[];
  /** First and last hour (0-23), both included; records at exactly midnight are of hour 0. */
  readonly hours: readonly [number, number];
  readonly boroughs: readonly number[];
}

/** The next question: each dimension differs from the one before, so that nothing counted for it can be kept. */
export function nextQuestion(random: () => number, areas: number, before: Question | null): Question {
  const below = (n: number): number => Math.floor(random() * n);
  const some = (n: number, share: number): number[] => {
    const chosen = Array.from({ length: n }, (_, code) => code).filter(() => random() < share);
    return chosen.length > 0 ? chosen : [below(n)];
  };
  const range = (n: number, least: number): readonly [number, number] => {
    const first = below(n - least + 1);
    return [first, first + least - 1 + below(n - first - least + 1)];
  };
  return {
    kinds: other(() => some(OFFENCE_SUBGROUPS.length, 0.6), before?.kinds),
    months: other(() => range(MONTH_NAMES.length, 6), before?.months),
    days: other(() => some(7, 0.5), before?.days),
    hours: other(() => range(24, 4), before?.hours),
    boroughs: boroughCount(areas) > 1 ? other(() => some(boroughCount(areas), 0.4), before?.boroughs) : [0],
  };
}

function other<T>(draw: () => T, last: T | undefined): T {
  for (;;) {
    const value = draw();
    if (JSON.stringify(value) !== JSON.stringify(last)) return value;
  }
}

export function selectionOf({ kinds, months, days, hours, boroughs }: Question): Selection {
  return {
    ...EVERYTHING,
    types: kinds.map((kind) => OFFENCE_SUBGROUPS[kind]?.id ?? ''),
    period: { from: MONTH_NAMES[months[0]] ?? '', to: MONTH_NAMES[months[1]] ?? '' },
    days, hours: { from: hours[0], to: hours[1] + 1 },
    boroughs: boroughs.map(boroughName),
  };
}
