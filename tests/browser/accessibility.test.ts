import axe, { type AxeResults } from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { Atlas } from './driver.ts';
import { visit, type Visit } from './visit.ts';

/** What axe calls serious or critical, as "rule: element". */
async function findings(atlas: Atlas): Promise<string[]> {
  await atlas.page.evaluate(axe.source);
  const results = await atlas.page.evaluate<AxeResults>('axe.run()');
  expect(results.passes.length).toBeGreaterThan(20);
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const at = (viewport: Visit['viewport'] & object, theme: 'light' | 'dark', more = ''): Visit => ({ viewport, theme, withoutPolicy: true, hash: `/explore?v=1&area=E01015794&hours=19-7${more}` });

describe.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', (theme) => {
  test('on Explore with an area’s card open, on the Assessment and on Methods', () => visit(async (atlas) => {
    expect((await atlas.screen.card())?.name).toBe('Luton 018F');
    expect(await findings(atlas)).toEqual([]);
    await atlas.showAssessment();
    expect(await findings(atlas)).toEqual([]);
    await atlas.showMethods();
    expect(await findings(atlas)).toEqual([]);
  }, at(WIDE, theme)));

  test('on a phone: every panel, and Methods', () => visit(async (atlas) => {
    for (const panel of ['Map', 'Filters', 'Areas'] as const) {
      await atlas.showPanel(panel);
      expect({ panel, findings: await findings(atlas) }).toEqual({ panel, findings: [] });
    }
    await atlas.showMethods();
    expect(await findings(atlas)).toEqual([]);
  }, at(PHONE, theme, '&measure=class-by-imd')));
});

describe('axe finds nothing serious', () => {
  test('where something cannot be chosen, and in open lists', () => visit(async (atlas) => {
    await atlas.filters.switchDataSet('Street-level crime (as data.police.uk publishes)');
    expect(await findings(atlas)).toEqual([]);
    await atlas.map.openLayers();
    expect(await findings(atlas)).toEqual([]);
  }, at(WIDE, 'light')));
});
