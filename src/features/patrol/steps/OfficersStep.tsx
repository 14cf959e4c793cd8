import type { OpenedPack } from '../../../model/pack.ts';
import type { Shift } from '../../../model/patrol.ts';
import type { PatrolPlaces } from '../../../model/patrolSettings.ts';
import { WEEKDAYS } from '../../../model/vocabulary.ts';
import { tidyShifts } from '../../../selection/patrolUrl.ts';
import { hubsOf } from '../../../store/patrolRequest.ts';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { BaseFields } from './BaseFields.tsx';
import { NumberField, Step } from './Step.tsx';

interface OfficersProps {
  readonly pack: OpenedPack;
  readonly places: PatrolPlaces;
  readonly shifts: readonly Shift[];
}

/** Who is on duty: shifts with pairs, from published posts until they are changed. */
export function OfficersStep({ pack, places, shifts }: OfficersProps) {
  const change = useAtlas((state) => state.setPatrol);
  const edited = useAtlas((state) => state.view.patrol.shifts !== null);
  const set = (next: readonly Shift[]) => change({ shifts: tidyShifts(next) });
  const last = shifts.at(-1);
  const pairs = shifts.reduce((sum, shift) => sum + shift.pairs * shift.days.length, 0);
  return (
    <Step number={2} title="Officers">
      <p>Pairs on duty, all shifts of a week added up: {pairs}.{edited ? '' : ' From published staffing, which is old: put in who is really on duty.'}</p>
      {shifts.map((shift, index) => (
        <ShiftFields
          key={shift.id} shift={shift} hubs={hubsOf(pack)}
          onChange={(next) => set(shifts.map((one, position) => (position === index ? next : one)))}
          onRemove={shifts.length > 1 ? () => set(shifts.filter((_one, position) => position !== index)) : null}
        />
      ))}
      <div className="patrol-buttons">
        {last !== undefined && <Button onPress={() => set([...shifts, { ...last, title: `${last.title} 2` }])}>Add a shift</Button>}
        {edited && <Button variant="link" onPress={() => change({ shifts: null })}>Back to published staffing</Button>}
      </div>
      <BaseFields pack={pack} hubs={places.staffing.map(({ hub, title }) => ({ id: hub, title }))} />
      <Disclosure title="How the published staffing was turned into pairs">
        {places.staffing.length === 0 && <p className="small">No staffing is published for these places: one pair a shift is assumed.</p>}
        {places.staffing.map(({ hub, title, steps, source }) => (
          <div key={hub} className="small">
            <p className="strong">{title}</p>
            <ul>{steps.map((step) => <li key={step}>{step}</li>)}</ul>
            {source !== null && <p className="muted">Source: {source}</p>}
          </div>
        ))}
      </Disclosure>
    </Step>
  );
}

interface ShiftProps {
  readonly shift: Shift;
  readonly hubs: readonly { readonly id: string; readonly title: string }[];
  readonly onChange: (shift: Shift) => void;
  readonly onRemove: (() => void) | null;
}

function ShiftFields({ shift, hubs, onChange, onRemove }: ShiftProps) {
  const { title, days, start, end, pairs, mode, pause } = shift;
  const toggleDay = (day: number) => {
    const next = days.includes(day) ? days.filter((one) => one !== day) : [...days, day].toSorted((a, b) => a - b);
    if (next.length > 0) onChange({ ...shift, days: next });
  };
  return (
    <fieldset className="patrol-shift">
      <legend>{title}, {clock(start)} to {clock(end)}, {pairs} {pairs === 1 ? 'pair' : 'pairs'}</legend>
      <div className="patrol-shift-main">
        <NumberField label="Pairs" value={pairs} least={0} most={200} onChange={(value) => onChange({ ...shift, pairs: value })} />
        <TimeField label="Start" value={start} onChange={(value) => onChange({ ...shift, start: value })} />
        <TimeField label="End" value={end % 1440} onChange={(value) => onChange({ ...shift, end: value === 0 ? 1440 : value })} />
      </div>
      <Disclosure title={<>Name, days, travel, break, hubs<span className="visually-hidden"> of {title}</span></>}>
        <div className="patrol-shift-main">
          <label className="patrol-field patrol-wide"><span className="field-label">Name</span><input className="text-input" type="text" maxLength={40} defaultValue={title} onBlur={({ target }) => { if (target.value !== title) onChange({ ...shift, title: target.value }); }} /></label>
          <NumberField label="Break, minutes" value={pause?.minutes ?? 0} least={0} most={120} onChange={(minutes) => onChange({ ...shift, pause: minutes === 0 ? null : { minutes, from: 0, to: 0 } })} />
        </div>
        <fieldset className="patrol-checks"><legend className="field-label">Days on which it starts</legend>
          {WEEKDAYS.map((weekday, day) => <label key={weekday.id}><input type="checkbox" checked={days.includes(day)} onChange={() => toggleDay(day)} /> {weekday.title.slice(0, 3)}</label>)}
        </fieldset>
        <fieldset className="patrol-checks"><legend className="field-label">Between hotspots</legend>
          {(['on-foot', 'vehicle'] as const).map((id) => <label key={id}><input type="radio" name={`mode-${shift.id}`} checked={mode === id} onChange={() => onChange({ ...shift, mode: id })} /> {id === 'on-foot' ? 'On foot' : 'By vehicle'}</label>)}
        </fieldset>
        {hubs.length > 0 && (
          <fieldset className="patrol-checks"><legend className="field-label">Hubs served (none ticked = all)</legend>
            {hubs.map((hub) => <label key={hub.id}><input type="checkbox" checked={shift.hubs.includes(hub.id)} onChange={() => onChange({ ...shift, hubs: shift.hubs.includes(hub.id) ? shift.hubs.filter((id) => id !== hub.id) : [...shift.hubs, hub.id] })} /> {hub.title}</label>)}
          </fieldset>
        )}
        {onRemove !== null && <Button variant="link" aria-label={`Remove shift ${title}`} onPress={onRemove}>Remove this shift</Button>}
      </Disclosure>
    </fieldset>
  );
}

function TimeField({ label, value, onChange }: { readonly label: string; readonly value: number; readonly onChange: (value: number) => void }) {
  return (
    <label className="patrol-field">
      <span className="field-label">{label}</span>
      <input
        className="text-input" type="time" value={clock(value)}
        onChange={({ target }) => { const match = /^(\d{2}):(\d{2})/.exec(target.value); if (match) onChange(Number(match[1]) * 60 + Number(match[2])); }}
      />
    </label>
  );
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
