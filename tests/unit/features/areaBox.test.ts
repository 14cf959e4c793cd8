import { describe, expect, it } from 'vitest';
import { besideCard } from '../../../src/features/explore/areaBox.ts';

/** On the equator a degree is as long either way. */
const BOX = [-1, -1, 1, 1] as const;
const MAP = { width: 600, height: 400 };

describe('a box beside a card', () => {
  it('stays as it is where nothing is covered', () => {
    expect(besideCard(BOX, MAP, { right: 0, bottom: 0 })).toEqual([...BOX]);
  });

  it('centres the place in what a card at the right leaves free', () => {
    const [west, south, east, north] = besideCard(BOX, MAP, { right: 300, bottom: 0 });
    expect([west, south, north]).toEqual([-1, -1, 1]);
    // 300 of 600 pixels are free for 2 degrees: the card takes 2 more.
    expect(east).toBeCloseTo(3, 10);
  });

  it('centres the place above a card along the bottom, by the shorter side', () => {
    const [, south] = besideCard(BOX, MAP, { right: 0, bottom: 200 });
    expect(south).toBeCloseTo(-3, 10);
  });

  it('leaves the box where a card covers everything or the box has no size', () => {
    expect(besideCard(BOX, MAP, { right: 600, bottom: 0 })).toEqual([...BOX]);
    expect(besideCard([1, 1, 1, 1], MAP, { right: 100, bottom: 0 })).toEqual([1, 1, 1, 1]);
  });
});
