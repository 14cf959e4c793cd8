import { quantileOf } from './bootstrap.ts';
import { sum } from './presentValues.ts';
import type { Choice } from './prediction.ts';
import { randomBelow, type RandomSource } from './seededRandom.ts';

/** What areas chosen at random hold: on average (analytic), and the middle 95% (`confidence`) of seeded draws. */
export interface RandomBaseline {
  readonly capture: number;
  readonly captureLower: number;
  readonly captureUpper: number;
  readonly pai: 1;
  readonly paiLower: number;
  readonly paiUpper: number;
}

/**
 * The baseline that any method must beat. Capture on average: k of n areas hold k / n of the events, a share of surface
 * that share. The interval says how far luck alone carries a single choice. There must be events
 * (`predictionAccuracy` says where there are none).
 */
export function randomBaseline(
  events: ArrayLike<number>, surfaces: ArrayLike<number>, choice: Choice,
  { confidence, draws, random }: { readonly confidence: number; readonly draws: number; readonly random: RandomSource },
): RandomBaseline {
  const [allEvents, allSurface] = [sum(events), sum(surfaces)];
  const order = Int32Array.from({ length: events.length }, (_, area) => area);
  const captures = new Float64Array(draws);
  const indices = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    const { captured, used } = drawnPlaces(order, events, surfaces, choice, allSurface, random);
    captures[draw] = captured / allEvents;
    indices[draw] = captured / allEvents / (used / allSurface);
  }
  captures.sort();
  // A draw of places without surface has no index.
  const found = indices.filter((value) => !Number.isNaN(value)).toSorted();
  const tail = (1 - confidence) / 2;
  return {
    capture: 'areas' in choice ? Math.min(1, choice.areas / events.length) : choice.surfaceShare,
    captureLower: quantileOf(captures, tail), captureUpper: quantileOf(captures, 1 - tail),
    pai: 1, paiLower: quantileOf(found, tail), paiUpper: quantileOf(found, 1 - tail),
  };
}

/** Areas at random until as many, or as much surface, are chosen, the last in part; only so much of the order is shuffled. */
function drawnPlaces(
  order: Int32Array, events: ArrayLike<number>, surfaces: ArrayLike<number>, choice: Choice, allSurface: number, random: RandomSource,
): { captured: number; used: number } {
  let left = 'areas' in choice ? choice.areas : choice.surfaceShare * allSurface;
  let captured = 0;
  let used = 0;
  for (let i = 0; i < order.length && left > 0; i += 1) {
    const j = i + randomBelow(order.length - i, random);
    const area = order[j] ?? 0;
    order[j] = order[i] ?? 0;
    order[i] = area;
    const size = 'areas' in choice ? 1 : surfaces[area] ?? 0;
    const share = size <= left ? 1 : left / size;
    captured += share * (events[area] ?? 0);
    used += share * (surfaces[area] ?? 0);
    left -= size;
  }
  return { captured, used };
}
