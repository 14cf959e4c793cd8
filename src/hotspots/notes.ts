import type { HotspotAnswer, HotspotRequest, NeighbourRule } from '../model/hotspots.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import { monthTitle } from '../model/months.ts';
import type { Change, Steps } from './months.ts';
import { leastTogether, LEVEL } from './permutations.ts';
import { stepWords } from './series.ts';

/** What the notes say of an answer besides what it holds itself. */
export interface Noted {
  readonly entry: DataSetEntry;
  readonly steps: Steps;
  readonly change: Change | null;
  readonly tested: number;
  readonly permutations: number;
  /** Tested areas without a p-value: nobody beside them is tested, or all values are equal. */
  readonly withoutP: number;
  readonly withheldInSeries: number;
  readonly emergingTested: boolean;
}

/** Plain sentences: what was done, what could not be, and why. */
export function notesOf(request: HotspotRequest, noted: Noted, neighbours: HotspotAnswer['neighbours']): string[] {
  return [...testNotes(request, noted, neighbours), ...seriesNotes(request, noted), ...changeNotes(request, noted), ...pointNotes(noted.entry)];
}

function testNotes({ settings }: HotspotRequest, { tested, permutations, withoutP }: Noted, { isolates }: HotspotAnswer['neighbours']): string[] {
  const number = permutations.toLocaleString('en-GB');
  const together = leastTogether(tested, permutations);
  return [
    `Neighbours: ${ruleWords(settings.neighbours)}. ${isolates === 0 ? 'Every tested area has one.' : `${areasWord(isolates)} without any tested neighbour.`}`,
    `p-values of Gi* and local Moran come from ${permutations === 0 ? 'all arrangements of the other areas’ counts (exact)' : `${number} random arrangements of the other areas’ values (seed ${settings.seed})`}, because for skewed counts the normal distribution makes them too small; the z shown is the usual one.${permutations === 0 ? '' : ' Another seed may move areas that are on the line.'}`,
    settings.correction === 'fdr'
      ? `Adjusted for many areas (Benjamini-Hochberg): at most ${100 * LEVEL}% of the areas marked are marked by chance, on average.`
      : `Not adjusted for many areas: about ${Math.round(LEVEL * tested)} of ${tested} would be marked by chance alone.`,
    ...(settings.correction === 'fdr' && together > 1 ? [`With ${tested.toLocaleString('en-GB')} areas and so many arrangements an area can be marked only together with ${together - 1} more.`] : []),
    ...(withoutP > 0 ? [`${withoutP === 1 ? '1 tested area has' : `${withoutP} tested areas have`} no p-value: no neighbour is tested, or all values are equal.`] : []),
    ...(settings.value === 'smoothed-rate' ? ['Smoothed rates are drawn to the rate of all tested areas, the more the fewer residents they have.'] : []),
    ...(settings.value === 'dsr' ? ['Steps, wards and hubs are tested by smoothed crude rates: a standardised rate of so few events cannot be given.'] : []),
  ];
}

function seriesNotes(request: HotspotRequest, { steps, withheldInSeries, emergingTested }: Noted): string[] {
  const words = stepWords(request);
  const count = steps.steps.length;
  return [
    ...(emergingTested ? [] : [`Emerging hot spots need 10 whole ${words.many}; there ${count === 1 ? `is 1` : `are ${count}`}.`]),
    ...(steps.monthsLeftOut > 0 ? [`${steps.monthsLeftOut === 1 ? '1 month lies' : `${steps.monthsLeftOut} months lie`} in no whole ${words.one} and ${steps.monthsLeftOut === 1 ? 'is' : 'are'} left out of the series.`] : []),
    ...(steps.gaps > 0 ? [`The data set lacks months of ${steps.gaps === 1 ? `1 ${words.one}` : `${steps.gaps} ${words.many}`} within the period; the series runs on without ${steps.gaps === 1 ? 'it' : 'them'}.`] : []),
    ...(withheldInSeries > 0 ? [`${areasWord(withheldInSeries)} left out of the series, because a count of ${words.one === 'month' ? 'a month' : 'a quarter'} is withheld there and the others would give it away.`] : []),
  ];
}

function changeNotes({ settings: { compared } }: HotspotRequest, { change }: Noted): string[] {
  if (change === null) return [compared === null ? 'Change needs at least two months.' : 'The data set holds no month of one of the periods that change should compare.'];
  return [
    ...(change.halves ? [`Fewer than 24 months: change compares the halves of the period (${spanWords(change.before)} and ${spanWords(change.after)}), which may differ by season alone.`] : []),
    ...(change.seasons && !change.halves ? ['The periods that change compares hold different months of the year, so season alone may make a difference.'] : []),
    ...(change.missing > 0 ? [`The data set lacks ${change.missing === 1 ? '1 month' : `${change.missing} months`} of the periods that change compares; rates are of the months held.`] : []),
  ];
}

/** The first month of police.uk's present list of places. */
export const MASTER_LIST = '2022-07';

/** Said wherever points of street-level crime stand behind a figure. */
export function pointNotes({ kind, months }: Pick<DataSetEntry, 'kind' | 'months'>): string[] {
  if (kind !== 'street') return [];
  const both = (months[0] ?? MASTER_LIST) < MASTER_LIST && (months.at(-1) ?? '') >= MASTER_LIST;
  return [`Points of street-level crime are moved to the nearest of a list of places, so hexagons and surfaces show that list below a few hundred metres.${both ? ' The list was replaced in July 2022: never compare points before and after.' : ''}`];
}

function ruleWords(rule: NeighbourRule): string {
  if (rule.kind === 'queen') return 'areas that share a corner or an edge';
  if (rule.kind === 'rook') return 'areas that share an edge';
  return rule.kind === 'nearest' ? `the ${rule.k} nearest by their inside points` : `all within ${rule.metres.toLocaleString('en-GB')} m of their inside points`;
}

function spanWords({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? monthTitle(from) : `${monthTitle(from)} to ${monthTitle(to)}`;
}

function areasWord(areas: number): string {
  return areas === 1 ? '1 area is' : `${areas} areas are`;
}
