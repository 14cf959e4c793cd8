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

  it('do the arithmetic on the published limits that they print', () => {
    const words = MEASURE_NOTES.find(({ id }) => id === 'dsr-limits')?.caveats.join(' ') ?? '';
    const share = 1.96 / Math.sqrt(5616);
    expect(words).toContain(`${(share * 100).toFixed(1)}%`);
    expect(words).toContain(`±${(share * 161.2).toFixed(1)} around its rate of 161.2`);
  });
});
