import { type HotspotAnswer, STEP_STATE } from '../../model/hotspots.ts';
import { isWithheld } from '../../ui/formats.ts';
import { monthOfYear, parseMonth, yearOf } from '../../model/months.ts';

/** An area's counts by step; NaN where withheld. */
export function seriesOf({ series, steps }: HotspotAnswer, area: number): number[] {
  return steps.map((_, step) => {
    const count = series[area * steps.length + step] ?? Number.NaN;
    return isWithheld(count) ? Number.NaN : count;
  });
}

export type StepState = keyof typeof STEP_STATE;
const STATES = Object.keys(STEP_STATE).filter((name): name is StepState => name in STEP_STATE);

/** Whether an area was hot or cold in each step; all not tested where the steps are too few. */
export function statesOf({ stepStates, steps }: HotspotAnswer, area: number): StepState[] {
  return steps.map((_, step) => STATES.find((name) => STEP_STATE[name] === stepStates[area * steps.length + step]) ?? 'notTested');
}

/** The middle of the values that are given; NaN where none is. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.filter((value) => Number.isFinite(value)).toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2 : (sorted[Math.floor(middle)] ?? Number.NaN);
}

/** Short names of the steps: "2019 Q1", "Jan 19". */
export function stepNames({ steps, request }: HotspotAnswer): string[] {
  return steps.map(({ from }) => {
    const month = parseMonth(from);
    if (month === null) return from;
    return request.settings.stepMonths === 3 ? `${yearOf(month)} Q${Math.ceil(monthOfYear(month) / 3)}` : `${MONTHS[monthOfYear(month) - 1] ?? ''} ${String(yearOf(month)).slice(2)}`;
  });
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
