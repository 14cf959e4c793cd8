import { memo } from 'react';
import { WeekdayHourGrid } from '../../../charts/WeekdayHourGrid.tsx';
import type { Selection } from '../../../model/selection.ts';
import { WEEKDAYS } from '../../../model/vocabulary.ts';
import { useAtlas } from '../../../store/react.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { formatHour, formatShareOf, isWithheld } from '../../../ui/formats.ts';
import { Select } from '../../../ui/Select.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { unitOf } from '../../../model/kinds.ts';
import type { Scene } from '../scene.ts';

const ALL_DAYS = WEEKDAYS.map((_, day) => day);
const STARTS = Array.from({ length: 24 }, (_, hour) => ({ id: String(hour), title: formatHour(hour) }));
const ENDS = Array.from({ length: 24 }, (_, index) => ({ id: String(index + 1), title: formatHour(index + 1) }));

/** Weekday by hour: the grid, and the same choice as toggles and selects. */
export function HoursOfWeek({ scene }: { readonly scene: Scene }) {
  const { entry, evaluation, applied, lacks } = scene;
  const setSelection = useAtlas((state) => state.setSelection);
  const disabled = lacks.hours !== undefined;
  return (
    <>
      <WeekdayHourGrid
        counts={evaluation?.byWeekdayHour ?? null} days={applied.days} hours={applied.hours} midnightAside={applied.midnightAside}
        onChange={({ days, hours }) => setSelection({ days, hours })} disabledReason={lacks.hours ?? null} unit={unitOf(entry, applied)}
      />
      {!disabled && (
        <>
          <DayToggles days={applied.days} />
          <HourSelects hours={applied.hours} />
          <MidnightSwitch scene={scene} />
        </>
      )}
    </>
  );
}

const DayToggles = memo(function DayToggles({ days }: { readonly days: Selection['days'] }) {
  const setSelection = useAtlas((state) => state.setSelection);
  const toggle = (day: number) => {
    const chosen = days ?? [];
    const next = chosen.includes(day) ? chosen.filter((other) => other !== day) : [...chosen, day].toSorted((a, b) => a - b);
    setSelection({ days: next.length === 0 || next.length === ALL_DAYS.length ? null : next });
  };
  return (
    <fieldset className="days" aria-label="Days of the week">
      {WEEKDAYS.map(({ title }, day) => (
        <Chip key={title} selected={days?.includes(day) ?? false} onChange={() => toggle(day)}>{title.slice(0, 3)}<span className="unseen">{title.slice(3)}</span></Chip>
      ))}
    </fieldset>
  );
});

const HourSelects = memo(function HourSelects({ hours }: { readonly hours: Selection['hours'] }) {
  const setSelection = useAtlas((state) => state.setSelection);
  const { from, to } = hours ?? { from: 0, to: 24 };
  const change = (start: number, end: number) => {
    const whole = end === start || (start === 0 && end === 24);
    setSelection({ hours: whole ? null : { from: start, to: end } });
  };
  return (
    <div className="pair">
      <Select label="From hour" options={STARTS} chosen={String(from)} onChange={(id) => change(Number(id), to)} />
      <span className="muted">to</span>
      <Select label="To hour" options={ENDS} chosen={String(to)} onChange={(id) => change(from, Number(id))} />
      {to <= from && <span className="small muted">next morning</span>}
    </div>
  );
});

/** Times stored as exactly 00:00 usually mean "not known": show their share, let them be left out. */
function MidnightSwitch({ scene: { evaluation, applied } }: { readonly scene: Scene }) {
  const setSelection = useAtlas((state) => state.setSelection);
  const atMidnight = evaluation?.atMidnight ?? 0;
  const matching = evaluation?.matching ?? 0;
  const { days = null, hours = null, midnightAside: setAside = false } = evaluation?.request.selection ?? {};
  // Without a choice the share is that of the whole week, which stands under the grid.
  const part = days !== null || hours !== null;
  const all = setAside && !isWithheld(matching) && !isWithheld(atMidnight) ? matching + atMidnight : matching;
  return (
    <div className="midnight">
      <Switch selected={applied.midnightAside} onChange={(midnightAside) => setSelection({ midnightAside })}>Set aside records at exactly 00:00</Switch>
      <p className="small muted">{part && all > 0 && `${formatShareOf(atMidnight, all)} in the chosen hours. `}A time of exactly 00:00 often means that it is not known.</p>
    </div>
  );
}
