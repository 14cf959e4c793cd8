import { useRef, useState } from 'react';
import type { TimetableRow } from '../../../model/patrolResults.ts';
import { logCompliance } from '../../../patrol/log/logCompliance.ts';
import { timetableRows } from '../../../patrol/results/rows.ts';
import { Select } from '../../../ui/Select.tsx';
import { DataTable } from '../DataTable.tsx';
import { PlanMap } from '../PlanMap.tsx';
import { useWidth } from '../useWidth.ts';
import { dayText } from '../words.ts';
import { GapMap } from './GapMap.tsx';
import { datesOf } from './LogTab.tsx';
import type { ResultProps } from './Results.tsx';

const GAPS = 'gaps';

/** Where a pair goes in a shift, in which order and when. */
export function MapTab({ plan, pack, log }: ResultProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 760);
  const { hotspots, rule } = plan.request;
  const dates = log === null ? null : datesOf(log);
  const visits = timetableRows(plan).filter(({ kind }) => kind === 'visit');
  const duties = [...new Map(visits.map(({ shift, shiftTitle, shiftDate, pair }) => [`${shiftDate} ${shift} ${pair}`, `${dayText(shiftDate)}, ${shiftTitle} ${pair}`])).entries()];
  const [chosen, setChosen] = useState('');
  const gaps = chosen === GAPS && log !== null && dates !== null ? logCompliance(log, { hotspots, rule, from: dates.first, to: dates.last, plan }).hotspots : null;
  const duty = duties.some(([id]) => id === chosen) ? chosen : duties[0]?.[0] ?? '';
  const own = visits.filter(({ shift, shiftDate, pair }) => `${shiftDate} ${shift} ${pair}` === duty);
  const title = duties.find(([id]) => id === duty)?.[1] ?? 'no visits';
  return (
    <div ref={box}>
      {duties.length > 0 && <div className="patrol-choices"><Select label="Shown" labelHidden={false} chosen={gaps === null ? duty : GAPS} onChange={setChosen} options={[...(dates === null ? [] : [{ id: GAPS, title: 'Days since the last visit, from the log' }]), ...duties.map(([id, words]) => ({ id, title: words }))]} /></div>}
      {gaps !== null && dates !== null && <GapMap plan={plan} pack={pack} rows={gaps} on={dates.last} width={width} />}
      {gaps !== null && <p className="small muted">The same as a table stands under Log.</p>}
      {gaps === null && <Way plan={plan} pack={pack} width={width} own={own} title={title} />}
    </div>
  );
}

/** A pair's way in one shift. */
function Way({ plan: { request: { hotspots } }, pack, width, own, title }: Pick<ResultProps, 'plan' | 'pack'> & { readonly width: number; readonly own: readonly TimetableRow[]; readonly title: string }) {
  return (
    <>
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
    </>
  );
}
