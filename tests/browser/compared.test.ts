import { describe, expect, test } from 'vitest';
import { packFiles } from './cases.ts';
import { figuresOf, figuresOn } from './figures.ts';
import { classCounts, printedTable } from './printed.ts';
import { revisit } from './visit.ts';

const ask = packFiles();

describe('What areas are compared with', () => {
  test('a typed value changes the classes and nothing else, and stands in the address and the legend', () => revisit(async (atlas) => {
    const before = await figuresOn(atlas);
    await atlas.map.compareWithValue('2,000', 'England 2023');
    const answer = await ask({ benchmark: 2000 });
    const after = await figuresOn(atlas);
    expect({ lines: after.lines, legend: after.legend }).toEqual({ lines: printedTable(answer), legend: classCounts(answer) });
    expect(after.legend['Significantly higher']).toBeGreaterThan(before.legend['Significantly higher'] ?? 0);
    expect(after.matching).toBe(before.matching);
    expect((await atlas.address()).get('benchmark')).toBe('value:dsr:2000:England 2023');
    expect(await atlas.map.legendWords()).toContain('against England 2023 (typed value), 2,000');
    await atlas.reload();
    expect((await figuresOn(atlas)).legend).toEqual(after.legend);
  }));

  test('with the false discovery rate held, the classes are those of the step-up rule, with fewer higher than at 95%', () => revisit(async (atlas) => {
    await atlas.filters.chooseSubgroup('Rape');
    const records = "subgroup = 'rape'";
    const [plain, held] = [await ask({ records }), await ask({ records, confidence: 'fdr' })];
    expect(await figuresOn(atlas)).toEqual(figuresOf(plain));
    await atlas.map.chooseConfidence('False discovery rate 5%');
    const { lines, legend } = await figuresOn(atlas);
    expect({ lines, legend }).toEqual({ lines: printedTable(held), legend: classCounts(held) });
    expect(legend['Significantly higher']).toBeLessThan(classCounts(plain)['Significantly higher'] ?? 0);
    expect(legend['Significantly higher']).toBeGreaterThan(0);
    expect(await atlas.map.legendWords()).toContain('false discovery rate held to 5%');
  }));
});
