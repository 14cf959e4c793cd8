import type { MapClassStyle, MapMarks } from '../../charts/figures/MapFigure.tsx';
import { type ColourToken, DENSITY, DEPRIVATION_QUINTILES, PALETTES, SEQUENCE } from '../../map/scale/colours.ts';
import type { MapScheme } from '../../model/assessment.ts';

/** Figures look as the map does in its light theme, whatever the page's theme: they stand on white. */
const { fill, mark } = PALETTES.light;

export const MAP_MARKS: MapMarks = {
  separator: mark.separator, hatch: mark.hatch, dots: mark.dots, cross: mark.hatch, noDataLine: mark.noDataLine,
  up: mark.triangleUp, down: mark.triangleDown, borough: mark.borough, label: mark.label,
};

/** Shades of a value, from little to much. */
export const SHADES: readonly string[] = SEQUENCE.map((token) => fill[token]);

function plain(token: ColourToken): MapClassStyle {
  return { fill: fill[token], pattern: null, symbol: null, dashed: false, always: true };
}
const NO_DATA: MapClassStyle = { ...plain('no-data'), dashed: true, always: false };
const NONE: MapClassStyle = { ...plain('zero'), pattern: 'dots', always: false };
const TOO_FEW: MapClassStyle = { ...plain('too-few'), pattern: 'hatch', always: false };
const WITHHELD: MapClassStyle = { ...plain('too-few'), pattern: 'cross', always: false };

/** By position in a drawing's labels, as model/assessment.ts orders them. */
export const MAP_STYLES: Readonly<Record<MapScheme, readonly MapClassStyle[]>> = {
  benchmark: [{ ...plain('lower'), symbol: 'down' }, plain('similar'), { ...plain('higher'), symbol: 'up' }, TOO_FEW, WITHHELD, NO_DATA],
  quintile: [...SEQUENCE.map(plain), NONE, WITHHELD, NO_DATA],
  deprivation: [...DEPRIVATION_QUINTILES.map(plain), NO_DATA],
  density: [...DENSITY.map(plain), NO_DATA],
};
