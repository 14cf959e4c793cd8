import { useRef, useState } from 'react';
import type { VisitLog } from '../../../model/patrolResults.ts';
import { gapState } from '../../../patrol/log/gaps.ts';
import { lastVisitsBefore, logCompliance } from '../../../patrol/log/logCompliance.ts';
import { LOG_REASONS, readVisitLog } from '../../../patrol/log/readLog.ts';
import { useAtlas } from '../../../store/react.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { readColumns } from '../csv.ts';
import { DataTable } from '../DataTable.tsx';
import { PasteBox } from '../PasteBox.tsx';
import { readTicks, ticksCsv } from '../street/ticks.ts';
import { useWidth } from '../useWidth.ts';
import { dayText } from '../words.ts';
import { GapMap, gapWords } from './GapMap.tsx';
import type { ResultProps } from './Results.tsx';

/** Visits made: against the plan, against the rule, and where the gaps are. */
export function LogTab({ plan, pack, log, setLog }: ResultProps) {
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

/** First and last dates of the visits in a log; null where it has none. */
export function datesOf({ visits }: VisitLog): { readonly first: string; readonly last: string } | null {
  const dates = visits.map(({ date }) => date).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

function Compared({ log, plan, pack }: Pick<ResultProps, 'plan' | 'pack'> & { readonly log: VisitLog }) {
  const { hotspots, rule, from } = plan.request;
  const setLast = useAtlas((state) => state.setLastVisits);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 640);
  const dates = datesOf(log);
  const [asked, setOn] = useState<string | null>(null);
  const on = dates === null ? '' : asked !== null && asked >= dates.first ? asked : dates.last;
  const aside = log.setAside.reduce((sum, { lines }) => sum + lines.length, 0);
  const rows = dates === null ? [] : logCompliance(log, { hotspots, rule, from: dates.first, to: on, plan }).hotspots;
  const titles = new Map(hotspots.map(({ id, title }) => [id, title]));
  const known = lastVisitsBefore(log, from, rule.visitMinutes);
  return (
    <div ref={box}>
      <output className="strong">{log.rows} rows read: {log.visits.length} visits, {aside} set aside.</output>
      {log.setAside.length > 0 && <ul className="small">{log.setAside.map(({ reason, lines }) => <li key={reason}>{lines.length}: the row {LOG_REASONS[reason]} (line {lines.slice(0, 8).join(', ')}{lines.length > 8 ? ', …' : ''})</li>)}</ul>}
      {dates !== null && (
        <>
          <label className="patrol-field patrol-on"><span className="field-label">Count days up to</span>
            <input className="text-input" type="date" min={dates.first} value={on} onChange={({ target }) => { if (/^\d{4}-\d{2}-\d{2}$/.test(target.value)) setOn(target.value); }} />
          </label>
          <GapMap plan={plan} pack={pack} rows={rows} on={on} width={width} />
          <DataTable
            caption={`The log against the rule and the plan, ${dayText(dates.first)} to ${dayText(on)}`} head={['Hotspot', 'Number on the map', 'Rule', 'Days since', 'Largest gap, days', 'Overdue days', 'Visits', 'Too short', 'Planned and made', 'Planned, not made', 'Not planned']} numbers={[1, 3, 4, 5, 6, 7, 8, 9, 10]}
            rows={rows.map((row, index) => {
              const { hotspot, visits, tooShort, largestGap, daysSince, overdue, planned } = row;
              const state = gapState(row, on);
              return { key: hotspot, cells: [titles.get(hotspot) ?? hotspot, index + 1, <Badge key="rule" tone={state === 'kept' ? 'plain' : 'warning'}>{gapWords(state)}</Badge>, daysSince ?? '–', largestGap ?? '–', overdue.length, visits, tooShort, planned?.made ?? '–', planned?.missed ?? '–', planned?.unplanned ?? '–'] };
            })}
          />
          {Object.keys(known).length > 0 && <p><Button onPress={() => setLast(known)}>Start the next plan from these last visits</Button></p>}
        </>
      )}
    </div>
  );
}
