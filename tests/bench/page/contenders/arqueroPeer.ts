import { table } from 'arquero';
import { version } from 'arquero/package.json';
import { KINDS } from '../../../../src/bench/syntheticCells.ts';
import { boroughCount } from '../../../../src/bench/syntheticScene.ts';
import { AGES, chosenCodes, type Columns, emptyAnswer, matchingOf, sumAges } from '../answer.ts';
import type { Contender } from './contender.ts';

/** Clauses as arquero's table expressions: it compiles these texts to loops over the columns. */
const CLAUSES = {
  kind: '$.kinds[d.kind] === 1',
  month: 'd.month >= $.first && d.month <= $.last',
  weekdayHour: '$.days[d.weekday] === 1 && d.hour >= $.from && d.hour <= $.to',
  area: '$.boroughs[d.borough] === 1',
} as const;

/** One filter, group and count per output, because a table has one filter: four queries. Areas are added up from areas by age. */
export function arqueroPeer(columns: Columns): Contender {
  const { areas, area, age, kind, month, weekday, hour, weekdayHour, borough } = columns;
  const areaAge = Uint32Array.from(area, (number, row) => number * AGES + age[row]!);
  const records = table({ areaAge, kind, month, weekday, hour, weekdayHour, borough });
  const queries = [['area', 'areaAge', 'byAreaAge'], ['month', 'month', 'byMonth'], ['weekdayHour', 'weekdayHour', 'byWeekdayHour'], ['kind', 'kind', 'byKind']] as const;
  const texts = queries.map(([own]) => allBut(own));
  return {
    version,
    ask: (question) => () => {
      const answer = emptyAnswer(areas);
      const bound = records.params({
        kinds: chosenCodes(KINDS, question.kinds), days: chosenCodes(7, question.days), boroughs: chosenCodes(Math.max(1, boroughCount(areas)), question.boroughs),
        first: question.months[0], last: question.months[1], from: question.hours[0], to: question.hours[1],
      });
      queries.forEach(([, column, output], i) => {
        const counted = bound.filter(texts[i] ?? '').groupby(column).count();
        const [keys, counts, into] = [counted.array(column), counted.array('count'), answer[output]];
        for (let j = 0; j < keys.length; j += 1) if (keys[j]! < into.length) into[keys[j]!] = counts[j]!;
      });
      sumAges(answer.byAreaAge, answer.byArea);
      return { answer, matching: matchingOf(answer, question) };
    },
  };
}

function allBut(own: keyof typeof CLAUSES): string {
  return `(d, $) => ${Object.entries(CLAUSES).filter(([name]) => name !== own).map(([, clause]) => clause).join(' && ')}`;
}
