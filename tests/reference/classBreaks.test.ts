import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { classBreaks } from '../../src/statistics/classBreaks.ts';
import { differences, readCases } from './cases.ts';

const METHODS = {
  quantile: 'quantile', equal: 'equal', fisher: 'fisher-jenks', jenks: 'jenks', pretty: 'pretty', sd: 'deviation',
} as const;
const style = z.object({ breaks: z.array(z.number()), counts: z.array(z.number()) });
const inputs = z.object({ values: z.array(z.number()), k: z.number() });
const expected = z.object({ quantile: style, equal: style, fisher: style, jenks: style, pretty: style, sd: style });

/** Values per class: a value on a break belongs above it, under `jenks` below it; the ends hold both. */
function countsOf(values: readonly number[], breaks: readonly number[], rightClosed: boolean): number[] {
  const counts = Array.from({ length: breaks.length - 1 }, () => 0);
  const inner = breaks.slice(1, -1);
  for (const value of values) {
    const position = inner.filter((edge) => (rightClosed ? value > edge : value >= edge)).length;
    counts[position] = (counts[position] ?? 0) + 1;
  }
  return counts;
}

describe('class breaks equal classInt (f_class_breaks)', () => {
  const cases = readCases('f_class_breaks', inputs, expected);
  const rows = cases.flatMap((one) => (['quantile', 'equal', 'fisher', 'jenks', 'pretty', 'sd'] as const).map((name) => ({ ...one, name })));

  it.each(rows)('$id, $name', ({ inputs: { values, k }, expected: reference, name }) => {
    const breaks = classBreaks(values, k, METHODS[name]);
    expect(breaks).toHaveLength(reference[name].breaks.length);
    expect(reference[name].breaks.flatMap((edge, i) => differences({ [`break ${i}`]: [breaks[i], edge] }))).toEqual([]);
    expect(countsOf(values, breaks, name === 'jenks')).toEqual(reference[name].counts);
  });
});
