import { describe, expect, it } from 'vitest';
import { cellsOf, machineOf, resultText } from '../../../src/bench/resultTable.ts';
import type { StepResult } from '../../../src/bench/plan.ts';

const times = (median: number, p95: number) => ({ median, p95, repeats: 30 });
const filters: StepResult = { what: 'filters', step: { what: 'filters', rows: 313_000, areas: 381 }, filters: times(0.25, 1.5), reading: times(0.07, 0.1) };
const statistics: StepResult = {
  what: 'statistics', step: { what: 'statistics', rows: 1_000_000, areas: 35_672 },
  statistics: { answer: times(50, 60), counting: times(10, 12), statistics: times(40, 50), withRate: 35_000 },
};

describe('The result of bench.html', () => {
  it('names records, areas and times', () => {
    expect(cellsOf(filters)).toEqual(['A new filter, all counts', '313,000', '381', '0.25', '1.50', '0.07']);
    expect(cellsOf(statistics)).toEqual(['Rates, limits and classes', '1,000,000', '35,672', '40.0', '50.0', '']);
  });

  it('is text with the browser, its cores and nothing else of the machine', () => {
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
    const text = resultText([filters], machineOf({ userAgent, hardwareConcurrency: 2 }));
    expect(text.split('\n')[0]).toBe('Hotspot Atlas, measured on Chrome 156, 2 cores');
    expect(text).not.toMatch(/Linux|X11/);
    expect(text.split('\n')[2]).toBe(cellsOf(filters).join('\t'));
  });

  it.each([
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge 140, 1 core'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox 142, 1 core'],
    ['Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Safari/605.1.15', 'Safari 18, 1 core'],
    ['Something else', 'a browser of unknown name, 1 core'],
  ])('reads %s', (userAgent, expected) => {
    expect(machineOf({ userAgent, hardwareConcurrency: 1 })).toBe(expected);
  });
});
