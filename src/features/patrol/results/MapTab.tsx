import { useRef, useState } from 'react';
import { timetableRows } from '../../../patrol/results/rows.ts';
import { Select } from '../../../ui/Select.tsx';
import { DataTable } from '../DataTable.tsx';
import { PlanMap } from '../PlanMap.tsx';
import { useWidth } from '../useWidth.ts';
import { dayText } from '../words.ts';
import type { ResultProps } from './Results.tsx';

/** Where a pair goes in a shift, in which order and when. */
export function MapTab({ plan, pack }: ResultProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 760);
  const { hotspots } = plan.request;
  const visits = timetableRows(plan).filter(({ kind }) => kind === 'visit');
  const duties = [...new Map(visits.map(({ shift, shiftTitle, shiftDate, pair }) => [`${shiftDate} ${shift} ${pair}`, `${dayText(shiftDate)}, ${shiftTitle} ${pair}`])).entries()];
  const [chosen, setChosen] = useState('');
  const duty = duties.some(([id]) => id === chosen) ? chosen : duties[0]?.[0] ?? '';
  const own = visits.filter(({ shift, shiftDate, pair }) => `${shiftDate} ${shift} ${pair}` === duty);
  const title = duties.find(([id]) => id === duty)?.[1] ?? 'no visits';
  return (
    <div ref={box}>
      {duties.length > 0 && <div className="patrol-choices"><Select label="Day and pair" labelHidden={false} chosen={duty} onChange={setChosen} options={duties.map(([id, words]) => ({ id, title: words }))} /></div>}
      <div className="patrol-drawing">
        <PlanMap
          pack={pack} hotspots={hotspots} width={width} title={`Places of the plan, and the way of ${title}`}
          finding={`Numbers are those of the list of places. In order: ${own.map(({ title: place, from }) => `${place} at ${from}`).join(', ') || 'no visit'}.`} route={own.map(({ hotspot, from }) => ({ hotspot, time: from }))}
        />
      </div>
      <p className="small muted">Black numbers are visited in this shift; the dashed line joins them in order. It is a straight line, not a route.</p>
      <DataTable
        caption={`Order and times: ${title}`} head={['Order', 'Number on the map', 'Where', 'Start', 'End', 'Straight line from the last']} numbers={[0, 1, 5]}
        rows={own.map((row, index) => ({ key: String(row.start), cells: [index + 1, hotspots.findIndex(({ id }) => id === row.hotspot) + 1, row.title, row.from, row.until, row.metres > 0 ? `${Math.round(row.metres).toLocaleString('en-GB')} m` : '–'] }))}
      />
    </div>
  );
}
