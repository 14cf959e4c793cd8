import { REASON } from '../model/measures.ts';
import type { AreaColumns, Evaluation, FunnelLimits, RateSummary } from '../model/results.ts';
import { funnelPersonYears, rateFunnelLimits } from '../statistics/funnelLimits.ts';
import { MULTIPLIER } from './rates.ts';

/** Points along the axis: enough for smooth curves. */
const POINTS = 60;

/**
 * Funnel limits round the one benchmark, from the smallest to the largest area that shows its rate, evenly spaced on
 * a logarithmic axis. Null where there is no one benchmark, or no area to draw it for.
 */
export function funnels(columns: AreaColumns, { rate, dsr }: Evaluation['benchmark']): Evaluation['funnel'] {
  return {
    rate: limits(rate, columns.personYears.filter((_, area) => columns.rateReason[area] === REASON.given)),
    dsr: limits(dsr, columns.dsr.map((value, area) => funnelPersonYears(columns.victims[area]!, value, MULTIPLIER)).filter((_, area) => columns.dsrReason[area] === REASON.given)),
  };
}

function limits(benchmark: RateSummary | null, sizes: Float64Array): FunnelLimits | null {
  if (benchmark?.reason !== REASON.given || sizes.length === 0) return null;
  const least = sizes.reduce((a, b) => Math.min(a, b));
  const largest = sizes.reduce((a, b) => Math.max(a, b));
  const size = Float64Array.from({ length: POINTS }, (_, i) => least * (largest / least) ** (i / (POINTS - 1)));
  const [usual, strict] = [0.95, 0.998].map((confidence) => rateFunnelLimits(benchmark.value, size, { confidence, multiplier: MULTIPLIER }));
  if (!usual || !strict) return null;
  return { benchmark: benchmark.value, size, lower95: usual.lower, upper95: usual.upper, lower998: strict.lower, upper998: strict.upper };
}
