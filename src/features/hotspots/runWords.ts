import type { RunFinding, StepStretch } from '../../model/hotspots.ts';
import { formatNumber } from '../../ui/formats.ts';
import type { StepState } from './series.ts';

export const STATE_WORDS: Readonly<Record<StepState, string>> = { hot: '▲ hot', cold: '▼ cold', neither: 'not significant', notTested: 'not tested' };

/** What the triangles of the chart mean; null where it has none. */
export function marksKey(states: readonly StepState[]): string | null {
  const parts = [...(states.includes('hot') ? ['▲ hot spot in that step (Gi*)'] : []), ...(states.includes('cold') ? ['▼ cold spot'] : [])];
  return parts.length === 0 ? null : `${parts.join('; ')}.`;
}

/** The verdict of a run chart, then what a reader who follows this one area may look at. */
export function runWords(run: RunFinding | null, names: readonly string[], step: string): string {
  if (run === null) return `No run chart: it needs at least 10 ${step}s with a count.`;
  const { median, unusual, longestRun, longestUsual, shifts, trends } = run;
  const long = longestRun > longestUsual;
  const verdict = unusual
    ? `unusual, by Anhøj’s rule: ${long ? `${formatNumber(longestRun)} ${step}s in a row on one side of the median, where ${formatNumber(longestUsual)} are usual at most` : 'it crosses the median less often than 95% of charts without a pattern do'}`
    : 'nothing unusual by Anhøj’s rule';
  const found = [...shifts.map((one) => shiftWords(one, names)), ...trends.map((one) => trendWords(one, names))];
  return `Run chart: median ${formatNumber(median)}; ${verdict} (about 1 chart in 20 is by chance).${found.length === 0 ? ' No shift or trend.' : ` ${found.join('; ')}. Shifts and trends are for one chart that someone follows: of charts without any pattern about 1 in 6 shows a shift, 1 in 4 a trend.`}`;
}

const spanWords = ({ first, last }: StepStretch, names: readonly string[]): string => `${names[first] ?? ''} to ${names[last] ?? ''}`;
const shiftWords = (one: StepStretch, names: readonly string[]): string => `Shift ${one.direction === 'up' ? 'above' : 'below'} the median, ${spanWords(one, names)}`;
const trendWords = (one: StepStretch, names: readonly string[]): string => `Trend ${one.direction}, ${spanWords(one, names)}`;

/** Most bars under a chart: more are in words and in the table. */
const MOST_BARS = 4;

export function stretchesOf(run: RunFinding | null): { readonly first: number; readonly last: number; readonly title: string }[] {
  if (run === null) return [];
  return [
    ...run.shifts.map(({ first, last, direction }) => ({ first, last, title: direction === 'up' ? 'shift above median' : 'shift below median' })),
    ...run.trends.map(({ first, last, direction }) => ({ first, last, title: `trend ${direction}` })),
  ].slice(0, MOST_BARS);
}

/** What the run chart says of one step, for the table. */
export function runAt(run: RunFinding | null, at: number): string {
  if (run === null) return '–';
  const within = ({ first, last }: StepStretch): boolean => first <= at && at <= last;
  return [
    ...run.shifts.filter(within).map(({ direction }) => `shift ${direction === 'up' ? 'above' : 'below'}`),
    ...run.trends.filter(within).map(({ direction }) => `trend ${direction}`),
  ].join(', ') || '–';
}
