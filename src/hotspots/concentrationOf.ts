import type { HotspotAnswer } from '../model/hotspots.ts';
import { concentrationCurve, fewestAreas, shareHeldBy } from '../statistics/concentration.ts';
import { gini } from '../statistics/gini.ts';

/** How far the events of the tested areas concentrate in few of them; shares are NaN and the curve empty without events. */
export function concentrationOf(counts: Float64Array): HotspotAnswer['concentration'] {
  const shown = counts.filter((count) => !Number.isNaN(count));
  const curve = concentrationCurve(shown);
  const events = shown.reduce((sum, count) => sum + count, 0);
  if (curve.areas === null) {
    const lorenz = { areas: new Float64Array(0), events: new Float64Array(0) };
    return { lorenz, topFifth: Number.NaN, fewestForHalf: Number.NaN, gini: Number.NaN, areas: shown.length, events };
  }
  return {
    lorenz: { areas: curve.areas, events: curve.events }, topFifth: shareHeldBy(curve, 0.2), fewestForHalf: fewestAreas(shown, 0.5).areas ?? Number.NaN,
    gini: gini(shown) ?? Number.NaN, areas: shown.length, events,
  };
}
