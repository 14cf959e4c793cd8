import { HOUR_SLOTS, MIDNIGHT_SLOT, WEEKDAYS } from '../model/vocabulary.ts';
import { DAYS, gridScale, HOURS, isChosen, outlineOf } from './hourGrid.ts';
import type { WeekdayHourGridProps } from './props.ts';
import { countOf, shownCount } from './words.ts';

const ROW = 14;
const AXIS = 16;
const HOUR_LABELS = [0, 6, 12, 18, 24] as const;
const NO_COUNTS = new Uint32Array(DAYS * HOUR_SLOTS);
const MIDNIGHT_MARK = 3;

interface Props extends Pick<WeekdayHourGridProps, 'counts' | 'days' | 'hours'> {
  readonly midnightAside: boolean;
  readonly width: number;
  readonly labelWidth: number;
  readonly unit: string;
}

/** The cells alone, in whole pixels; the table beside them carries the figures for assistive technology. */
export function WeekdayHourCells({ counts, days, hours, midnightAside, width, labelWidth, unit }: Props) {
  const height = DAYS * ROW + AXIS;
  const values = counts ?? NO_COUNTS;
  const { stepOf } = gridScale(values);
  const x = (hour: number) => labelWidth + Math.round((hour * (width - labelWidth - 1)) / HOURS);
  const y = (day: number) => day * ROW;
  const filtered = counts !== null && (days !== null || hours !== null);
  const chosen = (cell: { readonly day: number; readonly hour: number }) => isChosen(cell, days, hours);
  return (
    <svg className="chart" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {WEEKDAYS.map(({ id, title }, day) => <text key={id} className="chart-label" x={0} y={y(day) + ROW - 3}>{title.slice(0, 3)}</text>)}
      <rect data-plot="" className="chart-hit" x={x(0)} y={0} width={x(HOURS) - x(0)} height={DAYS * ROW} />
      {WEEKDAYS.flatMap(({ id, title }, day) => Array.from({ length: HOURS }, (_, hour) => {
        const count = values[day * HOUR_SLOTS + hour] ?? 0;
        return (
          <rect
            key={`${id}-${hour}`} className={`grid-cell grid-step-${stepOf(count)}${filtered && !chosen({ day, hour }) ? ' grid-cell-out' : ''}`}
            x={x(hour)} y={y(day)} width={x(hour + 1) - x(hour) - 1} height={ROW - 1}
          >
            {counts !== null && <title>{`${title} ${clock(hour)} to ${clock(hour + 1)}: ${countOf(count, unit)}`}</title>}
          </rect>
        );
      }))}
      {counts !== null && WEEKDAYS.map(({ id, title }, day) => {
        const count = values[day * HOUR_SLOTS + MIDNIGHT_SLOT] ?? 0;
        return shownCount(count) > 0 && (
          <circle key={id} className={midnightAside ? 'grid-midnight grid-midnight-aside' : 'grid-midnight'} cx={(x(0) + x(1) - 1) / 2} cy={y(day) + (ROW - 1) / 2} r={MIDNIGHT_MARK}>
            <title>{`${title} at exactly 00:00: ${countOf(count, unit)}${midnightAside ? ', set aside' : ''}`}</title>
          </circle>
        );
      })}
      {filtered && <path className="grid-outline" d={outlineOf(chosen, (hour) => x(hour) - 0.5, (day) => y(day) - 0.5)} />}
      {HOUR_LABELS.map((hour) => (
        <text key={hour} className="chart-label" x={x(hour)} y={height - 3} textAnchor={hour === 0 ? 'start' : hour === HOURS ? 'end' : 'middle'}>{clock(hour)}</text>
      ))}
    </svg>
  );
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
