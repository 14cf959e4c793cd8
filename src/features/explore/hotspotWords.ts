import { CHANGE_CLASS, EMERGING_CLASS, GI_CLASS, MORAN_CLASS, type HotspotAnswer } from '../../model/hotspots.ts';
import { survivalWords } from '../../model/survival.ts';
import { formatPeriod } from '../../ui/formats.ts';
import { formatP } from './why.ts';

const MORAN: Readonly<Record<number, string>> = {
  [MORAN_CLASS.notSignificant]: 'neither a cluster nor an outlier', [MORAN_CLASS.highHigh]: 'high among high', [MORAN_CLASS.lowLow]: 'low among low',
  [MORAN_CLASS.highLow]: 'high among low, an outlier', [MORAN_CLASS.lowHigh]: 'low among high, an outlier',
};
const EMERGING: Readonly<Record<number, string>> = {
  [EMERGING_CLASS.noPattern]: 'no pattern', [EMERGING_CLASS.newHotspot]: 'new hot spot', [EMERGING_CLASS.consecutive]: 'consecutive hot spot', [EMERGING_CLASS.intensifying]: 'intensifying hot spot',
  [EMERGING_CLASS.persistent]: 'persistent hot spot', [EMERGING_CLASS.diminishing]: 'diminishing hot spot', [EMERGING_CLASS.sporadic]: 'sporadic hot spot',
  [EMERGING_CLASS.oscillating]: 'oscillating hot spot', [EMERGING_CLASS.historical]: 'historical hot spot', [EMERGING_CLASS.cold]: 'cold spot',
};

/** What the hotspot tests say of one area, a line each; what could not be tested has none. Empty for an area that is not tested. */
export function hotspotLines(answer: HotspotAnswer, area: number): readonly { readonly title: string; readonly text: string }[] {
  if (answer.columns.tested[area] !== 1) return [];
  return [giLine(answer, area), moranLine(answer, area), emergingLine(answer, area), persistenceLine(answer, area), changeLine(answer, area), survivalLine(answer, area)]
    .flatMap((line) => line ?? []);
}

type Line = { readonly title: string; readonly text: string } | null;

function giLine({ columns, request }: HotspotAnswer, area: number): Line {
  const code = columns.giStarClass[area] ?? GI_CLASS.notTested;
  if (code === GI_CLASS.notTested) return null;
  const name = code >= GI_CLASS.hot95 ? 'hot spot' : code <= GI_CLASS.cold95 ? 'cold spot' : 'neither hot nor cold';
  return { title: 'Gi*', text: `${name}: z ${decimals(columns.giStar[area])}, ${pWords(request.settings.correction, columns.giStarP[area], columns.giStarAdjustedP[area])}` };
}

function moranLine({ columns, request }: HotspotAnswer, area: number): Line {
  const words = MORAN[columns.moranClass[area] ?? MORAN_CLASS.notTested];
  return words === undefined ? null : { title: 'Local Moran', text: `${words}: ${pWords(request.settings.correction, columns.moranP[area], columns.moranAdjustedP[area])}` };
}

function emergingLine({ columns, steps, request }: HotspotAnswer, area: number): Line {
  const words = EMERGING[columns.emergingClass[area] ?? EMERGING_CLASS.notTested];
  return words === undefined ? null : { title: 'Emerging', text: `${words}: hot in ${columns.hotSteps[area] ?? 0} of ${steps.length} ${stepsWord(request.settings.stepMonths)}` };
}

function persistenceLine({ columns, persistenceSteps, request }: HotspotAnswer, area: number): Line {
  const classed = columns.classedSteps[area] ?? 0;
  if (classed === 0) return null;
  const fewer = classed < persistenceSteps ? ` (${persistenceSteps - classed} had too few events to say)` : '';
  return { title: 'Persistence', text: `higher in ${columns.higherSteps[area] ?? 0} of the last ${persistenceSteps} ${stepsWord(request.settings.stepMonths)}${fewer}` };
}

function changeLine({ columns, change }: HotspotAnswer, area: number): Line {
  const code = columns.changeClass[area] ?? CHANGE_CLASS.notTested;
  if (change === null || code === CHANGE_CLASS.notTested) return null;
  if (code === CHANGE_CLASS.fewerThan10) return { title: 'Change', text: 'too few events to say' };
  const spans = `${formatPeriod(change.after.from, change.after.to)} against ${formatPeriod(change.before.from, change.before.to)}`;
  const name = code === CHANGE_CLASS.higher ? 'up' : code === CHANGE_CLASS.lower ? 'down' : 'no clear change';
  return { title: 'Change', text: `${name}: ratio ${decimals(columns.ratio[area])} (${decimals(columns.ratioLower[area])} to ${decimals(columns.ratioUpper[area])}), ${spans}` };
}

function survivalLine({ columns }: HotspotAnswer, area: number): Line {
  const text = survivalWords(columns, area);
  return text === null ? null : { title: 'Other units', text };
}

function pWords(correction: 'fdr' | 'none', p: number | undefined, adjusted: number | undefined): string {
  return correction === 'fdr' ? `adjusted p ${formatP(adjusted ?? Number.NaN)}` : `p ${formatP(p ?? Number.NaN)}`;
}

const stepsWord = (stepMonths: 1 | 3): string => (stepMonths === 3 ? 'quarters' : 'months');
const decimals = (value: number | undefined): string => (value === Infinity ? 'without limit' : (value ?? Number.NaN).toFixed(2).replace('-', '−'));
