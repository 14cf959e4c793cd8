import { useMemo } from 'react';
import { timetableRows } from '../../patrol/results/rows.ts';
import { useBriefingBy } from './briefingBy.ts';
import { HotspotBriefing, HubBriefing, type BriefingProps } from './briefing/pages.tsx';
import { useOnPaper } from '../../ui/useOnPaper.ts';

/** What the printer gets: a page for each hotspot or hub. Drawn only while the page is laid out for paper. */
export function Briefings(props: Omit<BriefingProps, 'rows'>) {
  const onPaper = useOnPaper();
  return onPaper ? <Pages {...props} /> : null;
}

export function Pages(props: Omit<BriefingProps, 'rows'>) {
  const by = useBriefingBy();
  const { plan } = props;
  const rows = useMemo(() => timetableRows(plan).filter(({ kind }) => kind === 'visit'), [plan]);
  const { hotspots } = plan.request;
  return (
    <div className="patrol-print">
      {by === 'hotspot'
        ? hotspots.map((hotspot, index) => <HotspotBriefing key={hotspot.id} {...props} rows={rows} hotspot={hotspot} number={index + 1} />)
        : [...new Set(hotspots.map(({ hub }) => hub))].map((hub) => <HubBriefing key={hub} {...props} rows={rows} hub={hub} />)}
    </div>
  );
}
