import type { MapClassStyle, MapMarks } from '../../charts/figures/MapFigure.tsx';
import { type ColourToken, PALETTES } from '../../map/scale/colours.ts';
import { CHANGE_CLASS, type HotspotColumns, TESTED_WHY } from '../../model/hotspots.ts';

/** The drawing stands on white, so it has the colours of the light theme. */
const { fill, mark } = PALETTES.light;

export const CHANGE_MARKS: MapMarks = {
  separator: mark.separator, hatch: mark.hatch, dots: mark.dots, cross: mark.hatch, noDataLine: mark.noDataLine,
  up: mark.triangleUp, down: mark.triangleDown, borough: mark.borough, label: mark.label,
};

function plain(token: ColourToken): MapClassStyle {
  return { fill: fill[token], pattern: null, symbol: null, dashed: false, always: true };
}

export const CHANGE_LABELS = ['Significantly lower', 'Similar', 'Significantly higher', 'Fewer than 10 events', 'Withheld', 'Not tested'] as const;
export const CHANGE_STYLES: readonly MapClassStyle[] = [
  { ...plain('lower'), symbol: 'down' }, plain('similar'), { ...plain('higher'), symbol: 'up' },
  { ...plain('too-few'), pattern: 'hatch', always: false }, { ...plain('too-few'), pattern: 'cross', always: false }, { ...plain('no-data'), dashed: true, always: false },
];

const POSITIONS: Readonly<Record<number, number>> = { [CHANGE_CLASS.lower]: 0, [CHANGE_CLASS.similar]: 1, [CHANGE_CLASS.higher]: 2, [CHANGE_CLASS.fewerThan10]: 3 };
const WITHHELD = 4;
const NOT_TESTED = 5;

/** By area number: position in CHANGE_LABELS. */
export function changeClasses({ changeClass, testedWhy }: Pick<HotspotColumns, 'changeClass' | 'testedWhy'>): Uint8Array {
  return Uint8Array.from(changeClass, (code, area) => POSITIONS[code] ?? (testedWhy[area] === TESTED_WHY.withheld ? WITHHELD : NOT_TESTED));
}
