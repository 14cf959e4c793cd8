import type { PlanRequest } from '../../src/model/patrol.ts';
import type { PatrolPlan } from '../../src/model/patrolPlan.ts';
import { DEFAULT_PATROL, type PatrolPlaces, type PlacesRequest } from '../../src/model/patrolSettings.ts';
import { makePlan } from '../../src/patrol/makePlan.ts';
import { samplePack } from './samplePack.ts';
import { planRequestOf } from '../../src/store/patrolRequest.ts';

/** Made-up places: three areas of the sample pack with an evening profile. The numbers mean nothing. */
export function placesOf(request: PlacesRequest): PatrolPlaces {
  const period = { from: '2023-01', to: '2023-12', months: 12, days: 365 };
  const places = [['E01000001', 'Luton 001A', -0.42, 51.88], ['E01000002', 'Luton 001B', -0.41, 51.89], ['E01000003', 'Luton 002A', -0.4, 51.9]] as const;
  return {
    request, title: 'The 3 areas with most events, Jan 2023 to Dec 2023', period, profiled: period, excluded: [{ id: 'x', title: 'Left-out place', reason: 'Its count is withheld.' }],
    places: places.map(([id, title, longitude, latitude], index) => ({
      hotspot: { id, title, longitude, latitude, hub: 'luton-south', quintile: index + 1, perWeek: 16.8, profile: Array.from({ length: 168 }, (_, hour) => (hour % 24 >= 12 ? 0.2 : 0)) },
      events: 876, hoursFrom: [{ group: 0, from: 'group', events: 400 }, { group: 1, from: 'all-days', events: 480 }], rank: index + 1, why: `Rank ${index + 1} of the hub’s areas.`, top: [{ title: 'Violence with injury', share: 0.4 }], areas: [index],
    })),
    backTest: { chosenOn: { ...period, from: '2022-10', to: '2023-09' }, testedOn: { from: '2023-10', to: '2023-12', months: 3, days: 92 }, places: 3, held: 30, of: 120, share: 0.25, fair: true },
    lastQuarter: { chosenOn: period, testedOn: { from: '2023-10', to: '2023-12', months: 3, days: 92 }, places: 3, held: 36, of: 120, share: 0.3, fair: false },
    midnightShare: 0.05, staffing: [{ hub: 'luton-south', title: 'Luton South', pairs: 1, shifts: 'all', steps: ['11 Constables in post = 11.'], source: 'A document (2024-06)' }], notes: [],
  };
}

export const PLACES_REQUEST: PlacesRequest = { pack: 'bedfordshire', dataSet: 'police-recorded', selection: { types: null, subgroups: null, period: null, monthsOfYear: null, days: null, hours: null, midnightAside: false, ages: null, sexes: null, flags: null, boroughs: null, hubs: null, wards: null, nteHotspots: null, areas: null, drawn: null }, source: { kind: 'top', count: 3 }, hubs: ['luton-south'] };

export function samplePlanRequest(change: Partial<PlanRequest> = {}): PlanRequest {
  return { ...planRequestOf({ ...DEFAULT_PATROL, from: '2025-03-03', seed: 7 }, placesOf(PLACES_REQUEST), {}, new Date('2025-02-27T12:00:00Z'), samplePack()), ...change };
}

export async function samplePlan(change: Partial<PlanRequest> = {}): Promise<PatrolPlan> {
  const outcome = await makePlan(samplePlanRequest(change));
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value;
}
