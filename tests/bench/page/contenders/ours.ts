import { aggregate, type AggregationInput } from '../../../../src/aggregation/aggregate.ts';
import { type Question, selectionOf } from '../../../../src/bench/question.ts';
import { matchingOf } from '../answer.ts';
import { AGES } from '../answer.ts';
import type { Contender } from './contender.ts';

/** The engine as the worker calls it. It also counts months of the year, places, person-time and charts of victims. */
export function ours(input: AggregationInput): Contender {
  const areas = input.areas.code.length;
  return {
    version: '',
    ask: (question: Question) => {
      const selection = selectionOf(question);
      return () => {
        const { rows } = aggregate(selection, input);
        const { byMonth, byWeekdayHour, byKind } = rows.charts;
        const answer = {
          byArea: rows.offences.subarray(0, areas), byAreaAge: (rows.victimsByAge ?? new Uint32Array(0)).subarray(0, areas * AGES),
          byMonth, byWeekdayHour, byKind,
        };
        return { answer, matching: matchingOf(answer, question) };
      };
    },
  };
}
