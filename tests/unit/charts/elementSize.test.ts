import { describe, expect, it } from 'vitest';
import { FIRST_PLOT, resized } from '../../../src/charts/useElementSize.ts';

describe('the size a chart draws at', () => {
  it('is the measured one; a side without extent keeps what it had', () => {
    expect([resized(FIRST_PLOT, 500, 300), resized(FIRST_PLOT, 500, 0), resized(FIRST_PLOT, 0, 0)]).toEqual([{ width: 500, height: 300 }, { width: 500, height: 240 }, FIRST_PLOT]);
  });

  it('is the same object where nothing changed', () => {
    expect(resized(FIRST_PLOT, FIRST_PLOT.width, FIRST_PLOT.height)).toBe(FIRST_PLOT);
  });
});
