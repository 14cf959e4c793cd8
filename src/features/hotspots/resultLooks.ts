import type { MapClassStyle, MapMarks, MapSymbol } from '../../charts/figures/MapFigure.tsx';
import type { AreaSymbol, LegendClass } from '../../map/layers/legend.ts';
import { PALETTES } from '../../map/scale/colours.ts';

/** The drawing stands on white, so it has the colours of the light theme. */
const { fill, mark } = PALETTES.light;

export const RESULT_MARKS: MapMarks = {
  separator: mark.separator, hatch: mark.hatch, dots: mark.dots, cross: mark.hatch, noDataLine: mark.noDataLine,
  up: mark.triangleUp, down: mark.triangleDown, borough: mark.borough, label: mark.label,
};

const SYMBOLS: Readonly<Record<AreaSymbol, MapSymbol>> = {
  'triangle-up': 'up', 'triangle-down': 'down', 'digit-1': '1', 'digit-2': '2', 'digit-3': '3', 'digit-4': '4', 'digit-5': '5',
};

/** A class of the map as a drawing shows it: the same colour, pattern and mark. */
export function resultStyle({ colour, symbol, pattern, kind }: LegendClass): MapClassStyle {
  return { fill: fill[colour], pattern, symbol: symbol === null ? null : SYMBOLS[symbol], dashed: kind === 'no-data', always: kind === 'class' };
}
