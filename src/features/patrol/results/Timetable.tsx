import { useState } from 'react';
import { timetableRows } from '../../../patrol/results/rows.ts';
import { Select } from '../../../ui/Select.tsx';
import { DataTable } from '../DataTable.tsx';
import { dayText, longDayText } from '../words.ts';
import type { ResultProps } from './Results.tsx';

const EVERY = 'all';

/** Every visit and break of a day, or of the whole plan, by the clock. */
export function Timetable({ plan }: ResultProps) {
  const rows = timetableRows(plan);
  const dates = [...new Set(rows.map(({ shiftDate }) => shiftDate))].toSorted();
  const [chosenDate, setDate] = useState<string | null>(null);
  const [chosenPair, setPair] = useState(EVERY);
  const date = chosenDate !== null && (chosenDate === EVERY || dates.includes(chosenDate)) ? chosenDate : dates[0] ?? EVERY;
  const pairs = [...new Map(rows.map(({ shift, shiftTitle, pair }) => [`${shift} ${pair}`, `${shiftTitle}, pair ${pair}`])).entries()];
  const pair = pairs.some(([id]) => id === chosenPair) ? chosenPair : EVERY;
  const shown = rows.filter((row) => (date === EVERY || row.shiftDate === date) && (pair === EVERY || `${row.shift} ${row.pair}` === pair));
  if (rows.length === 0) return <p>The plan has no visits.</p>;
  return (
    <>
      <div className="patrol-choices">
        <Select label="Day" labelHidden={false} chosen={date} onChange={setDate} options={[...dates.map((id) => ({ id, title: dayText(id) })), { id: EVERY, title: 'Every day' }]} />
        <Select label="Pair" labelHidden={false} chosen={pair} onChange={setPair} options={[{ id: EVERY, title: 'Every pair' }, ...pairs.map(([id, title]) => ({ id, title }))]} />
      </div>
      <DataTable
        caption={`Timetable of ${date === EVERY ? 'every day' : longDayText(date)}: ${shown.filter(({ kind }) => kind === 'visit').length} visits`}
        head={['Start', 'End', 'Where', 'Pair', 'Travel before', 'Why']} numbers={[4]}
        rows={shown.map((row) => ({
          key: `${row.shift} ${row.pair} ${row.start}`,
          cells: [
            date === EVERY || row.date !== row.shiftDate ? `${dayText(row.date)} ${row.from}` : row.from, row.until, row.kind === 'break' ? 'Break' : row.title, `${row.shiftTitle} ${row.pair}`,
            row.travelMinutes > 0 ? `${row.travelMinutes} min` : '–', row.kind === 'break' ? '' : row.required ? 'Needed by the rule' : 'Time left over',
          ],
        }))}
      />
      <p className="small muted">Travel is estimated from the straight line. A shift that passes midnight stands under the day it starts.</p>
    </>
  );
}
