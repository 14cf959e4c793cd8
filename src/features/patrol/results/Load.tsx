import { useRef } from 'react';
import { BarsFigure } from '../../../charts/figures/BarsFigure.tsx';
import { pairLoads } from '../../../patrol/results/rows.ts';
import { DataTable } from '../DataTable.tsx';
import { useWidth } from '../useWidth.ts';
import type { ResultProps } from './Results.tsx';

const hours = (minutes: number): string => (minutes / 60).toFixed(1);

/** What each pair's time goes to. */
export function Load({ plan }: ResultProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 760);
  const loads = pairLoads(plan);
  const titles = new Map(plan.request.shifts.map(({ id, title }) => [id, title]));
  const names = loads.map(({ shift, pair }) => `${titles.get(shift) ?? shift} ${pair}`);
  const series = ([['Visits', 'visitMinutes'], ['Travel', 'travelMinutes'], ['Breaks', 'breakMinutes'], ['Left for other work', 'idleMinutes']] as const)
    .map(([title, key]) => ({ title, values: loads.map((load) => load[key] / load.shifts / 60) }));
  if (loads.length === 0) return <p>No pair is on duty.</p>;
  return (
    <div ref={box}>
      <div className="patrol-drawing"><BarsFigure basics={{ id: 'patrol-load', title: 'Hours of a shift per pair', finding: 'Average hours of a shift that each pair spends on visits, travel, breaks and what is left.', width, caption: null }} drawing={{ kind: 'bars', categories: names, series, stacked: true, horizontal: true, unit: 'hours a shift' }} /></div>
      <DataTable
        caption="Hours per pair over the plan" head={['Pair', 'Shifts', 'Visits', 'Hours of visits', 'Hours of travel', 'Hours of breaks', 'Hours left', 'Hours in all']} numbers={[1, 2, 3, 4, 5, 6, 7]}
        rows={loads.map((load, index) => ({ key: names[index] ?? '', cells: [names[index], load.shifts, load.visits, hours(load.visitMinutes), hours(load.travelMinutes), hours(load.breakMinutes), hours(load.idleMinutes), hours(load.total)] }))}
      />
    </div>
  );
}
