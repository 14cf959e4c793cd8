import crossfilter from 'crossfilter2';
import { version } from 'crossfilter2/package.json';
import { KINDS } from '../../../../src/bench/syntheticCells.ts';
import { boroughCount, boroughOf } from '../../../../src/bench/syntheticScene.ts';
import { AGES, chosenCodes, chosenWeekdayHours, type Columns, emptyAnswer, matchingOf, sumAges } from '../answer.ts';
import type { Contender } from './contender.ts';

/**
 * Four dimensions, each with one group, which overlooks its own filter as crossfilter's groups do. The boroughs are a
 * filter of the area-and-age dimension, weekdays and hours one of the weekday-hour dimension: one fewer to keep, and
 * their groups overlook just what they must. Records are row numbers; accessors read typed columns.
 */
export function crossfilterPeer({ rows, areas, area, age, kind, month, weekdayHour }: Columns): Contender {
  const data = crossfilter(Array.from({ length: rows }, (_, row) => row));
  const areaAge = data.dimension((row) => area[row]! * AGES + age[row]!);
  const months = data.dimension((row) => month[row]!);
  const weekdayHours = data.dimension((row) => weekdayHour[row]!);
  const kinds = data.dimension((row) => kind[row]!);
  const groups = { areaAge: areaAge.group(), months: months.group(), weekdayHours: weekdayHours.group(), kinds: kinds.group() };
  return {
    version,
    ask: (question) => () => {
      const boroughs = chosenCodes(Math.max(1, boroughCount(areas)), question.boroughs);
      const inBorough = Uint8Array.from({ length: areas + 2 }, (_, number) => (number < areas ? boroughs[boroughOf(number)]! : 0));
      const slots = chosenWeekdayHours(question);
      const chosenKinds = chosenCodes(KINDS, question.kinds);
      areaAge.filterFunction((value) => inBorough[Math.floor(value / AGES)] === 1);
      months.filterRange([question.months[0], question.months[1] + 1]);
      weekdayHours.filterFunction((slot) => slots[slot] === 1);
      kinds.filterFunction((code) => chosenKinds[code] === 1);
      const answer = emptyAnswer(areas);
      count(groups.areaAge, answer.byAreaAge);
      count(groups.months, answer.byMonth);
      count(groups.weekdayHours, answer.byWeekdayHour);
      count(groups.kinds, answer.byKind);
      sumAges(answer.byAreaAge, answer.byArea);
      return { answer, matching: matchingOf(answer, question) };
    },
  };
}

function count(group: { all(): readonly { key: number; value: number }[] }, into: Uint32Array): void {
  for (const { key, value } of group.all()) if (key < into.length) into[key] = value;
}
