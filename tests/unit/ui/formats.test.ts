import { describe, expect, it } from 'vitest';
import { SUPPRESSED } from '../../../src/model/results.ts';
import * as formats from '../../../src/ui/formats.ts';

describe('numbers as they are printed', () => {
  it('separates thousands and never prints NaN', () => {
    expect([formats.formatNumber(49_162), formats.formatNumber(0), formats.formatNumber(Number.NaN), formats.formatNumber(Infinity)]).toEqual(['49,162', '0', '–', '–']);
  });

  it('gives rates whole from 100 and with one decimal below, without a step where they meet', () => {
    expect([19_973.4, 100, 99.95, 99.94, 9.96, 0].map(formats.formatRate)).toEqual(['19,973', '100', '100', '99.9', '10.0', '0.0']);
  });

  it('gives two rates as many decimals as tell them apart', () => {
    expect([formats.formatRatesApart(2876.4, 2876), formats.formatRatesApart(3120, 2876.4), formats.formatRatesApart(99.949, 99.946), formats.formatRatesApart(5, 5)]).toEqual([['2,876.4', '2,876.0'], ['3,120', '2,876'], ['99.949', '99.946'], ['5.0', '5.0']]);
    expect(formats.formatRatesApart(Number.NaN, 5)).toEqual(['–', '5.0']);
  });

  it('says limits as a range and a dash where there are none', () => {
    expect(formats.formatLimits(19_154.2, 20_818.4)).toBe('19,154 to 20,818');
    expect(formats.formatLimits(Number.NaN, 3)).toBe('–');
  });

  it('keeps small shares visible', () => {
    expect([0.0346, 0.0062, 0.46, 0.0995, 0.0002, 0, 1].map(formats.formatShare)).toEqual(['3.5%', '0.6%', '46%', '10%', 'under 0.1%', '0%', '100%']);
  });

  it('gives no share of nothing', () => {
    expect(formats.formatShareOf(0, 0)).toBe('–');
    expect(formats.formatShareOf(1, 4)).toBe('25%');
  });

  it('writes months and periods, and leaves other text alone', () => {
    expect(formats.formatMonthText('2021-05')).toBe('May 2021');
    expect(formats.formatMonthText('soon')).toBe('soon');
    expect(formats.formatPeriod('2021-05', '2023-12')).toBe('May 2021 to Dec 2023');
    expect(formats.formatPeriod('2021-05', '2021-05')).toBe('May 2021');
  });

  it('knows one from many', () => {
    expect([formats.plural(1, 'month', 'months'), formats.plural(0, 'month', 'months'), formats.plural(1200, 'month', 'months')]).toEqual(['1 month', '0 months', '1,200 months']);
  });
});

describe('withheld counts', () => {
  it('are said in words and never added up or divided', () => {
    expect(formats.formatCount(SUPPRESSED)).toBe('withheld');
    expect(formats.formatCount(4)).toBe('4');
    expect(formats.sumCounts([3, SUPPRESSED])).toBe(SUPPRESSED);
    expect(formats.sumCounts([3, 4])).toBe(7);
    expect(formats.formatShareOf(SUPPRESSED, 100)).toBe('–');
    expect(formats.formatShareOf(1, SUPPRESSED)).toBe('–');
  });
});
