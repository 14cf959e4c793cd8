import type { PatrolRule } from './patrol.ts';

const COMMON = { visitMinutes: 15, residualMinutes: 45, spacingMinutes: 45, peakShare: 0.5, extraVisits: true, mostPerDay: null } as const;

const HOME_OFFICE: PatrolRule = { ...COMMON, id: 'home-office', title: 'Home Office minimum', frequency: { kind: 'every-days', days: 3 } };

/** The rules to start from, without their evidence (patrolRules.ts): an address needs no more, and is read before the first map. */
export const RULES = [
  HOME_OFFICE,
  { ...COMMON, id: 'rowan', title: 'Operation Rowan', frequency: { kind: 'draw', oneIn: 3, runDays: 3 }, extraVisits: false, mostPerDay: 1 },
  { ...COMMON, id: 'small-squares', title: 'Small squares daily', frequency: { kind: 'every-days', days: 1 } },
  { ...COMMON, id: 'koper', title: 'Koper', frequency: { kind: 'every-minutes', minutes: 120 }, residualMinutes: 105, spacingMinutes: 30, extraVisits: false },
] as const satisfies readonly PatrolRule[];
