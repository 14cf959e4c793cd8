import type { HotspotAnswer } from '../../model/hotspots.ts';
import { survivalPhrase } from '../../model/survival.ts';
import { isWithheld, formatNumber, formatPeriod, formatShare, plural } from '../../ui/formats.ts';
import type { EvidenceRow } from './evidence.ts';
import { pWords, ratioWords, signed } from './numbers.ts';
import { changeLook, EMERGING, emergingTitle, giLook, isCold, isHot, moranTitle, stepTitle, valueWords } from './titles.ts';
import { lowerFirst } from '../../model/text.ts';

/** The share that is marked by chance alone where each area is tested by itself, and the share of wrong marks that the false discovery rate admits. */
const LEVEL = 0.05;

export interface KeySentence {
  readonly title: string;
  readonly text: string;
}

/** What the tests found in a few sentences, every number one of the answer. */
export function keySentences(answer: HotspotAnswer, rows: readonly EvidenceRow[]): KeySentence[] {
  return [
    { title: 'Hot spots', text: foundWords(answer, rows) },
    { title: 'By chance', text: chanceWords(answer, rows) },
    { title: 'Clustering as a whole', text: globalWords(answer) },
    { title: 'On other units', text: survivalWords(rows) },
    ...(answer.excluded.length === 0 ? [] : [{ title: 'Not tested', text: excludedWords(answer) }]),
  ];
}

export function foundWords({ request }: HotspotAnswer, rows: readonly EvidenceRow[]): string {
  const tested = rows.filter(({ why }) => why === 0).length;
  const hot = rows.filter(({ giClass }) => isHot(giClass)).length;
  const cold = rows.filter(({ giClass }) => isCold(giClass)).length;
  if (tested === 0) return 'No area could be tested.';
  const found = hot === 0 ? `None of ${plural(tested, 'area', 'areas')} tested is a hot spot` : `${formatNumber(hot)} of ${plural(tested, 'area', 'areas')} tested ${hot === 1 ? 'is a hot spot' : 'are hot spots'}`;
  return `${found}: higher ${valueWords(request.settings)} in the area and around it than chance would place there (Gi*). ${cold === 0 ? 'None is a cold spot.' : `${formatNumber(cold)} ${cold === 1 ? 'is a cold spot' : 'are cold spots'}.`}`;
}

export function chanceWords({ request: { settings } }: HotspotAnswer, rows: readonly EvidenceRow[]): string {
  const tested = rows.filter(({ why }) => why === 0).length;
  const marked = rows.filter(({ giClass }) => isHot(giClass) || isCold(giClass)).length;
  if (settings.correction === 'none') return `Each area is tested by itself: about ${formatNumber(LEVEL * tested)} of ${formatNumber(tested)} would be marked hot or cold if events fell anywhere; ${formatNumber(marked)} are marked.`;
  if (marked === 0) return 'The false discovery rate is held to 5% and nothing is marked, so nothing is marked wrongly.';
  const wrong = LEVEL * marked;
  return `The false discovery rate is held to 5%: of the ${formatNumber(marked)} marked hot or cold, on average at most ${wrong < 0.95 ? 'one' : formatNumber(wrong)} ${wrong < 1.5 ? 'is' : 'are'} marked by chance.`;
}

export function globalWords({ global, request }: HotspotAnswer): string {
  if (global === null) return 'Moran’s I cannot be given for these values; the notes below say why.';
  const figures = `Moran’s I is ${signed(global.moran, 3)}; without any pattern it would be ${signed(global.expected, 3)} (z ${signed(global.z, 1)}, p ${pWords(global.p)}).`;
  if (!(global.p < LEVEL)) return `${figures} The ${valueWords(request.settings)} of neighbouring areas are no more alike than chance would have them.`;
  return global.moran > global.expected
    ? `${figures} Areas with high ${valueWords(request.settings)} lie beside one another more than chance would have it: the concentration is real, though not every single area in it need be.`
    : `${figures} High and low ${valueWords(request.settings)} lie side by side more than chance would have it.`;
}

function survivalWords(rows: readonly EvidenceRow[]): string {
  const hot = rows.filter(({ giClass }) => isHot(giClass));
  if (hot.length === 0) return 'Without hot spots there is nothing to look for on other units.';
  const everywhere = hot.filter(({ survives, unitsTested }) => unitsTested > 1 && survives === unitsTested).length;
  return `${formatNumber(everywhere)} of the ${plural(hot.length, 'hot spot', 'hot spots')} ${everywhere === 1 ? 'is' : 'are'} hot on every kind of unit that could be tested (LSOA, ward, hub, hexagon, drawn area).`;
}

function excludedWords({ excluded }: HotspotAnswer): string {
  return `${excluded.map(({ reason, areas }) => `${plural(areas, 'area', 'areas')}: ${lowerFirst(reason)}`).join('; ')}.`;
}

/** "20% of areas hold 46% of the offences", and how unequal that is. */
export function concentrationWords({ concentration: { topFifth, fewestForHalf, gini, areas, events } }: HotspotAnswer, unit: string): string {
  if (events === 0 || !Number.isFinite(topFifth)) return `No ${unit} match, so nothing concentrates.`;
  return `20% of areas hold ${formatShare(topFifth)} of the ${unit}. Half of the ${formatNumber(events)} lie in ${formatNumber(fewestForHalf)} of ${plural(areas, 'area', 'areas')} (${formatShare(fewestForHalf / areas)}). Gini ${gini.toFixed(2)} (0 = spread evenly, 1 = all in one area).`;
}

/** Why one area is in a list, in words. */
export function evidenceWords(row: EvidenceRow, answer: HotspotAnswer): string {
  if (row.why !== 0) return 'Not tested';
  const step = stepTitle(answer.request.settings, true);
  return [
    Number.isFinite(row.count) && !isWithheld(row.count) ? `count ${formatNumber(row.count)}` : null,
    Number.isFinite(row.z) ? `Gi* ${signed(row.z, 1)} (${lowerFirst(giLook(row.giClass).title)})` : null,
    row.moranClass > 1 ? lowerFirst(moranTitle(row.moranClass)) : null,
    row.emergingClass > 1 ? `${lowerFirst(emergingTitle(row.emergingClass))} hot spot` : null,
    row.classed > 0 ? `higher in ${row.higher} of ${row.classed} ${step}` : null,
    Number.isFinite(row.ratio) && answer.change !== null ? `${ratioWords(row.ratio)} times the rate before` : null,
    row.unitsTested > 0 ? survivalPhrase(row.survives, row.unitsTested) : null,
  ].filter((part) => part !== null).join('; ');
}

/** An area's time in words: what its category means and how many steps were hot. */
export function timeWords(row: EvidenceRow, answer: HotspotAnswer): string {
  const many = stepTitle(answer.request.settings, true);
  const persistence = row.classed > 0 ? ` Its rate was significantly higher than the benchmark’s in ${row.higher} of the ${row.classed} ${many} that could be judged, of the last ${answer.persistenceSteps}.` : ' In no step were there enough events to compare its rate with the benchmark’s.';
  const known = EMERGING[row.emergingClass];
  if (known === undefined) return `Too few whole ${many}, or some without a test, for a category.${persistence}`;
  return `${known.title}: ${known.meaning}. It was a hot spot in ${row.hotSteps} of ${answer.steps.length} ${many}.${persistence}`;
}

/** How many areas rose and fell between the two periods. */
export function changeWords({ change }: HotspotAnswer, rows: readonly EvidenceRow[]): string {
  if (change === null) return 'Change needs two periods of which months are held.';
  const of = (title: string) => rows.filter(({ changeClass }) => changeLook(changeClass).title === title).length;
  const [higher, lower, similar] = [of('Significantly higher'), of('Significantly lower'), of('Similar')];
  return `${formatPeriod(change.after.from, change.after.to)} against ${formatPeriod(change.before.from, change.before.to)}: ${plural(higher, 'area rose', 'areas rose')} and ${formatNumber(lower)} fell significantly, ${formatNumber(similar)} did neither (false discovery rate 5%).`;
}
