import { useMemo, useState } from 'react';
import { describeSelection } from '../../selection/describe.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { needsHub, planRequestOf } from '../../store/patrolRequest.ts';
import { shownSelection } from '../../store/shown.ts';
import { useAtlas } from '../../store/react.ts';
import type { Atlas } from '../../store/state.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemNotice } from '../../ui/Notice.tsx';
import { Briefings } from './Briefings.tsx';
import { HubPrompt } from './HubPrompt.tsx';
import { PlanBar } from './PlanBar.tsx';
import { Results } from './results/Results.tsx';
import { OfficersStep } from './steps/OfficersStep.tsx';
import { PeriodStep } from './steps/PeriodStep.tsx';
import { PlacesStep } from './steps/PlacesStep.tsx';
import { RuleStep } from './steps/RuleStep.tsx';
import { Street } from './street/Street.tsx';
import { useNarrow } from './useNarrow.ts';

const entryState = (state: Atlas) => state.dataSet.entry;

/** Steps beside results; on a phone the next visit first. */
export function PatrolPage({ pack }: { readonly pack: OpenedPack }) {
  // One by one: progress, many times a second, must not draw all of this anew.
  const places = useAtlas((state) => state.patrol.places);
  const plan = useAtlas((state) => state.patrol.plan);
  const lastVisits = useAtlas((state) => state.patrol.lastVisits);
  const settings = useAtlas((state) => state.view.patrol);
  const selection = useAtlas((state) => shownSelection(state).selection);
  const entry = useAtlas(entryState);
  const need = useAtlas((state) => state.needPatrol);
  const choosing = useAtlas((state) => needsHub(state.view, pack));
  const narrow = useNarrow();
  const [planning, setPlanning] = useState(false);
  const [opened] = useState(() => new Date());
  const request = useMemo(() => (places.value === null ? null : planRequestOf(settings, places.value, lastVisits, opened, pack)), [settings, places.value, lastVisits, opened, pack]);
  const filter = entry === null ? '' : describeSelection(selection, entry, pack.places, pack.areas);
  const prompt = choosing ? <HubPrompt pack={pack} /> : null;
  const street = !choosing && narrow && !planning && plan.value !== null;
  return (
    <div className="patrol" aria-busy={places.status === 'loading' || plan.status === 'loading'}>
      <div className="patrol-head">
        <h1>Patrol planning</h1>
        <p className="muted">{entry?.title ?? ''}: {filter}. Change the filter in Explore.</p>
        {narrow && !choosing && plan.value !== null && <Button onPress={() => setPlanning(!planning)}>{planning ? 'Next visit' : 'Plan and settings'}</Button>}
      </div>
      {street && plan.value !== null ? <Street plan={plan.value} /> : (
        <>
          {narrow && prompt}
          <div className="patrol-steps">
            <PlacesStep pack={pack} />
            {!choosing && request !== null && places.value !== null && <OfficersStep pack={pack} places={places.value} shifts={request.shifts} />}
            {!choosing && <RuleStep />}
            {!choosing && request !== null && <PeriodStep request={request} />}
          </div>
          <div className="patrol-main">
            {places.problem !== null && <ProblemNotice problem={places.problem} onRetry={need} />}
            {!narrow && prompt}
            {!choosing && <PlanBar pack={pack} />}
            {!choosing && plan.value !== null && places.value !== null && <Results plan={plan.value} pack={pack} places={places.value} />}
          </div>
        </>
      )}
      {!choosing && plan.value !== null && places.value !== null && <Briefings plan={plan.value} pack={pack} places={places.value} filter={filter} />}
    </div>
  );
}
