import { memo } from 'react';
import { MonthBars } from '../../../charts/MonthBars.tsx';
import type { MonthBarsProps } from '../../../charts/props.ts';
import { MonthOfYearBars } from '../../../charts/MonthOfYearBars.tsx';
import { describeHoursOfWeek, describePeriod, monthTitle } from '../../../selection/describe.ts';
import { useAtlas } from '../../../store/react.ts';
import { Clause } from '../../../ui/Clause.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { DataSetEntry } from '../../../model/manifest.ts';
import type { Selection } from '../../../model/selection.ts';
import { unitOf } from '../../../model/kinds.ts';
import type { Scene } from '../scene.ts';
import { HoursOfWeek } from './HoursOfWeek.tsx';
import { PresetChips } from './PresetChips.tsx';
import { usePaced } from './usePaced.ts';

/** When it happened: months, months of the year, weekday and hour. */
export function WhenFilters({ scene }: { readonly scene: Scene }) {
  const { entry, evaluation, applied } = scene;
  const setSelection = useAtlas((state) => state.setSelection);
  const unit = unitOf(entry, applied);
  const noCounts = { months: entry.months.map(() => 0), year: Array.from({ length: 12 }, () => 0) };
  return (
    <Clause title="When" level={2} folds="open">
      <PresetChips scene={scene} group="time" label="Ready-made times" />
      <Clause title="Months" chosen={applied.period === null ? null : describePeriod(applied, entry)} onClear={() => setSelection({ period: null })}>
        <PeriodBars months={entry.months} counts={evaluation?.byMonth ?? noCounts.months} period={applied.period} onChange={(period) => setSelection({ period })} unit={unit} />
        <PeriodSelects entry={entry} chosen={applied.period} />
      </Clause>
      <Clause title="Months of the year" chosen={applied.monthsOfYear === null ? null : `${applied.monthsOfYear.length} of 12`} onClear={() => setSelection({ monthsOfYear: null })}>
        <MonthOfYearBars counts={evaluation?.byMonthOfYear ?? noCounts.year} chosen={applied.monthsOfYear} onChange={(monthsOfYear) => setSelection({ monthsOfYear })} unit={unit} />
      </Clause>
      <Clause
        title="Day and hour" disabledReason={scene.lacks.hours ?? null}
        chosen={describeHoursOfWeek(applied)} onClear={() => setSelection({ days: null, hours: null })}
      >
        <HoursOfWeek scene={scene} />
      </Clause>
    </Clause>
  );
}

/** While a handle is dragged the bars follow it, and the figures as fast as they come. */
function PeriodBars({ period, onChange, ...bars }: MonthBarsProps) {
  const [shown, choose] = usePaced(period, onChange);
  return <MonthBars {...bars} period={shown} onChange={choose} />;
}

/** The same range without dragging. */
const PeriodSelects = memo(function PeriodSelects({ entry, chosen }: { readonly entry: DataSetEntry; readonly chosen: Selection['period'] }) {
  const setSelection = useAtlas((state) => state.setSelection);
  const first = entry.months[0] ?? '';
  const last = entry.months.at(-1) ?? '';
  const period = chosen ?? { from: first, to: last };
  const options = entry.months.map((id) => ({ id, title: monthTitle(id) }));
  const change = (from: string, to: string) => setSelection({ period: from === first && to === last ? null : { from, to: to < from ? from : to } });
  return (
    <div className="pair">
      <Select label="From month" options={options} chosen={period.from} onChange={(from) => change(from, period.to)} />
      <span className="muted">to</span>
      <Select label="To month" options={options.filter(({ id }) => id >= period.from)} chosen={period.to} onChange={(to) => change(period.from, to)} />
    </div>
  );
});
