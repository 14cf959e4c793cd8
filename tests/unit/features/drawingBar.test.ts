import { describe, expect, it } from 'vitest';
import { cornerWords } from '../../../src/features/explore/stage/useDrawingBar.ts';

describe('the live status while drawing', () => {
  it('names the corner that came or how many are left', () => {
    expect(cornerWords(1, 2)).toBe('Corner 2 added');
    expect(cornerWords(2, 1)).toBe('Corner removed, 1 left');
    expect(cornerWords(1, 0)).toBe('Corner removed, 0 left');
  });

  it('says nothing where nothing changed', () => {
    expect([cornerWords(0, 0), cornerWords(3, 3)]).toEqual(['', '']);
  });
});
