import type { OpenedPack } from '../../model/pack.ts';
import type { PatrolPlan } from '../../model/patrolPlan.ts';
import { withPairs } from '../../patrol/withPairs.ts';
import { MOST_SHIFTS, tidyShifts } from '../../selection/patrolUrl.ts';
import { useAtlas } from '../../store/react.ts';
import type { Atlas } from '../../store/state.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ProblemNotice } from '../../ui/Notice.tsx';
import { captureText, ruleText, verdictOf } from './words.ts';

const patrolState = (state: Atlas) => state.patrol;

/** The button that makes the plan, how far it is, and at once what comes of it. */
export function PlanBar({ pack }: { readonly pack: OpenedPack }) {
  const { places, plan, progress, stale } = useAtlas(patrolState);
  const make = useAtlas((state) => state.makePlan);
  const cancel = useAtlas((state) => state.cancelPlan);
  const busy = plan.status === 'loading' || places.status === 'loading';
  const verdict = plan.value === null ? null : verdictOf(plan.value, (id) => hubTitle(pack, id));
  const hubs = places.value?.request.hubs ?? [];
  const where = hubs.length === 0 ? 'the county' : hubs.length === 1 ? `hub ${hubTitle(pack, hubs[0] ?? '')}` : 'the chosen hubs';
  const captures = [places.value?.backTest, places.value?.lastQuarter].flatMap((capture) => capture ?? []);
  return (
    <section className="patrol-bar" aria-label="The plan">
      <div className="patrol-make">
        <Button variant="primary" isDisabled={places.value === null || busy} onPress={make}>Make the plan</Button>
        {plan.status === 'loading' && <Button onPress={cancel}>Cancel</Button>}
        {busy && <Working step={progress?.step ?? 'Starting'} done={progress?.done ?? 0} total={progress?.total ?? 0} />}
        {stale && !busy && <Badge tone="warning">The settings have changed: make the plan anew</Badge>}
      </div>
      {plan.problem !== null && <ProblemNotice problem={plan.problem} onRetry={make} />}
      <output className={`patrol-verdict${verdict === null ? '' : verdict.met ? ' patrol-met' : ' patrol-short'}`} aria-live="polite">
        {verdict !== null && (
          <>
            <strong><span aria-hidden="true">{verdict.met ? '✓ ' : '✗ '}</span>{verdict.title}</strong>
            {verdict.details.map((detail) => <span key={detail} className="patrol-detail">{detail}</span>)}
          </>
        )}
      </output>
      {!busy && !stale && <Remedy plan={plan.value} />}
      {plan.value !== null && <p className="small muted">Rule: {ruleText(plan.value.request.rule, plan.value.request.hotspots)}. Seed {plan.value.request.seed}.</p>}
      {captures.map((capture) => <p key={String(capture.fair)} className="patrol-capture">{captureText(capture, where)}</p>)}
    </section>
  );
}

/** One step from what would do to a plan with it, so that the advice can be tried before it is asked for. */
function Remedy({ plan }: { readonly plan: PatrolPlan | null }) {
  const change = useAtlas((state) => state.setPatrol);
  const make = useAtlas((state) => state.makePlan);
  const addition = plan?.shortage?.addition ?? null;
  if (plan === null || addition === null || addition.method === 'not-met') return null;
  const shifts = withPairs(plan.request.shifts, addition.pairs);
  if (shifts.length > MOST_SHIFTS) return null;
  return <p><Button onPress={() => { change({ shifts: tidyShifts(shifts) }); make(); }}>Add these pairs and plan again</Button> <span className="small muted">Only if they can be found: it changes the officers of this plan, not the published staffing.</span></p>;
}

function Working({ step, done, total }: { readonly step: string; readonly done: number; readonly total: number }) {
  return (
    <span className="patrol-working">
      <progress aria-label={step} {...(total > 0 ? { value: done, max: total } : {})} />
      <span className="small">{step}{total > 0 ? `, ${done} of ${total}` : ''}</span>
    </span>
  );
}

export function hubTitle(pack: OpenedPack, id: string): string {
  if (id === '') return 'No hub';
  return pack.places.features.find(({ properties }) => properties.kind === 'hub' && properties.id === id)?.properties.title ?? id;
}
