import { describe, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { visit, type Visit } from './visit.ts';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const at = (viewport: Visit['viewport'] & object, theme: 'light' | 'dark', more = ''): Visit => ({ viewport, theme, withoutPolicy: true, hash: `/explore?v=1&area=E01015794&hours=19-7${more}` });

describe.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', (theme) => {
  test('on Explore with an area’s card open, on the Assessment and on Methods', () => visit(async (atlas) => {
    expect((await atlas.screen.card())?.name).toBe('Luton 018F');
    expect(await findings(atlas.page)).toEqual([]);
    await atlas.showAssessment();
    expect(await findings(atlas.page)).toEqual([]);
    await atlas.showMethods();
    expect(await findings(atlas.page)).toEqual([]);
  }, at(WIDE, theme)));

  test('on a phone: every panel, and Methods', () => visit(async (atlas) => {
    for (const panel of ['Map', 'Filters', 'Areas'] as const) {
      await atlas.showPanel(panel);
      expect({ panel, findings: await findings(atlas.page) }).toEqual({ panel, findings: [] });
    }
    await atlas.showMethods();
    expect(await findings(atlas.page)).toEqual([]);
  }, at(PHONE, theme, '&measure=class-by-imd')));
});

describe('axe finds nothing serious', () => {
  test('where something cannot be chosen, and in open lists', () => visit(async (atlas) => {
    await atlas.filters.switchDataSet('Street-level crime (as data.police.uk publishes)');
    expect(await findings(atlas.page)).toEqual([]);
    await atlas.map.openLayers();
    expect(await findings(atlas.page)).toEqual([]);
  }, at(WIDE, 'light')));
});
