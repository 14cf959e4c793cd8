import { describe, expect, it } from 'vitest';
import { DENSITY_LAYERS, densityLabels, densityLayers, densityLines, levelText, LINE_WIDTHS, widthOf } from '../../../src/map/layers/densityLayers.ts';
import { layersFor } from '../../../src/map/layers/style.ts';
import { PALETTES } from '../../../src/map/scale/colours.ts';
import { MOST_LEVELS } from '../../../src/model/surface.ts';
import { surfaceOf } from '../../fakes/sampleSurface.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';

const { lines, levels } = surfaceOf({ pack: 'bedfordshire', dataSet: 'street', selection: EVERYTHING, settings: { bandwidthMetres: 1000, levels: null } });

describe('lines of density', () => {
  it('are lines with a width of their level and its number', () => {
    const { features } = densityLines({ lines, levels, old: true });
    expect(features.map(({ properties }) => properties)).toEqual([{ width: LINE_WIDTHS[0], label: '50' }, { width: LINE_WIDTHS[1], label: '100' }]);
    expect(features[0]?.geometry).toEqual({ type: 'LineString', coordinates: lines[0]?.points });
    expect(densityLines(null).features).toEqual([]);
  });

  it('are wider where it is denser, told apart without colour: a width for each level there can be', () => {
    expect(LINE_WIDTHS).toHaveLength(MOST_LEVELS);
    expect(LINE_WIDTHS.every((width, i) => i === 0 || width >= 1.25 * (LINE_WIDTHS[i - 1] ?? 0))).toBe(true);
    expect(widthOf(99)).toBe(LINE_WIDTHS.at(-1));
    expect([0.05, 2, 1000].map(levelText)).toEqual(['0.05', '2', '1,000']);
  });

  it('cover no area: every layer is a line or words', () => {
    const layers = [...densityLayers(PALETTES.light), densityLabels(PALETTES.light)];
    expect(layers.map(({ id }) => id)).toEqual([...DENSITY_LAYERS]);
    expect([...new Set(layers.map(({ type }) => type))]).toEqual(['line', 'symbol']);
    const ids = layersFor(PALETTES.dark).map(({ id }) => id);
    expect(ids.indexOf('density-line')).toBeGreaterThan(ids.indexOf('boroughs-line'));
    expect(ids.indexOf('density-line')).toBeLessThan(ids.indexOf('selected-casing'));
  });
});
