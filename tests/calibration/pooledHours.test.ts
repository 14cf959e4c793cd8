import { expect, it } from 'vitest';
import { peakHours } from '../../src/patrol/peakHours.ts';
import { ENOUGH_EVENTS } from '../../src/patrol/pooledHours.ts';
import { seeded } from './random.ts';

/** A day with an evening and a late peak, mild to strong. */
function dayOf(peak: number): number[] {
  const day = Array.from({ length: 24 }, (_, hour) => 0.3 + (hour >= 16 || hour < 2 ? peak : 0) + (hour >= 20 || hour < 1 ? peak : 0));
  const total = day.reduce((a, b) => a + b, 0);
  return day.map((share) => share / total);
}

/** Mean share of events to come in the hours that hold half of `count` events drawn. */
function heldLater(day: readonly number[], count: number, random: () => number): number {
  const tries = 1000;
  let held = 0;
  for (let one = 0; one < tries; one += 1) {
    const drawn = Array.from<number>({ length: 168 }).fill(0);
    for (let event = 0; event < count; event += 1) {
      let left = random();
      const hour = day.findIndex((share) => (left -= share) < 0);
      drawn[hour < 0 ? 23 : hour] = (drawn[hour < 0 ? 23 : hour] ?? 0) + 1;
    }
    peakHours({ profile: drawn }, 0.5).slice(0, 24).forEach((on, hour) => { held += on * (day[hour] ?? 0); });
  }
  return held / tries;
}

it('hours of as many events as are asked for hold nearly what they say; those of one weekday hold half of it', () => {
  const random = seeded(11);
  for (const peak of [0.3, 0.6, 1.5]) {
    const day = dayOf(peak);
    expect(heldLater(day, ENOUGH_EVENTS, random)).toBeGreaterThan(0.4);
    expect(heldLater(day, 20, random)).toBeLessThan(0.32);
  }
});
