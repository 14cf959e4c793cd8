/** Classes of the hotspot tests. Every class that matters has a mark besides its colour. */
import { CHANGE_CLASS, EMERGING_CLASS, GI_CLASS, MORAN_CLASS, TESTED_WHY, type HotspotAnswer, type HotspotColumns } from '../../model/hotspots.ts';
import type { MeasureId } from '../../model/measures.ts';
import { type OpenedPack, packKey } from '../../model/pack.ts';
import { SEQUENCE, type ColourToken } from '../scale/colours.ts';
import type { Candidate } from './candidates.ts';
import { NO_DATA, NOT_YET, TOO_FEW, WITHHELD, assign, plainClass } from './candidates.ts';
import type { AreaSymbol, Classified } from './legend.ts';

export const HOTSPOT_MEASURES = ['gi-star', 'local-moran', 'emerging', 'persistence', 'change'] as const satisfies readonly MeasureId[];
export type HotspotMeasure = (typeof HOTSPOT_MEASURES)[number];

export function isHotspotMeasure(measure: MeasureId): measure is HotspotMeasure {
  return (HOTSPOT_MEASURES as readonly MeasureId[]).includes(measure);
}

const marked = (id: string, label: string, colour: ColourToken, symbol: AreaSymbol | null = null): Candidate => ({ ...plainClass(id, label, colour), symbol });
const FEW: Candidate = { ...TOO_FEW, always: false };
/** Of a tested area for which this one test could not be made: no neighbour, too few steps, nothing to compare. */
const NOT_TESTED: Candidate = { id: 'not-tested', label: 'Not tested', colour: 'zero', symbol: null, pattern: 'dots', kind: 'too-few', always: false };
const OUTSIDE: Candidate = { ...NO_DATA, id: 'outside', label: 'Outside the chosen places' };
const UNTESTED = [NOT_TESTED, FEW, WITHHELD, OUTSIDE, NO_DATA] as const;

/** By class code, in legend order; a code that is not listed has no class. */
type ByCode = ReadonlyMap<number, Candidate>;

const GI: ByCode = new Map([
  [GI_CLASS.hot99, marked('hot-99', 'Hot spot, p below 0.01', 'higher-1', 'triangle-up')],
  [GI_CLASS.hot95, marked('hot-95', 'Hot spot, p below 0.05', 'higher-5', 'triangle-up')],
  [GI_CLASS.notSignificant, marked('not-significant', 'Neither', 'similar')],
  [GI_CLASS.cold95, marked('cold-95', 'Cold spot, p below 0.05', 'lower-5', 'triangle-down')],
  [GI_CLASS.cold99, marked('cold-99', 'Cold spot, p below 0.01', 'lower-1', 'triangle-down')],
]);
const MORAN: ByCode = new Map([
  [MORAN_CLASS.highHigh, marked('high-high', 'High among high', 'higher-1', 'triangle-up')],
  [MORAN_CLASS.highLow, marked('high-low', 'High among low (outlier)', 'higher-4', 'digit-1')],
  [MORAN_CLASS.notSignificant, marked('not-significant', 'Neither', 'similar')],
  [MORAN_CLASS.lowHigh, marked('low-high', 'Low among high (outlier)', 'lower-4', 'digit-2')],
  [MORAN_CLASS.lowLow, marked('low-low', 'Low among low', 'lower-1', 'triangle-down')],
]);
const EMERGING: ByCode = new Map([
  [EMERGING_CLASS.intensifying, marked('intensifying', 'Intensifying', 'higher-1', 'triangle-up')],
  [EMERGING_CLASS.persistent, marked('persistent', 'Persistent', 'higher-2', 'digit-1')],
  [EMERGING_CLASS.diminishing, marked('diminishing', 'Diminishing', 'higher-3', 'triangle-down')],
  [EMERGING_CLASS.consecutive, marked('consecutive', 'Consecutive', 'higher-4', 'digit-2')],
  [EMERGING_CLASS.newHotspot, marked('new', 'New', 'higher-5', 'digit-3')],
  [EMERGING_CLASS.sporadic, marked('sporadic', 'Sporadic', 'sequence-3', 'digit-4')],
  [EMERGING_CLASS.oscillating, marked('oscillating', 'Oscillating', 'sequence-2', 'digit-5')],
  [EMERGING_CLASS.historical, marked('historical', 'Historical', 'similar-2')],
  [EMERGING_CLASS.noPattern, marked('no-pattern', 'No pattern', 'similar')],
  [EMERGING_CLASS.cold, marked('cold', 'Cold spot of any kind', 'lower-3')],
]);
const CHANGE: ByCode = new Map([
  [CHANGE_CLASS.higher, marked('rate-higher', 'Rate went up', 'higher', 'triangle-up')],
  [CHANGE_CLASS.similar, marked('rate-similar', 'No clear change', 'similar')],
  [CHANGE_CLASS.lower, marked('rate-lower', 'Rate went down', 'lower', 'triangle-down')],
  [CHANGE_CLASS.fewerThan10, FEW],
]);

const CODED: Readonly<Record<Exclude<HotspotMeasure, 'persistence'>, { readonly classes: ByCode; readonly column: (columns: HotspotColumns) => Uint8Array }>> = {
  'gi-star': { classes: GI, column: ({ giStarClass }) => giStarClass }, 'local-moran': { classes: MORAN, column: ({ moranClass }) => moranClass },
  emerging: { classes: EMERGING, column: ({ emergingClass }) => emergingClass }, change: { classes: CHANGE, column: ({ changeClass }) => changeClass },
};

/**
 * Classes of a hotspot measure. An area that is not tested says why: withheld, too few, outside the chosen places, no
 * data, or "not tested" where only this test could not be made. Null (not made, or of another filter) and an answer of
 * another pack give "not calculated yet" everywhere.
 */
export function hotspotClasses(answer: HotspotAnswer | null, measure: HotspotMeasure, pack: OpenedPack): Classified {
  const areas = pack.areas.code.length;
  if (answer === null || answer.request.pack !== packKey(pack) || answer.columns.tested.length !== areas) return assign([NOT_YET], areas, () => 'no-data');
  if (measure === 'persistence') return persistenceClasses(answer, areas);
  const { classes, column } = CODED[measure];
  const codes = column(answer.columns);
  const listed = [...classes.values()].filter((one) => one !== FEW);
  return assign([...listed, ...UNTESTED], areas, (area) => classes.get(codes[area] ?? 0)?.id ?? whyNot(answer.columns, area));
}

/** Steps with a rate significantly higher, in quarters of the steps looked at. */
function persistenceClasses({ columns, persistenceSteps }: HotspotAnswer, areas: number): Classified {
  const bands = persistenceBands(persistenceSteps);
  const items = bands.map(({ from, to }, i) => plainClass(`steps-${bands.length - i}`, from === to ? `${from} of ${persistenceSteps}` : `${from} to ${to} of ${persistenceSteps}`, SEQUENCE[SEQUENCE.length - 1 - i] ?? 'sequence-1'));
  const none = marked('steps-0', 'Never', 'similar');
  return assign([...items, none, ...UNTESTED], areas, (area) => {
    if (columns.tested[area] !== 1) return whyNot(columns, area);
    if ((columns.classedSteps[area] ?? 0) === 0) return persistenceSteps === 0 ? 'not-tested' : 'too-few';
    const steps = columns.higherSteps[area] ?? 0;
    const band = bands.findIndex(({ from }) => steps >= from);
    return band < 0 ? 'steps-0' : `steps-${bands.length - band}`;
  });
}

/** Up to four bands of 1 to `steps`, the highest first. */
export function persistenceBands(steps: number): readonly { readonly from: number; readonly to: number }[] {
  const bands = Math.min(4, steps);
  const edge = (band: number): number => Math.round(band * steps / bands);
  return Array.from({ length: bands }, (_, i) => ({ from: edge(bands - 1 - i) + 1, to: edge(bands - i) }));
}

function whyNot({ testedWhy }: HotspotColumns, area: number): string {
  switch (testedWhy[area]) {
    case TESTED_WHY.tested: return 'not-tested';
    case TESTED_WHY.outsidePlaces: return 'outside';
    case TESTED_WHY.withheld: return 'withheld';
    case TESTED_WHY.fewerThan10: return 'too-few';
    default: return 'no-data';
  }
}
