import type { Outcome } from '../model/pack.ts';
import type { PlanRequest } from '../model/patrol.ts';
import type { PatrolPlan } from '../model/patrolPlan.ts';
import type { LoadOptions } from './protocol.ts';

/**
 * Makes a patrol plan in slices, with progress; rejects only where the signal aborts. The planner is loaded when the
 * first plan is asked for, so that who only looks at the map does not wait for it.
 */
export async function planPatrol(request: PlanRequest, options: LoadOptions = {}): Promise<Outcome<PatrolPlan>> {
  const { makePlan } = await import('../patrol/makePlan.ts');
  return makePlan(request, options);
}
