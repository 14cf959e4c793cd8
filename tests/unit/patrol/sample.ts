import { TRAVEL_DEFAULTS, type Hotspot, type PatrolRule, type PlanRequest, type Shift } from '../../../src/model/patrol.ts';
import { RULE_PRESETS } from '../../../src/model/patrolRules.ts';
import { seeded } from '../../calibration/random.ts';

/** Middles of Luton, Bedford and Dunstable: three hubs some kilometres wide. */
const HUBS = [
  { id: 'luton-south', longitude: -0.415, latitude: 51.879 },
  { id: 'north-urban', longitude: -0.467, latitude: 52.136 },
  { id: 'central-south', longitude: -0.521, latitude: 51.887 },
] as const;

export function ruleOf(id: string, changes: Partial<PatrolRule> = {}): PatrolRule {
  const preset = RULE_PRESETS.find(({ rule }) => rule.id === id);
  if (!preset) throw new Error(`There is no rule ${id}.`);
  return { ...preset.rule, ...changes };
}

/** Hotspots around the three hubs with evening peaks that differ; `months` leaves the hours out. */
export function hotspotsOf(count: number, seed = 1, months = false): Hotspot[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    const hub = HUBS[i % HUBS.length]!;
    const perHour = Array.from({ length: 168 }, (_hour, slot) => {
      const hour = slot % 24;
      const night = [4, 5].includes(Math.floor(slot / 24)) ? 2 : 1;
      return (0.2 + random()) * (hour >= 16 ? 3 * night : hour < 2 ? 2 * night : hour < 7 ? 0.2 : 1) * 0.02 * (1 + (i % 5));
    });
    return {
      id: `E0100${String(i).padStart(4, '0')}`, title: `Hotspot ${i + 1}`, hub: hub.id, quintile: 1 + (i % 5),
      longitude: hub.longitude + (random() - 0.5) * 0.04, latitude: hub.latitude + (random() - 0.5) * 0.025,
      perWeek: perHour.reduce((a, b) => a + b, 0), profile: months ? null : perHour,
    };
  });
}

export function shiftOf(changes: Partial<Shift> = {}): Shift {
  return {
    id: 'late', title: 'Late', days: [0, 1, 2, 3, 4, 5, 6], start: 14 * 60, end: 24 * 60, pairs: 2, mode: 'vehicle', hubs: [], base: null,
    pause: { minutes: 45, from: 180, to: 360 }, patrolMinutes: null, ...changes,
  };
}

/** Twelve hotspots, a late and a night shift of two pairs each, two weeks from a Monday, Home Office minimum. */
export function requestOf(changes: Partial<PlanRequest> = {}): PlanRequest {
  return {
    hotspots: hotspotsOf(12), shifts: [shiftOf(), shiftOf({ id: 'night', title: 'Night', start: 22 * 60, end: 6 * 60 })],
    rule: ruleOf('home-office'), travel: TRAVEL_DEFAULTS, from: '2025-05-05', days: 14, seed: 7, lastVisits: {}, ...changes,
  };
}

/** 28 days, 60 hotspots and 20 pairs a day: 6 early, 8 late and 6 at night. */
export function largeRequest(changes: Partial<PlanRequest> = {}): PlanRequest {
  return requestOf({
    hotspots: hotspotsOf(60), days: 28,
    shifts: [
      shiftOf({ id: 'early', title: 'Early', start: 7 * 60, end: 15 * 60, pairs: 6 }),
      shiftOf({ pairs: 8 }),
      shiftOf({ id: 'night', title: 'Night', start: 22 * 60, end: 7 * 60, pairs: 6 }),
    ],
    ...changes,
  });
}
