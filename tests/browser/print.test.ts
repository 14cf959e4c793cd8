import { describe, expect, test } from 'vitest';
import { visit } from './visit.ts';

describe('A browser that prints by itself', () => {
  test('gets the map in light colours from the dark theme, those of the printed legend, and the screen’s back afterwards', () => visit(async (atlas) => {
    await atlas.map.waitUntilDrawn();
    const dark = (await atlas.map.legend()).filter(({ areas }) => areas > 0).map(({ colour }) => colour);
    const { colours, areas, screenIsHidden } = await atlas.map.coloursOnPaper();
    expect(areas).toBe(381);
    expect(screenIsHidden).toBe(true);
    expect(colours.filter((colour) => dark.includes(colour))).toEqual([]);
    // "Significantly higher", "similar" and "significantly lower" of the light palette.
    expect(colours).toEqual(expect.arrayContaining(['rgb(112, 16, 72)', 'rgb(242, 237, 226)', 'rgb(82, 141, 186)']));
    expect((await atlas.map.legend()).filter((line) => line.areas > 0).map(({ colour }) => colour)).toEqual(dark);
  }, { theme: 'dark' }));
});
