import { useState } from 'react';
import type { PatrolPlan } from '../../../model/patrolPlan.ts';
import type { TimetableRow } from '../../../model/patrolResults.ts';
import { clockText, localTime } from '../../../patrol/londonTime.ts';
import { timetableRows } from '../../../patrol/results/rows.ts';
import { Button } from '../../../ui/Button.tsx';
import { downloadText } from '../../../ui/download.ts';
import { Select } from '../../../ui/Select.tsx';
import { dayText } from '../words.ts';
import { changeTicks, readTicks, type Tick, ticksCsv } from './ticks.ts';

const idOf = ({ request: { from, seed, rule } }: PatrolPlan, { shift, pair, hotspot, start }: TimetableRow): string => [from, seed, rule.id, shift, pair, hotspot, start].join(' ');
const stampOf = (moment: number): string => `${localTime(moment).date} ${clockText(localTime(moment).minute)}`;
const nowMinute = (): number => Math.floor(Date.now() / 60_000);

/** In the street: the next visit of a pair, and a tick when it is done. Ticks stay on this device. */
export function Street({ plan }: { readonly plan: PatrolPlan }) {
  const visits = timetableRows(plan).filter(({ kind }) => kind === 'visit');
  const pairs = [...new Map(visits.map(({ shift, shiftTitle, pair }) => [`${shift} ${pair}`, `${shiftTitle}, pair ${pair}`])).entries()];
  const [chosen, setChosen] = useState('');
  const [ticks, setTicks] = useState(() => readTicks());
  const [arrived, setArrived] = useState<{ readonly id: string; readonly at: number } | null>(null);
  const pair = pairs.some(([id]) => id === chosen) ? chosen : pairs[0]?.[0] ?? '';
  const own = visits.filter((row) => `${row.shift} ${row.pair}` === pair);
  const done = new Set(ticks.map(({ id }) => id));
  const open = own.filter((row) => !done.has(idOf(plan, row)));
  const now = nowMinute();
  // What is over is not next; before the plan begins its first visit is.
  const next = open.find(({ end }) => end >= now) ?? null;
  const tick = (row: TimetableRow) => {
    const id = idOf(plan, row);
    const timed = arrived?.id === id && nowMinute() > arrived.at;
    const [start, end] = timed ? [arrived.at, nowMinute()] : [row.start, row.end];
    const one: Tick = { id, hotspot: row.hotspot, title: row.title, start: stampOf(start), end: stampOf(end), timed };
    setTicks(changeTicks((held) => [...held.filter((other) => other.id !== id), one]));
    setArrived(null);
  };
  const undo = (id: string) => setTicks(changeTicks((held) => held.filter((other) => other.id !== id)));
  const ofPlan = own.filter((row) => done.has(idOf(plan, row)));
  if (visits.length === 0) return <p className="patrol-street">The plan has no visits.</p>;
  return (
    <div className="patrol-street">
      <Select label="Pair" labelHidden={false} chosen={pair} onChange={setChosen} options={pairs.map(([id, title]) => ({ id, title }))} />
      <section className="patrol-next" aria-label="Next visit" aria-live="polite">
        {next === null ? <p className="strong">No visit is left for this pair.</p> : (
          <>
            <h2>Next visit</h2>
            <p className="patrol-next-where">{next.title}</p>
            <p className="patrol-next-when">{dayText(next.date)}, {next.from} to {next.until}</p>
            <p>{next.end - next.start} minutes{next.travelMinutes > 0 ? `; about ${next.travelMinutes} minutes to get there` : ''}</p>
            <div className="patrol-buttons">
              {arrived?.id === idOf(plan, next) ? <span>Arrived {clockText(localTime(arrived.at).minute)}</span> : <Button onPress={() => setArrived({ id: idOf(plan, next), at: nowMinute() })}>Arrived</Button>}
              <Button variant="primary" icon="check" onPress={() => tick(next)}>Done</Button>
            </div>
          </>
        )}
      </section>
      {next !== null && <UpNext rows={open.filter((row) => row !== next && row.start >= next.start).slice(0, 5)} />}
      <h2>Done</h2>
      {ofPlan.length === 0 ? <p className="muted">Nothing ticked yet.</p> : (
        <ul className="patrol-ticks">{ofPlan.map((row) => <li key={idOf(plan, row)}><span>✓ {row.title}, {dayText(row.date)} {row.from}</span><Button variant="link" aria-label={`Undo ${row.title}, ${row.from}`} onPress={() => undo(idOf(plan, row))}>Undo</Button></li>)}</ul>
      )}
      {ticks.length > 0 && <p><Button icon="download" onPress={() => downloadText('patrol-visits.csv', ticksCsv(ticks))}>Visits made (CSV)</Button></p>}
      <p className="small muted">Ticks stay on this device. Without “Arrived” the planned times are written down, and the file says so.</p>
    </div>
  );
}

function UpNext({ rows }: { readonly rows: readonly TimetableRow[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2>After that</h2>
      <ol className="patrol-ticks">{rows.map((row) => <li key={row.start}>{dayText(row.date)} {row.from}, {row.title}</li>)}</ol>
    </>
  );
}
