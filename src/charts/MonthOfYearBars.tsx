import { MONTH_TITLES } from '../model/months.ts';
import type { MonthOfYearBarsProps } from './props.ts';
import { countOf, shownCount } from './words.ts';

const ALL = MONTH_TITLES.length;
const PLOT_HEIGHT = 36;

/** Twelve bars, January first; each is a toggle. With none or all of them chosen the clause is "all". */
export function MonthOfYearBars({ counts, chosen, onChange, unit = 'offences' }: MonthOfYearBarsProps) {
  const highest = Math.max(1, ...MONTH_TITLES.map((_, index) => shownCount(counts[index])));
  return (
    <fieldset className="year-bars" aria-label="Months of the year">
      {MONTH_TITLES.map((title, index) => {
        const count = counts[index] ?? 0;
        const height = barHeight(count, highest);
        const on = chosen?.includes(index + 1) ?? false;
        return (
          <button
            key={title} type="button" className="year-bar" aria-pressed={on} aria-label={`${title}: ${countOf(count, unit)}`} title={`${title}: ${countOf(count, unit)}`}
            onClick={() => onChange(toggledMonth(chosen, index + 1))}
          >
            <svg className="chart" width="100%" height={PLOT_HEIGHT} aria-hidden="true">
              <rect className={chosen === null || on ? 'chart-bar' : 'chart-bar chart-bar-out'} x="15%" width="70%" y={PLOT_HEIGHT - height} height={height} />
            </svg>
            <span aria-hidden="true">{title.slice(0, 1)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

/** Adds a month or takes it away; null when none or all would be chosen. */
export function toggledMonth(chosen: readonly number[] | null, month: number): readonly number[] | null {
  const next = chosen?.includes(month) ? chosen.filter((other) => other !== month) : [...(chosen ?? []), month].toSorted((a, b) => a - b);
  return next.length === 0 || next.length === ALL ? null : next;
}

function barHeight(count: number, highest: number): number {
  const shown = shownCount(count);
  return shown === 0 ? 0 : Math.max(1, Math.round((shown / highest) * PLOT_HEIGHT));
}
