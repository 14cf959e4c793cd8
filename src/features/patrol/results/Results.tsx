import { useMemo, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { OpenedPack } from '../../../model/pack.ts';
import type { PatrolPlan } from '../../../model/patrolPlan.ts';
import type { VisitLog } from '../../../model/patrolResults.ts';
import type { PatrolPlaces } from '../../../model/patrolSettings.ts';
import { Compliance } from './Compliance.tsx';
import { Effect } from './Effect.tsx';
import { Load } from './Load.tsx';
import { LogTab } from './LogTab.tsx';
import { MapTab } from './MapTab.tsx';
import { Shares } from './Shares.tsx';
import { TakeAway } from './TakeAway.tsx';
import { Timetable } from './Timetable.tsx';
import { Trial } from './Trial.tsx';

export interface ResultProps {
  readonly plan: PatrolPlan;
  readonly pack: OpenedPack;
  readonly places: PatrolPlaces;
  /** Visits made, once a log is read; lasts as long as the plan is on screen. */
  readonly log: VisitLog | null;
  readonly setLog: (log: VisitLog) => void;
}

const TABS = [
  { id: 'timetable', title: 'Timetable', Panel: Timetable },
  { id: 'map', title: 'Map', Panel: MapTab },
  { id: 'load', title: 'Load', Panel: Load },
  { id: 'compliance', title: 'Compliance', Panel: Compliance },
  { id: 'shares', title: 'Shares', Panel: Shares },
  { id: 'effect', title: 'Expected effect', Panel: Effect },
  { id: 'trial', title: 'Trial', Panel: Trial },
  { id: 'log', title: 'Log', Panel: LogTab },
  { id: 'take-away', title: 'Take away', Panel: TakeAway },
] as const;

/** What comes of a plan, one matter at a time. */
export function Results({ plan, pack, places }: Pick<ResultProps, 'plan' | 'pack' | 'places'>) {
  const { notes } = plan;
  // A log is read against the places of a plan; those of another need it read again.
  const of = plan.request.hotspots.map(({ id }) => id).join(' ');
  const [held, setHeld] = useState<{ readonly of: string; readonly log: VisitLog } | null>(null);
  const log = held?.of === of ? held.log : null;
  const panels = useMemo(() => TABS.map(({ id, Panel }) => <TabPanel key={id} id={id} className="patrol-panel"><Panel plan={plan} pack={pack} places={places} log={log} setLog={(read) => setHeld({ of, log: read })} /></TabPanel>), [plan, pack, places, log, of]);
  return (
    <>
      <Tabs className="patrol-tabs">
        <TabList className="patrol-tablist" aria-label="Results of the plan">
          {TABS.map(({ id, title }) => <Tab key={id} id={id} className="patrol-tab">{title}</Tab>)}
        </TabList>
        {panels}
      </Tabs>
      <section className="patrol-caveats" aria-label="How to read this plan"><ul className="small muted">{notes.map((note) => <li key={note}>{note}</li>)}</ul></section>
    </>
  );
}
