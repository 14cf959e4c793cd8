import { describe, expect, test } from 'vitest';
import { visit } from './visit.ts';

const AREA = '/explore?v=1&area=E01015794';

describe('At every size', () => {
  test.each([[1440, 900], [1024, 768]])('%i by %i: filters, map and areas side by side, nothing beyond the page', (width, height) => visit(async (atlas) => {
    expect(await atlas.overflow()).toEqual([]);
    expect(await atlas.visibleParts()).toEqual(['Filters', 'Map', 'Areas']);
    const { table, panel } = await atlas.table.widths();
    expect(table).toBe(panel);
    const whole = await atlas.map.width();
    await atlas.foldPanel('filters');
    await expect.poll(() => atlas.map.width()).toBeGreaterThan(whole);
    await atlas.showMethods();
    expect(await atlas.overflow()).toEqual([]);
  }, { viewport: { width, height }, hash: AREA }));

  test('390 by 844: one panel at a time, every one within reach', () => visit(async (atlas) => {
    for (const panel of ['Map', 'Filters', 'Areas'] as const) {
      await atlas.showPanel(panel);
      expect((await atlas.visibleParts()).filter((part) => part !== 'Map')).toEqual(panel === 'Map' ? [] : [panel]);
      expect({ panel, overflow: await atlas.overflow(), small: await atlas.smallTargets() }).toEqual({ panel, overflow: [], small: [] });
    }
    expect((await atlas.screen.card())?.name).toBe('Luton 018F');
    await atlas.showPanel('Filters');
    await atlas.filters.chooseBorough('Luton');
    await atlas.showPanel('Map');
    expect((await atlas.map.legend()).reduce((sum, { areas }) => sum + areas, 0)).toBe(121);
    await atlas.showMethods();
    expect(await atlas.overflow()).toEqual([]);
    await atlas.showAssessment();
    expect({ overflow: await atlas.overflow(), small: await atlas.smallTargets() }).toEqual({ overflow: [], small: [] });
  }, { viewport: { width: 390, height: 844 }, hash: AREA }));
});
