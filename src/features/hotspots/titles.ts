import { CHANGE_CLASS, EMERGING_CLASS, GI_CLASS, type HotspotSettings, MORAN_CLASS, type NeighbourRule, TESTED_VALUES } from '../../model/hotspots.ts';
import { lowerFirst } from '../../model/text.ts';

/** How a class is named and marked; the symbol tells classes apart without colour. */
export interface ClassLook {
  readonly title: string;
  readonly style: 'badge-higher' | 'badge-lower' | 'badge-similar' | 'badge-plain';
  readonly mark: string | null;
}

const NOT_TESTED: ClassLook = { title: 'Not tested', style: 'badge-plain', mark: null };

export const GI_LOOKS: Readonly<Record<number, ClassLook>> = {
  [GI_CLASS.hot99]: { title: 'Hot, 99%', style: 'badge-higher', mark: '▲▲' },
  [GI_CLASS.hot95]: { title: 'Hot, 95%', style: 'badge-higher', mark: '▲' },
  [GI_CLASS.notSignificant]: { title: 'Not significant', style: 'badge-similar', mark: null },
  [GI_CLASS.cold95]: { title: 'Cold, 95%', style: 'badge-lower', mark: '▼' },
  [GI_CLASS.cold99]: { title: 'Cold, 99%', style: 'badge-lower', mark: '▼▼' },
};

export const MORAN_TITLES: Readonly<Record<number, string>> = {
  [MORAN_CLASS.highHigh]: 'High among high', [MORAN_CLASS.lowLow]: 'Low among low', [MORAN_CLASS.highLow]: 'High among low', [MORAN_CLASS.lowHigh]: 'Low among high',
  [MORAN_CLASS.notSignificant]: 'Not significant',
};

/** Categories and what they mean, in the order of the codes: the order in which they ask for attention is `EMERGING_RANK`. */
export const EMERGING: Readonly<Record<number, { readonly title: string; readonly meaning: string }>> = {
  [EMERGING_CLASS.noPattern]: { title: 'No pattern', meaning: 'fits none of the categories' },
  [EMERGING_CLASS.newHotspot]: { title: 'New', meaning: 'hot in the last step and never before' },
  [EMERGING_CLASS.consecutive]: { title: 'Consecutive', meaning: 'hot in an unbroken run of two steps or more up to the last, never before it, and in fewer than 90% of the steps' },
  [EMERGING_CLASS.intensifying]: { title: 'Intensifying', meaning: 'hot in at least 90% of the steps, the last one included, and growing hotter' },
  [EMERGING_CLASS.persistent]: { title: 'Persistent', meaning: 'hot in at least 90% of the steps, the last one included, neither growing hotter nor cooling' },
  [EMERGING_CLASS.diminishing]: { title: 'Diminishing', meaning: 'hot in at least 90% of the steps, the last one included, but cooling' },
  [EMERGING_CLASS.sporadic]: { title: 'Sporadic', meaning: 'hot in the last step and on and off before, in fewer than 90% of the steps, never cold' },
  [EMERGING_CLASS.oscillating]: { title: 'Oscillating', meaning: 'hot in the last step and in fewer than 90% of the steps, cold in some step before' },
  [EMERGING_CLASS.historical]: { title: 'Historical', meaning: 'hot in at least 90% of the steps, but not in the last one' },
  [EMERGING_CLASS.cold]: { title: 'Cold', meaning: 'one of the cold categories' },
};

/** Which categories come first when the table is sorted by them. */
export const EMERGING_RANK: readonly number[] = [
  EMERGING_CLASS.intensifying, EMERGING_CLASS.persistent, EMERGING_CLASS.consecutive, EMERGING_CLASS.newHotspot, EMERGING_CLASS.oscillating,
  EMERGING_CLASS.sporadic, EMERGING_CLASS.diminishing, EMERGING_CLASS.historical, EMERGING_CLASS.noPattern, EMERGING_CLASS.cold,
];

export const CHANGE_LOOKS: Readonly<Record<number, ClassLook>> = {
  [CHANGE_CLASS.fewerThan10]: { title: 'Fewer than 10 events', style: 'badge-plain', mark: null },
  [CHANGE_CLASS.lower]: { title: 'Significantly lower', style: 'badge-lower', mark: '▼' },
  [CHANGE_CLASS.similar]: { title: 'Similar', style: 'badge-similar', mark: null },
  [CHANGE_CLASS.higher]: { title: 'Significantly higher', style: 'badge-higher', mark: '▲' },
};

const DRAWN_LOOKS: Readonly<Record<'higher' | 'similar' | 'lower', ClassLook>> = {
  higher: { title: 'Higher than the rest', style: 'badge-higher', mark: '▲' },
  similar: { title: 'Similar', style: 'badge-similar', mark: null },
  lower: { title: 'Lower than the rest', style: 'badge-lower', mark: '▼' },
};

export const drawnLook = (side: 'higher' | 'similar' | 'lower' | null): ClassLook => (side === null ? NOT_TESTED : DRAWN_LOOKS[side]);
export const giLook = (code: number): ClassLook => GI_LOOKS[code] ?? NOT_TESTED;
export const changeLook = (code: number): ClassLook => CHANGE_LOOKS[code] ?? NOT_TESTED;
export const moranTitle = (code: number): string => MORAN_TITLES[code] ?? NOT_TESTED.title;
export const emergingTitle = (code: number): string => EMERGING[code]?.title ?? NOT_TESTED.title;
export const isHot = (code: number): boolean => code === GI_CLASS.hot95 || code === GI_CLASS.hot99;
export const isCold = (code: number): boolean => code === GI_CLASS.cold95 || code === GI_CLASS.cold99;

/** "queen neighbours", "the 6 nearest areas", "areas within 1,500 m". */
export function ruleWords(rule: NeighbourRule): string {
  switch (rule.kind) {
    case 'queen': return 'queen neighbours (sharing a corner or an edge)';
    case 'rook': return 'rook neighbours (sharing an edge)';
    case 'nearest': return `the ${rule.k} nearest areas as neighbours`;
    default: return `areas within ${rule.metres.toLocaleString('en-GB')} m as neighbours`;
  }
}

/** "counts", "smoothed rates (empirical Bayes)". */
export function valueWords({ value }: Pick<HotspotSettings, 'value'>): string {
  return lowerFirst(TESTED_VALUES.find(({ id }) => id === value)?.title ?? value);
}

/** How the hot spots were found: "Gi* of counts, queen neighbours (…), false discovery rate 5%, exact p-values". */
export function methodWords(settings: HotspotSettings, permutations: number, test: 'Gi*' | 'Local Moran' = 'Gi*'): string {
  return [
    `${test} of ${valueWords(settings)}`, ruleWords(settings.neighbours), settings.correction === 'fdr' ? 'false discovery rate 5%' : '95%, each area by itself',
    ...(permutations === 0 ? ['exact p-values'] : [`${permutations.toLocaleString('en-GB')} permutations`, `seed ${settings.seed}`]),
  ].join(', ');
}

/** "quarter" and "quarters". */
export function stepTitle({ stepMonths }: Pick<HotspotSettings, 'stepMonths'>, many: boolean): string {
  return `${stepMonths === 1 ? 'month' : 'quarter'}${many ? 's' : ''}`;
}
