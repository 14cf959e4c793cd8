import { readFile } from 'node:fs/promises';
import { describe, expect, inject, test } from 'vitest';
import { EVERYTHING, type Selection } from '../../src/model/selection.ts';
import type { SurfaceAnswer } from '../../src/model/surface.ts';
import { PALETTES, rgbOf } from '../../src/map/scale/colours.ts';
import { createTasks } from '../../src/worker/tasks.ts';
import { findings } from './axe.ts';
import { visit } from './visit.ts';

const ON = '/explore?v=1&layers=boroughs,surface';
const WIDE = { width: 1440, height: 900 };
const LINES = `rgb(${rgbOf(PALETTES.light.mark.density).join(', ')})`;

/** The surface of the same pack, made here. */
async function surfaceOf(dataSet: string, selection: Partial<Selection>, bandwidthMetres: number): Promise<SurfaceAnswer & { readonly names: readonly string[] }> {
  const tasks = createTasks((path) => ({ name: path, read: async () => new Uint8Array(await readFile(path)) }));
  const opened = await tasks.openPack(inject('packFolder'));
  if (!opened.ok) throw new Error(opened.problem.what);
  const outcome = await tasks.surface({ pack: opened.value.id, dataSet, selection: { ...EVERYTHING, ...selection }, settings: { bandwidthMetres, levels: null } });
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return { ...outcome.value, names: outcome.value.peaks.map(({ area }) => opened.value.areas.name[area] ?? '') };
}

describe('lines of equal density', () => {
  test('are switched on in the layers, drawn over the areas without changing their colours, explained in the legend, and printed', () => visit(async (atlas) => {
    const { density, map } = atlas;
    const before = await map.legend();
    const swatches = before.map(({ colour }) => colour);
    expect([await density.keyIsThere(), await map.countPixels([LINES])]).toEqual([false, [0]]);
    await density.toggle();
    await density.answered();
    const [lines = 0, ...areas] = await map.countPixels([LINES, ...swatches]);
    expect([lines > 500, areas.filter((pixels) => pixels > 500).length >= 3]).toEqual([true, true]);
    expect(await map.legend()).toEqual(before);
    expect(await density.words()).toContain('In offences per km² a year.');
    const { levels } = await surfaceOf('police-recorded', {}, 1000);
    expect(await density.levels()).toEqual(levels.map((level) => level.toLocaleString('en-GB')));
    expect((await atlas.address()).get('layers')).toBe('lsoa,boroughs,nte,labels,surface');
    expect(await density.linesOnPaper()).toBeGreaterThan(5);
    await density.toggle();
    await atlas.settled();
    expect([await density.keyIsThere(), await density.linesOnPaper()]).toEqual([false, 0]);
  }, { viewport: WIDE }));

  test('follow filter and bandwidth; lines stay fixed until they are rescaled, and the link has it all', () => visit(async (atlas) => {
    const { density } = atlas;
    await density.answered();
    const standard = await density.levels();
    await atlas.filters.pressPreset('Night-time economy');
    await density.answered();
    expect([await density.levels(), await density.words()]).toEqual([standard, expect.stringContaining('a year in these hours')]);
    await density.press('Rescale the lines');
    const own = await density.levels();
    expect(own).not.toEqual(standard);
    expect((await atlas.address()).get('surface')).toBe(`levels:${own.join('/').replaceAll(',', '')}`);
    await atlas.reload();
    await density.answered();
    expect(await density.levels()).toEqual(own);
    await density.press('Lines of the whole data set again');
    expect(await density.levels()).toEqual(standard);
    await density.chooseBandwidth('500');
    expect((await atlas.address()).get('surface')).toBe('bandwidth:500');
    expect(await density.levels()).toEqual((await surfaceOf('police-recorded', {}, 500)).levels.map((level) => level.toLocaleString('en-GB')));
    await atlas.back();
    await density.answered();
    expect(await density.levels()).toEqual(standard);
  }, { hash: ON, viewport: WIDE }));

  test('have their peaks as a table, which selects and moves the map by keyboard, and as a file', () => visit(async (atlas) => {
    const { density } = atlas;
    await density.answered();
    await density.showPeaks();
    const [peaks, made] = [await density.peaks(), await surfaceOf('police-recorded', { boroughs: ['E06000032'] }, 1000)];
    expect(peaks.map(({ name, events }) => [name, events])).toEqual(made.peaks.map(({ events }, i) => [made.names[i], events.toLocaleString('en-GB')]));
    const { name, text } = await density.download();
    const [, first = '', ...others] = text.trim().split('\r\n');
    expect([name, others.length + 1]).toEqual(['demonstration-bedfordshire-police-recorded-density-peaks.csv', peaks.length]);
    expect(first.startsWith('1,E0')).toBe(true);
    await density.goTo(2);
    const address = await atlas.address();
    expect((await density.peaks())[1]).toMatchObject({ name: made.names[1], selected: true });
    const [, latitude = 0, longitude = 0] = (address.get('map') ?? '').split('/').map(Number);
    expect([Math.abs(latitude - (made.peaks[1]?.latitude ?? 0)) < 0.02, Math.abs(longitude - (made.peaks[1]?.longitude ?? 0)) < 0.03]).toEqual([true, true]);
  }, { hash: `${ON}&borough=E06000032`, viewport: WIDE }));

  test('say that published points are moved, and why a data set has none: in the switch, the legend and the list', () => visit(async (atlas) => {
    const { density } = atlas;
    await density.answered();
    expect(await density.words()).toContain('never compare surfaces across that date. This period mixes both lists.');
    expect((await density.switchWords()).disabled).toBe(false);
    await atlas.open('/explore?v=1&data=admissions');
    expect(await density.switchWords()).toEqual({ words: 'This data set withholds small counts, which lines of density would show.', disabled: true });
    await atlas.open('/explore?v=1&data=admissions&layers=surface');
    await density.answered();
    expect(await density.words()).toContain('No density here. This data set withholds small counts');
    expect([await atlas.page.getByText(/^No lines of density: This data set withholds small counts/).isVisible(), await density.linesOnPaper()]).toEqual([true, 0]);
  }, { hash: '/explore?v=1&data=street&layers=surface', viewport: WIDE }));

  test('can be kept: the areas that hold peaks are a hotspot list', () => visit(async (atlas) => {
    const { density, hotspots } = atlas;
    await density.answered();
    await density.showPeaks();
    const [peak] = await density.peaks();
    await atlas.page.getByRole('button', { name: 'Keep as a hotspot list' }).click();
    await hotspots.answered();
    await hotspots.chooseAreas(/^Areas that hold peaks of density/);
    await hotspots.save('Peaks');
    const { text } = await hotspots.download('Download Peaks');
    expect(text).toContain(`${peak?.events ?? ''} events within 1,000 m`);
    expect(text).toContain('"seed": null');
  }, { hash: `${ON}&borough=E06000032`, viewport: WIDE }));

  test.each([['light', WIDE], ['dark', { width: 390, height: 844 }]] as const)('have nothing that axe calls serious, nothing too wide and no target too small (%s)', (theme, viewport) => visit(async (atlas) => {
    await atlas.density.answered();
    if (viewport.width < 600) await atlas.showPanel('Areas');
    await atlas.density.showPeaks();
    expect(await findings(atlas.page)).toEqual([]);
    expect(await atlas.overflow()).toEqual([]);
    expect(await atlas.smallTargets()).toEqual([]);
  }, { hash: `${ON}&data=street`, viewport, theme, withoutPolicy: true }));
});
