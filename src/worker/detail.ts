import type { AreaTable } from '../model/areas.ts';
import type { Confidence } from '../model/measures.ts';
import type { Evaluation, EvaluationDetail, GroupSummary } from '../model/results.ts';
import { groupRates, type RateInput } from './rates.ts';
import type { SumGuard } from './sumGuard.ts';

const DECILES = 10;

/** The areas (1 in `member`) of each IMD decile, 1 first; an area without a decile is in none. */
export function areasByDecile({ imdDecile }: Pick<AreaTable, 'imdDecile'>, member: Uint8Array): readonly (readonly number[])[] {
  const deciles: number[][] = Array.from({ length: DECILES }, () => []);
  member.forEach((one, area) => {
    if (one === 1) deciles[imdDecile[area]! - 1]?.push(area);
  });
  return deciles;
}

export function decileRates(deciles: readonly (readonly number[])[], input: RateInput, areas: number, confidence: Confidence): GroupSummary[] {
  return deciles.map((members) => {
    const member = new Uint8Array(areas);
    for (const area of members) member[area] = 1;
    return groupRates(input, member, confidence);
  });
}

/** Stands in a detail until its counts are known to be shown. */
export const NO_INDICES: Pick<EvaluationDetail, 'inequality' | 'concentration'> = {
  inequality: { rate: null, dsr: null },
  concentration: { gini: Number.NaN, topFifthAreas: 0, topFifthShare: Number.NaN, lorenz: new Float64Array(0) },
};

export function withIndices(detail: EvaluationDetail, _evaluation: Evaluation, _mayShow: SumGuard): EvaluationDetail {
  return detail;
}
