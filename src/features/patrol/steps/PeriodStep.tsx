import type { PlanRequest } from '../../../model/patrol.ts';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { addDays, dayText, longDayText } from '../words.ts';
import { NumberField, Step } from './Step.tsx';

/** When, and the seed of the draw. */
export function PeriodStep({ request: { from, days, hotspots, lastVisits } }: { readonly request: PlanRequest }) {
  const change = useAtlas((state) => state.setPatrol);
  const again = useAtlas((state) => state.drawPlanAgain);
  const seed = useAtlas((state) => state.view.patrol.seed);
  return (
    <Step number={4} title="Days">
      <div className="patrol-shift-main">
        <label className="patrol-field patrol-wide"><span className="field-label">First day</span>
          <input className="text-input" type="date" value={from} onChange={({ target }) => { if (/^\d{4}-\d{2}-\d{2}$/.test(target.value)) change({ from: target.value }); }} />
        </label>
        <NumberField label="Days (1 to 28)" value={days} least={1} most={28} onChange={(value) => change({ days: value })} />
      </div>
      <p className="small muted">{dayText(from)} to {dayText(addDays(from, days - 1))}</p>
      <LastVisits dates={hotspots.flatMap(({ id }) => lastVisits[id] ?? [])} of={hotspots.length} />
      <p>Seed {seed ?? 'drawn with the plan'} <Button variant="link" onPress={again}>Draw again</Button></p>
      <p className="small muted">Start times are drawn at random so that nobody can foresee them. The same seed and settings give the same plan.</p>
    </Step>
  );
}

/** What is known of visits before the plan, which this device keeps, and a way to forget it. */
function LastVisits({ dates, of }: { readonly dates: readonly string[]; readonly of: number }) {
  const set = useAtlas((state) => state.setLastVisits);
  const newest = dates.toSorted().at(-1);
  if (newest === undefined) return null;
  return <p>Last visits are known for {dates.length} of {of} places, the newest of {longDayText(newest)}. They are kept on this device. <Button variant="link" onPress={() => set({})}>Forget them</Button></p>;
}
