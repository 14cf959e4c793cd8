/** What a legend says of a rate and of what it is compared with. */
import type { Confidence, MeasureId, RateKind } from '../../model/measures.ts';
import { RATE_TITLES, REASON } from '../../model/measures.ts';
import type { Evaluation, RateSummary } from '../../model/results.ts';
import { reasonTitle } from '../../model/reasons.ts';
import { lowerFirst } from '../../model/text.ts';
import type { LegendWords } from './legend.ts';
import { formatBenchmark } from './ranges.ts';

export const LEVELS: Readonly<Record<Confidence, string>> = { 95: '95% limits', 99.8: '99.8% limits', fdr: '95% limits, false discovery rate held to 5%' };

/** "Crude rate per 100,000 residents a year against Bedfordshire, 2,702; 95% limits", for classes and for values. */
export function rateText(evaluation: Evaluation | null, measure: MeasureId, kind: RateKind, words: LegendWords): string {
  const rate = `${RATE_TITLES[kind].full} ${words.per}`;
  if (measure === 'rate' || measure === 'dsr') {
    const beside = benchmarkBeside(evaluation, kind, words);
    return beside === null ? rate : `${rate}; ${beside}`;
  }
  return `${rate} against ${benchmarkText(evaluation, kind, words)}; ${LEVELS[evaluation?.request.confidence ?? 95]}`;
}

/** The benchmark with its value, or why it has none. */
function benchmarkText(evaluation: Evaluation | null, kind: RateKind, { benchmark }: LegendWords): string {
  if (evaluation === null) return benchmark;
  const asked = evaluation.request.benchmark;
  if (asked.kind === 'own-borough') return benchmark;
  if (asked.kind === 'value' && asked.of !== kind) return `${benchmark}: nothing to compare with, as that is a ${lowerFirst(RATE_TITLES[asked.of].full)}`;
  return `${benchmark}, ${given(evaluation.benchmark[kind])}`;
}

/** For maps of values: the one value to hold them against; null where there is none or one for each borough. */
function benchmarkBeside(evaluation: Evaluation | null, kind: RateKind, words: LegendWords): string | null {
  const asked = evaluation?.request.benchmark;
  if (asked?.kind === 'own-borough' || (asked?.kind === 'value' && asked.of !== kind)) return null;
  return benchmarkText(evaluation, kind, words);
}

function given(summary: RateSummary | null): string {
  if (!summary) return 'not given';
  if (Number.isFinite(summary.value)) return formatBenchmark(summary.value);
  return summary.reason === REASON.given ? 'not given' : `not given (${lowerFirst(reasonTitle(summary.reason))})`;
}
