import { describe, expect, test } from 'vitest';
import { packFiles } from './cases.ts';
import { figuresOf, figuresOn } from './figures.ts';
import { revisit } from './visit.ts';

const ask = packFiles();

describe('Choosing where', () => {
  test('a borough', () => revisit(async (atlas) => {
    await atlas.filters.chooseBorough('Central Bedfordshire');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ places: "borough = 'E06000056'" })));
  }));

  test('a community hub area', () => revisit(async (atlas) => {
    await atlas.filters.chooseHub('North Urban');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ places: "hub = 'north-urban'" })));
  }));

  test('a ward', () => revisit(async (atlas) => {
    await atlas.filters.chooseWard('South', 'Luton');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ places: "ward_id = 'luton--south'" })));
  }));

  test('a night-time hotspot', () => revisit(async (atlas) => {
    await atlas.filters.chooseHotspot('Luton');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ places: "nte_hotspot = 'luton'" })));
  }));

  test('places of several kinds narrow one another', () => revisit(async (atlas) => {
    await atlas.filters.chooseBorough('Luton');
    await atlas.filters.chooseHotspot('Luton');
    await atlas.filters.chooseHotspot('Bedford');
    expect(await figuresOn(atlas)).toEqual(figuresOf(await ask({ places: "borough = 'E06000032' AND nte_hotspot IN ('luton', 'bedford')" })));
  }));

  test('a drawn shape takes the areas whose middle lies in it', () => revisit(async (atlas) => {
    await atlas.map.drawRectangle(0.35, 0.3, 0.52, 0.6);
    const ring = (await atlas.address()).get('polygon')?.split(',').map(Number) ?? [];
    expect(ring).toHaveLength(8);
    const [west, east] = ends(ring.filter((_, index) => index % 2 === 0));
    const [south, north] = ends(ring.filter((_, index) => index % 2 === 1));
    const answer = await ask({ places: `longitude BETWEEN ${west} AND ${east} AND latitude BETWEEN ${south} AND ${north}` });
    expect(answer.areas.filter(({ inPlace }) => inPlace).length).toBeGreaterThan(5);
    expect(await figuresOn(atlas)).toEqual(figuresOf(answer));
  }));
});

/** Lowest and highest. */
function ends(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
