import type { HotspotRequest } from '../model/hotspots.ts';
import { entryOf, type HotspotInput } from './input.ts';

/** How drawn areas are counted and compared, in plain sentences. */
export function drawnNotes({ dataSet, settings }: HotspotRequest, { pack }: HotspotInput, problem: string | null): string[] {
  const entry = entryOf(pack, dataSet);
  return [
    'Test: exact two-sided binomial test of each drawn area’s rate against the rest of the chosen places, with exact limits of the rate ratio. Not Gi*: that needs neighbours and at least five units.',
    `${settings.correction === 'fdr' ? 'Adjusted over the drawn areas (Benjamini-Hochberg, 5%).' : 'Not adjusted for how many are compared.'} Events repeat on the same people and places, so p-values are too small; and a place drawn because it looked high will test high.`,
    problem === null
      ? `Counted by points.${entry.kind === 'street' ? ' Points of street-level crime are moved to the nearest of a list of places, so a shape a few hundred metres wide may gain or lose whole places.' : ''}`
      : `Counted by areas whose inside point lies in the shape. ${problem}`,
    'Counts and events per km² are of the whole period. Rates and the comparison take the events and residents of the areas whose inside point lies in the shape (best fit). A shape without any is compared by events per km², where there are points.',
    ...(entry.disclosureThreshold > 1 ? [`Counts under ${entry.disclosureThreshold} are withheld: their areas are left out of the shapes and of the rest, and figures add up counts that are shown, nothing else.`] : []),
  ];
}
