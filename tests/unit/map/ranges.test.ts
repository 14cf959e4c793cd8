import { describe, expect, it } from 'vitest';
import { rangeLabel, sequenceColour } from '../../../src/map/layers/ranges.ts';

describe('rangeLabel', () => {
  const breaks = [120, 240, 1500, 12_000];

  it('names counts by the whole numbers they hold', () => {
    expect([0, 1, 2, 3, 4].map((index) => rangeLabel(breaks, index, true))).toEqual(['under 120', '120 to 239', '240 to 1,499', '1,500 to 11,999', '12,000 and over']);
  });

  it('names rates by the break they stay under', () => {
    expect([0, 1, 4].map((index) => rangeLabel(breaks, index, false))).toEqual(['under 120', '120 to under 240', '12,000 and over']);
  });

  it('names single counts by themselves', () => {
    expect([0, 1, 2].map((index) => rangeLabel([2, 3, 10], index, true))).toEqual(['1', '2', '3 to 9']);
  });

  it('says what one class without breaks holds', () => {
    expect(rangeLabel([], 0, true)).toBe('1 and over');
    expect(rangeLabel([], 0, false)).toBe('Above 0');
  });
});

describe('sequenceColour', () => {
  it('keeps the ends of the ramp whatever the number of classes', () => {
    expect([0, 1, 2, 3, 4].map((index) => sequenceColour(index, 5))).toEqual(['sequence-1', 'sequence-2', 'sequence-3', 'sequence-4', 'sequence-5']);
    expect([0, 1, 2].map((index) => sequenceColour(index, 3))).toEqual(['sequence-1', 'sequence-3', 'sequence-5']);
    expect([0, 1].map((index) => sequenceColour(index, 2))).toEqual(['sequence-1', 'sequence-5']);
    expect(sequenceColour(0, 1)).toBe('sequence-3');
  });
});
