import { KINDS } from '../../../../src/bench/syntheticCells.ts';
import { boroughCount } from '../../../../src/bench/syntheticScene.ts';
import { AGES, chosenCodes, chosenWeekdayHours, type Columns, emptyAnswer, matchingOf, sumAges } from '../answer.ts';
import type { Contender } from './contender.ts';

/** The baseline: one loop over typed columns that tests each clause and counts, as one would write it at first. */
export function plainLoop({ rows, areas, area, age, kind, month, weekdayHour, borough }: Columns): Contender {
  return {
    version: '',
    ask: (question) => () => {
      const answer = emptyAnswer(areas);
      const { byAreaAge, byMonth, byWeekdayHour, byKind } = answer;
      const kinds = chosenCodes(KINDS, question.kinds);
      const hours = chosenWeekdayHours(question);
      const boroughs = chosenCodes(Math.max(1, boroughCount(areas)), question.boroughs);
      const [first, last] = question.months;
      for (let row = 0; row < rows; row += 1) {
        const what = kinds[kind[row]!] === 1;
        const when = month[row]! >= first && month[row]! <= last;
        const slot = weekdayHour[row]!;
        const inHours = hours[slot] === 1;
        if (what && when && inHours && area[row]! < areas) byAreaAge[area[row]! * AGES + age[row]!]! += 1;
        if (boroughs[borough[row]!] !== 1) continue;
        if (what && inHours) byMonth[month[row]!]! += 1;
        if (what && when) byWeekdayHour[slot]! += 1;
        if (when && inHours) byKind[kind[row]!]! += 1;
      }
      sumAges(byAreaAge, answer.byArea);
      return { answer, matching: matchingOf(answer, question) };
    },
  };
}
