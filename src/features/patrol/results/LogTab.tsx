import { useRef, useState } from 'react';
import type { VisitLog } from '../../../model/patrolResults.ts';
import { lastVisitsBefore, logCompliance } from '../../../patrol/log/logCompliance.ts';
import { LOG_REASONS, readVisitLog } from '../../../patrol/log/readLog.ts';
import { useAtlas } from '../../../store/react.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { readColumns } from '../csv.ts';
import { DataTable } from '../DataTable.tsx';
import { PasteBox } from '../PasteBox.tsx';
import { PlanMap } from '../PlanMap.tsx';
import { readTicks, ticksCsv } from '../street/ticks.ts';
import { useWidth } from '../useWidth.ts';
import { dayText } from '../words.ts';
import type { ResultProps } from './Results.tsx';

/** Visits made: against the plan, against the rule, and where the gaps are. */
export function LogTab({ plan, pack }: ResultProps) {
  const [log, setLog] = useState<VisitLog | null>(null);
  const read = async (text: string): Promise<string | null> => {
    const table = await readColumns(text, ['hotspot', 'start', 'end']);
    if ('problem' in table) return table.problem;
    setLog(readVisitLog(table.rows.map(([hotspot = '', start = '', end = '']) => ({ hotspot, start, end })), plan.request.hotspots));
    return null;
  };
  const ticks = readTicks();
  return (
    <>
      <PasteBox label="Visits made (CSV)" button="Read the log" onText={read} hint="First line: hotspot, start, end. A hotspot by its name or code, times as 2025-03-03 14:05 or 03/03/2025 14:05. It stays on this device." />
      {ticks.length > 0 && <p><Button variant="link" onPress={() => void read(ticksCsv(ticks))}>Take the {ticks.length} {ticks.length === 1 ? 'visit' : 'visits'} ticked on this device</Button></p>}
      {log !== null && <Compared log={log} plan={plan} pack={pack} />}
    </>
  );
}

function Compared({ log, plan, pack }: Pick<ResultProps, 'plan' | 'pack'> & { readonly log: VisitLog }) {
  const { hotspots, rule, from } = plan.request;
  const setLast = useAtlas((state) => state.setLastVisits);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 640);
  const dates = log.visits.map(({ date }) => date).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  const aside = log.setAside.reduce((sum, { lines }) => sum + lines.length, 0);
  const rows = first !== undefined && last !== undefined ? logCompliance(log, { hotspots, rule, from: first, to: last, plan }).hotspots : [];
  const titles = new Map(hotspots.map(({ id, title }) => [id, title]));
  const gaps = new Set(rows.filter(({ overdue, visits }) => overdue.length > 0 || visits === 0).map(({ hotspot }) => hotspot));
  const known = lastVisitsBefore(log, from, rule.visitMinutes);
  return (
    <div ref={box}>
      <output className="strong">{log.rows} rows read: {log.visits.length} visits, {aside} set aside.</output>
      {log.setAside.length > 0 && <ul className="small">{log.setAside.map(({ reason, lines }) => <li key={reason}>{lines.length}: the row {LOG_REASONS[reason]} (line {lines.slice(0, 8).join(', ')}{lines.length > 8 ? ', …' : ''})</li>)}</ul>}
      {rows.length > 0 && first !== undefined && last !== undefined && (
        <>
          <div className="patrol-drawing"><PlanMap pack={pack} hotspots={hotspots} marked={gaps} width={width} title="Gaps in the log" finding={gaps.size === 0 ? 'No hotspot has a gap.' : `Black: ${[...gaps].map((id) => titles.get(id)).join(', ')}.`} /></div>
          <p className="small muted">Black numbers are hotspots with overdue days or without a visit, from {dayText(first)} to {dayText(last)}.</p>
          <DataTable
            caption={`The log against the rule and the plan, ${first} to ${last}`} head={['Hotspot', 'Rule', 'Visits', 'Too short', 'Largest gap, days', 'Days since', 'Overdue days', 'Planned and made', 'Planned, not made', 'Not planned']} numbers={[2, 3, 4, 5, 6, 7, 8, 9]}
            rows={rows.map(({ hotspot, visits, tooShort, largestGap, daysSince, overdue, planned }) => ({ key: hotspot, cells: [titles.get(hotspot) ?? hotspot, <Badge key="rule" tone={gaps.has(hotspot) ? 'warning' : 'plain'}>{gaps.has(hotspot) ? '✗ Gap' : '✓ Met'}</Badge>, visits, tooShort, largestGap ?? '–', daysSince ?? '–', overdue.length, planned?.made ?? '–', planned?.missed ?? '–', planned?.unplanned ?? '–'] }))}
          />
          {Object.keys(known).length > 0 && <p><Button onPress={() => setLast(known)}>Start the next plan from these last visits</Button></p>}
        </>
      )}
    </div>
  );
}
