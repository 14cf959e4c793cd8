import type { PlanRequest } from '../model/patrol.ts';
import type { Shortage } from '../model/patrolPlan.ts';
import { FURTHEST } from './extras.ts';

/** What the reader of a plan should know about how it was made, in plain sentences. */
export function notesOf(request: PlanRequest, shortage: Shortage | null): string[] {
  const { hotspots, rule, travel, days, lastVisits } = request;
  const notes = [`Travel is the straight line times ${travel.factor}, not a route: check it where a railway, river or motorway lies between.`];
  if (rule.extraVisits) notes.push(`In the time left over, further visits are made only where they add no more than ${FURTHEST} minutes of travel.`);
  const monthsOnly = hotspots.filter(({ profile }) => profile === null).length;
  if (monthsOnly > 0) notes.push(`${monthsOnly} of ${hotspots.length} hotspots are known by months only: their visits lie anywhere within the shifts, because no peak hours are known.`);
  const unknown = hotspots.filter(({ id }) => lastVisits[id] === undefined).length;
  if (rule.frequency.kind === 'every-days' && unknown > 0) {
    notes.push(`The last visit before the plan is not known for ${unknown} of ${hotspots.length} hotspots: the rule is applied to them from the plan’s first day.`);
    if (days < rule.frequency.days) notes.push(`The plan is shorter than ${rule.frequency.days} days, so the rule asks nothing for them within it.`);
  }
  notes.push(`A visit counts for the ${rule.visitMinutes + rule.residualMinutes} minutes from its start: a yardstick for comparing plans, not an effect.`);
  if (shortage) notes.push('Missing visits are those this planner found no place for; what no plan could do is said under capacity.');
  return notes;
}
