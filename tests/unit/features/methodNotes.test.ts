import { describe, expect, it } from 'vitest';
import { MEASURE_NOTES } from '../../../src/features/methods/measureNotes.ts';
import { MEASURES } from '../../../src/model/measures.ts';

/** Where a measure of the map is explained, where that is under another name. */
const UNDER: Readonly<Record<string, string>> = { 'dsr-class': 'class', 'rate-class': 'class', 'count-quintile': 'count', 'imd-decile': 'imd' };

describe('the notes on methods', () => {
  const ids = MEASURE_NOTES.map(({ id }) => id);

  it('explain every measure of the map, each once', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(MEASURES.filter(({ id }) => id !== 'none').map(({ id }) => UNDER[id] ?? id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('name a source and what to beware of', () => {
    expect(MEASURE_NOTES.filter(({ source, caveats }) => source === '' || caveats.length === 0)).toEqual([]);
  });

  it('give the rule by which published limits can be judged, and leave the arithmetic to the pack they come with', () => {
    const words = MEASURE_NOTES.find(({ id }) => id === 'dsr-limits')?.caveats.join(' ') ?? '';
    expect(words).toContain('1.96 ÷ √O');
    expect(words).toContain('Assessment view');
    // No figures of one county's publication in the code of every county.
    expect(words).not.toMatch(/\d,\d{3}|±/);
  });
});
