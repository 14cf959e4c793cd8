import { RULE_PRESETS } from '../../../model/patrolRules.ts';
import { expectedEffect } from '../../../patrol/results/effect.ts';
import type { ResultProps } from './Results.tsx';

/** What trials found, beside the events expected here. Never a promise. */
export function Effect({ plan }: ResultProps) {
  const effect = expectedEffect(plan);
  const { covered, expected, upperBound, objective } = plan.value;
  const evidence = RULE_PRESETS.find(({ rule }) => rule.id === plan.request.rule.id)?.evidence;
  return (
    <div className="patrol-text">
      {effect === null ? (
        <>
          <p className="strong">No effect is given: no trial of this rule is known to us.</p>
          {evidence?.text.map((text) => <p key={text}>{text}</p>)}
        </>
      ) : (
        <>
          <p className="strong">Between {effect.fewer[0].toFixed(1)} and {effect.fewer[1].toFixed(1)} fewer of {effect.events.toFixed(1)} expected events, if what trials found held here. This is no forecast and no promise.</p>
          <ul>{effect.text.map((text) => <li key={text}>{text}</li>)}</ul>
        </>
      )}
      <h3>What the plan covers</h3>
      <p>In all, {expected.toFixed(1)} events are expected in these places over the plan. {covered.toFixed(1)} of them fall in the minutes that count as covered by a visit: a yardstick for comparing plans, not events prevented.</p>
      {upperBound !== null && upperBound > 0 && <p className="small muted">The planner’s objective is {objective.toFixed(2)}; no plan for these officers can exceed {upperBound.toFixed(2)}.</p>}
    </div>
  );
}
