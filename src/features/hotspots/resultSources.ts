import { CHANGE_CLASS, EMERGING_CLASS, type HotspotAnswer, MORAN_CLASS } from '../../model/hotspots.ts';
import { formatPeriod, isWithheld } from '../../ui/formats.ts';
import type { EvidenceRow } from './evidence.ts';
import { isHot, methodWords, stepTitle } from './titles.ts';

/** A result of the tests as areas to keep: which, best first, and how they were found. */
export interface ResultSource {
  readonly id: 'hot' | 'clusters' | 'emerging' | 'persistent' | 'rose' | 'fell' | 'half' | 'survive';
  readonly title: string;
  readonly method: string;
  readonly rows: readonly EvidenceRow[];
}

/** Share of the steps looked at from which a rate that was higher counts as lasting: 9 of 12. */
const LASTING = 0.75;
const HOT_NOW: readonly number[] = [
  EMERGING_CLASS.newHotspot, EMERGING_CLASS.consecutive, EMERGING_CLASS.intensifying, EMERGING_CLASS.persistent, EMERGING_CLASS.diminishing, EMERGING_CLASS.sporadic, EMERGING_CLASS.oscillating,
];

/** Every result that names areas. @param rows hottest first. */
export function resultSources(answer: HotspotAnswer, rows: readonly EvidenceRow[]): ResultSource[] {
  const { request: { settings, confidence }, permutations, persistenceSteps } = answer;
  const gi = methodWords(settings, permutations);
  const least = Math.ceil(LASTING * persistenceSteps);
  const steps = stepTitle(settings, true);
  const level = confidence === 'fdr' ? 'false discovery rate 5%' : `${confidence}%`;
  return [
    { id: 'hot', title: 'All hot spots', method: gi, rows: rows.filter(({ giClass }) => isHot(giClass)) },
    { id: 'survive', title: 'Hot spots on every unit tested', method: `${gi}; hot on every kind of unit that could be tested, at least two`, rows: rows.filter(({ giClass, survives, unitsTested }) => isHot(giClass) && unitsTested > 1 && survives === unitsTested) },
    { id: 'clusters', title: 'Clusters (high among high)', method: methodWords(settings, permutations, 'Local Moran'), rows: rows.filter(({ moranClass }) => moranClass === MORAN_CLASS.highHigh) },
    { id: 'emerging', title: 'Emerging hot spots, hot in the last step', method: `${gi}, in each of ${answer.steps.length} ${steps}; any category that is hot in the last one`, rows: rows.filter(({ emergingClass }) => HOT_NOW.includes(emergingClass)) },
    {
      id: 'persistent', title: `Higher in ${least} of the last ${persistenceSteps} ${steps} or more`, method: `Rate significantly higher than the benchmark’s (${level}) in at least ${least} of the last ${persistenceSteps} ${steps}`,
      rows: persistenceSteps === 0 ? [] : rows.filter(({ higher }) => higher >= least),
    },
    ...changeSources(answer, rows),
    halfSource(answer, rows),
  ];
}

function changeSources({ change, request: { settings } }: HotspotAnswer, rows: readonly EvidenceRow[]): ResultSource[] {
  if (change === null) return [];
  const spans = `${formatPeriod(change.after.from, change.after.to)} against ${formatPeriod(change.before.from, change.before.to)}, exact rate ratio, ${settings.correction === 'fdr' ? 'false discovery rate 5%' : 'each area by itself'}`;
  const of = (code: number) => rows.filter(({ changeClass }) => changeClass === code);
  return [
    { id: 'rose', title: 'Rose significantly', method: `Rate rose: ${spans}`, rows: of(CHANGE_CLASS.higher).toSorted((a, b) => b.ratio - a.ratio) },
    { id: 'fell', title: 'Fell significantly', method: `Rate fell: ${spans}`, rows: of(CHANGE_CLASS.lower).toSorted((a, b) => a.ratio - b.ratio) },
  ];
}

/** Nothing where the counts are not at hand, as with rates before the filter is counted anew. */
function halfSource({ concentration: { fewestForHalf } }: HotspotAnswer, rows: readonly EvidenceRow[]): ResultSource {
  const counted = rows.filter(({ why, count }) => why === 0 && Number.isFinite(count) && !isWithheld(count)).toSorted((a, b) => b.count - a.count);
  const complete = counted.length === rows.filter(({ why }) => why === 0).length && Number.isFinite(fewestForHalf);
  return { id: 'half', title: 'The fewest areas that hold half', method: 'Areas with most events that together hold half of those in the areas tested', rows: complete ? counted.slice(0, fewestForHalf) : [] };
}
