/** What the legends of the hotspot tests say. */
import { TESTED_VALUES, type HotspotAnswer, type MonthSpan } from '../../model/hotspots.ts';
import { monthTitle } from '../../model/months.ts';
import { type OpenedPack, packKey } from '../../model/pack.ts';
import { survivalSummary } from '../../model/survival.ts';
import { lowerFirst, sentenceCase } from '../../model/text.ts';
import type { HotspotMeasure } from './hotspotClasses.ts';
import type { Legend, LegendWords } from './legend.ts';
import { LEVELS } from './rateText.ts';

const TITLES: Readonly<Record<HotspotMeasure, string>> = {
  'gi-star': 'Hot and cold spots (Gi*)', 'local-moran': 'Clusters and outliers (local Moran)', emerging: 'Emerging hot spots', persistence: 'Persistence', change: 'Change',
};

/** An area is a hot spot together with its neighbours; one that is high alone is an outlier. */
export function hotspotText(pack: OpenedPack, answer: HotspotAnswer | null, measure: HotspotMeasure, words: LegendWords): Omit<Legend, 'items' | 'grid'> {
  const title = TITLES[measure];
  if (answer === null || answer.request.pack !== packKey(pack)) return { title, subtitle: 'Hotspots are being tested.', source: '', caveat: '' };
  const entry = pack.manifest.dataSets.find(({ id }) => id === answer.request.dataSet);
  return {
    title, subtitle: `${words.filter === '' ? '' : `${sentenceCase(words.filter)}. `}${shownOf(answer, measure, words)}`,
    source: entry ? [entry.title, entry.attribution].filter(Boolean).join('. ') : '',
    caveat: [...caveatsOf(answer, measure), ...(pack.manifest.demonstration ? ['Demonstration data.'] : [])].join(' '),
  };
}

function shownOf(answer: HotspotAnswer, measure: HotspotMeasure, words: LegendWords): string {
  const { request: { settings, confidence }, steps, change, persistenceSteps } = answer;
  const value = lowerFirst(TESTED_VALUES.find(({ id }) => id === settings.value)?.title ?? '');
  const step = settings.stepMonths === 3 ? 'quarters' : 'months';
  const series = steps.length === 0 ? '' : `, ${spanWords({ from: steps[0]?.from ?? '', to: steps.at(-1)?.to ?? '' })}`;
  const texts: Readonly<Record<HotspotMeasure, string>> = {
    'gi-star': `Where an area and its neighbours hold more, or less, than chance would give: ${value}`,
    'local-moran': `Areas like, or unlike, their neighbours beyond chance: ${value}`,
    emerging: `How hot spots (Gi*) ran over ${steps.length} ${step}${series}`,
    persistence: `In how many of the last ${persistenceSteps} ${step} the ${settings.value === 'dsr' ? 'standardised' : 'crude'} rate was significantly higher than ${words.benchmark}; ${LEVELS[confidence]}`,
    change: change === null ? 'Rate of two periods: there are not two to compare' : `Rate of ${spanWords(change.after)} over that of ${spanWords(change.before)}`,
  };
  return texts[measure];
}

function caveatsOf(answer: HotspotAnswer, measure: HotspotMeasure): readonly string[] {
  const { request: { settings, confidence }, permutations, steps } = answer;
  const survival = survivalSummary(answer.columns);
  const fdr = settings.correction === 'fdr';
  const tested = fdr ? 'p adjusted for many areas: at most 5% of the areas marked are marked by chance, on average (false discovery rate).' : 'Each area by itself: 5% would be marked by chance alone.';
  const draws = permutations === 0 ? 'Exact p-values.' : `${permutations.toLocaleString('en-GB')} random arrangements, seed ${settings.seed}.`;
  const texts: Readonly<Record<HotspotMeasure, readonly string[]>> = {
    'gi-star': [tested, draws, 'An area that is high alone is no hot spot.', ...(survival === null ? [] : [survival])],
    'local-moran': [tested, draws],
    emerging: [...(steps.length < 10 ? ['Needs at least 10 whole steps.'] : []), fdr ? 'Tested step by step, false discovery rate held to 5% in each.' : 'Tested step by step, each area by itself.'],
    persistence: ['An area no different from the benchmark reads higher in about 1 step of 40. Steps with fewer than 10 events have no class.'],
    change: [fdr ? tested : `By ${LEVELS[confidence]}, each area by itself.`, 'Areas that were high by chance tend to fall without any cause. Too few to say: fewer than 10 events in both periods.'],
  };
  return texts[measure];
}

function spanWords({ from, to }: MonthSpan): string {
  return from === to ? monthTitle(from) : `${monthTitle(from)} to ${monthTitle(to)}`;
}
