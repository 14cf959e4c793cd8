import { useRef } from 'react';
import { BarsFigure } from '../../../charts/figures/BarsFigure.tsx';
import type { Share } from '../../../model/patrolResults.ts';
import { sharesByHub, sharesByQuintile } from '../../../patrol/results/shares.ts';
import { formatShare } from '../../../ui/formats.ts';
import { DataTable } from '../DataTable.tsx';
import { hubTitle } from '../PlanBar.tsx';
import { useWidth } from '../useWidth.ts';
import type { ResultProps } from './Results.tsx';

/** Whether hubs, and places of different deprivation, get the share of visits that they have of events. */
export function Shares({ plan, pack }: ResultProps) {
  return (
    <>
      <Group id="hub" title="By hub" rows={sharesByHub(plan)} name={(group) => hubTitle(pack, group)} />
      <Group id="quintile" title={`By quintile of deprivation (${pack.manifest.imd.title})`} rows={sharesByQuintile(plan)} name={(group) => (group === '' ? 'Not known' : `Quintile ${group}${group === '1' ? ' (most deprived)' : group === '5' ? ' (least deprived)' : ''}`)} />
      <p className="small muted">Shares are of the plan’s own places. A rule that asks the same of every hotspot gives quiet places a larger share of visits than of events.</p>
    </>
  );
}

function Group({ id, title, rows, name }: { readonly id: string; readonly title: string; readonly rows: readonly Share[]; readonly name: (group: string) => string }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 760);
  const series = [{ title: 'Expected events', values: rows.map(({ expectedShare }) => expectedShare * 100) }, { title: 'Minutes of visits', values: rows.map(({ minuteShare }) => minuteShare * 100) }];
  return (
    <div ref={box}>
      <h3>{title}</h3>
      <div className="patrol-drawing"><BarsFigure basics={{ id: `patrol-shares-${id}`, title, finding: 'Share of expected events beside share of minutes.', width, caption: null }} drawing={{ kind: 'bars', categories: rows.map(({ group }) => name(group)), series, stacked: false, horizontal: true, unit: '%' }} /></div>
      <DataTable
        caption={`Shares ${title.toLowerCase()}`} head={['Group', 'Hotspots', 'Expected events', 'Share of events', 'Visits', 'Share of visits', 'Hours', 'Share of hours']} numbers={[1, 2, 3, 4, 5, 6, 7]}
        rows={rows.map((row) => ({ key: row.group, cells: [name(row.group), row.hotspots, row.expected.toFixed(1), formatShare(row.expectedShare), row.visits, formatShare(row.visitShare), (row.minutes / 60).toFixed(1), formatShare(row.minuteShare)] }))}
      />
    </div>
  );
}
