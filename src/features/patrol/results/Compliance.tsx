import { planCompliance } from '../../../patrol/results/compliance.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { DataTable } from '../DataTable.tsx';
import { dayText } from '../words.ts';
import type { ResultProps } from './Results.tsx';

/** How each hotspot fares under the rule. */
export function Compliance({ plan }: ResultProps) {
  const titles = new Map(plan.request.hotspots.map(({ id, title }) => [id, title]));
  const rows = planCompliance(plan);
  const missing = new Map(plan.shortage?.hotspots.map(({ hotspot, visits, reason }) => [hotspot, { visits, reason }]) ?? []);
  const { drawn } = plan;
  const kept = rows.filter(({ hotspot, overdue }) => overdue.length === 0 && !missing.has(hotspot)).length;
  return (
    <>
      <p>{kept} of {rows.length} hotspots get what the rule asks.</p>
      <DataTable
        caption="Compliance by hotspot" head={['Hotspot', 'Rule', 'Visits', 'Largest gap, days', 'Days since the last visit at the end', drawn === null ? 'Overdue on' : 'Not visited on a day drawn', ...(drawn === null ? [] : ['Days drawn'])]} numbers={[2, 3, 4]}
        rows={rows.map(({ hotspot, visits, largestGap, daysSince, overdue }) => {
          const lacks = missing.get(hotspot);
          const met = overdue.length === 0 && lacks === undefined;
          return {
            key: hotspot,
            cells: [
              titles.get(hotspot) ?? hotspot, <Badge key="rule" tone={met ? 'plain' : 'warning'}>{met ? '✓ Met' : `✗ Short${lacks ? `, ${lacks.visits} ${lacks.visits === 1 ? 'visit' : 'visits'}` : ''}`}</Badge>, visits,
              largestGap ?? '–', daysSince ?? '–', overdue.length === 0 ? '–' : `${overdue.map(dayText).join('; ')}${lacks ? `. ${lacks.reason === 'no-shift-in-peak' ? 'No shift is there in its peak hours in time' : 'Those who are have no time left'}.` : ''}`,
              ...(drawn === null ? [] : [(drawn[hotspot] ?? []).map(dayText).join('; ') || '–']),
            ],
          };
        })}
      />
    </>
  );
}
