import { describe, expect, it } from 'vitest';
import { roomFor } from '../../../src/app/mapRoom.ts';

describe('roomFor', () => {
  it('leaves room for names on the left of a narrow map', () => {
    const { left, right } = roomFor(390);
    expect(left).toBeGreaterThanOrEqual(40);
    expect(right).toBeLessThan(left);
  });

  it('gives the open legend more the wider the map, up to its own width', () => {
    const rights = [599, 600, 720, 900, 1100, 1400, 2400].map((width) => roomFor(width).right);
    expect(rights).toEqual(rights.toSorted((a, b) => a - b));
    expect(rights.at(-1)).toBe(274);
    expect(roomFor(600).right).toBeGreaterThan(roomFor(600).left);
  });
});
