import { describe, expect, it } from 'vitest';
import { formatFigure, formatLimits } from '../../../src/model/figureFormat.ts';
import { sharedTitles } from '../../../src/model/sharedTitles.ts';

describe('numbers of an assessment', () => {
  it('are printed by what they are', () => {
    expect([formatFigure(91334, 'count'), formatFigure(2876.42, 'rate'), formatFigure(0.4604, 'share'), formatFigure(6.055, 'ratio')]).toEqual(['91,334', '2,876.4', '46.0%', '6.06']);
    expect([formatFigure(Number.NaN, 'rate'), formatFigure(Infinity, 'count')]).toEqual(['–', '–']);
  });

  it('keep small shares, and say where even these would be nothing', () => {
    expect([0, 0.0005, 0.00034, 0.00005, 0.00002].map((share) => formatFigure(share, 'share'))).toEqual(['0.0%', '0.1%', '0.03%', '0.01%', 'under 0.01%']);
  });

  it('have a minus sign below zero, and a plus where they are changes; neither for what prints as zero', () => {
    expect([formatFigure(-12.34, 'rate'), formatFigure(-0.019, 'change'), formatFigure(0.03, 'change')]).toEqual(['−12.3', '−1.9%', '+3.0%']);
    expect([formatFigure(-0.01, 'rate'), formatFigure(0.0001, 'change'), formatFigure(-0.0001, 'change'), formatFigure(0, 'change')]).toEqual(['0.0', '0.0%', '0.0%', '0.0%']);
  });

  it('have limits that can be told apart', () => {
    expect(formatLimits(0.347, 0.353, 'share')).toBe('34.7% to 35.3%');
    expect(formatLimits(0.00173, 0.00231, 'share')).toBe('0.17% to 0.23%');
    expect(formatLimits(0.00023, 0.00048, 'share')).toBe('0.02% to 0.05%');
    expect([formatLimits(0, 0, 'share'), formatLimits(10, 10.01, 'rate')]).toEqual(['0.0% to 0.0%', '10.0 to 10.0']);
  });
});

describe('titles of inputs', () => {
  it('that differ at their ends stand together; many as a run', () => {
    expect(sharedTitles(['Estimates, mid-2017', 'Census 2021', 'Estimates, mid-2019', 'Estimates, mid-2020'])).toEqual(['Estimates, mid-2017, mid-2019 and mid-2020', 'Census 2021']);
    expect(sharedTitles(['Crime, Beds, 2019-01', 'Crime, Beds, 2019-02', 'Crime, Beds, 2019-07', 'Crime, Beds, 2023-12'])).toEqual(['Crime, Beds, 2019-01 to 2023-12 (4 files)']);
    expect(sharedTitles(['Boundaries, December 2011'])).toEqual(['Boundaries, December 2011']);
  });
});
