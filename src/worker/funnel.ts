import { REASON } from '../model/measures.ts';
import type { AreaColumns, Evaluation, FunnelLimits, RateSummary } from '../model/results.ts';
import { funnelCounts, funnelPersonYears } from '../statistics/funnelLimits.ts';
import { MULTIPLIER } from './rates.ts';

/** Points of the grid for each tenfold of the expected count: enough for smooth curves. */
const PER_DECADE = 20;
/** Expected counts as close to the grid as this are on it. */
const ON_GRID = 1e-9;

const LEVELS = [0.95, 0.998] as const;

/** Limits of the count where so many events are expected, at both levels. */
type CountLimits = readonly { readonly lower: number; readonly upper: number }[];

/** By position on the grid. Exact limits depend on nothing else, and there are some 200 positions from 0.001 events to 10 million. */
const onGrid = new Map<number, CountLimits>();

/**
 * Funnel limits round the one benchmark, from the smallest to the largest area that shows its rate: at those two, and
 * between them at fixed expected counts, so that their exact limits are worked out once, whatever the benchmark. Null
 * where there is no one benchmark, or no area to draw it for.
 */
export function funnels(columns: AreaColumns, { rate, dsr }: Evaluation['benchmark']): Evaluation['funnel'] {
  const { personYears, victims, dsr: value } = columns;
  return {
    rate: limits(rate, columns.rateReason, (area) => personYears[area]!),
    dsr: limits(dsr, columns.dsrReason, (area) => funnelPersonYears(victims[area]!, value[area]!, MULTIPLIER)),
  };
}

function limits(benchmark: RateSummary | null, reason: Uint8Array, sizeOf: (area: number) => number): FunnelLimits | null {
  if (benchmark?.reason !== REASON.given) return null;
  const perYear = benchmark.value / MULTIPLIER;
  let least = Infinity;
  let largest = -Infinity;
  for (let area = 0; area < reason.length; area += 1) {
    if (reason[area] !== REASON.given) continue;
    const size = sizeOf(area);
    least = Math.min(least, size);
    largest = Math.max(largest, size);
  }
  if (least === Infinity) return null;
  const points = [
    { years: least, counts: countLimits(least * perYear) },
    ...gridBetween(least * perYear, largest * perYear).map((position) => ({ years: 10 ** (position / PER_DECADE) / perYear, counts: gridLimits(position) })),
    { years: largest, counts: countLimits(largest * perYear) },
  ];
  const curve = (level: number, side: 'lower' | 'upper'): Float64Array => Float64Array.from(points, ({ years, counts }) => (counts[level]?.[side] ?? Number.NaN) / years * MULTIPLIER);
  return {
    benchmark: benchmark.value, size: Float64Array.from(points, ({ years }) => years),
    lower95: curve(0, 'lower'), upper95: curve(0, 'upper'), lower998: curve(1, 'lower'), upper998: curve(1, 'upper'),
  };
}

/** Positions strictly between two expected counts; none where nothing is expected. */
function gridBetween(least: number, largest: number): number[] {
  if (!(least > 0)) return [];
  const first = Math.floor(PER_DECADE * Math.log10(least) + ON_GRID) + 1;
  const last = Math.ceil(PER_DECADE * Math.log10(largest) - ON_GRID) - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

function gridLimits(position: number): CountLimits {
  const held = onGrid.get(position) ?? countLimits(10 ** (position / PER_DECADE));
  onGrid.set(position, held);
  return held;
}

function countLimits(expected: number): CountLimits {
  return LEVELS.map((confidence) => funnelCounts(expected, confidence));
}
