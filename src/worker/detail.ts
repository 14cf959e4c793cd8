import type { AreaTable } from '../model/areas.ts';
import { REASON, type Confidence } from '../model/measures.ts';
import { SUPPRESSED, type Concentration, type Evaluation, type EvaluationDetail, type GroupSummary, type Inequality, type RateSummary } from '../model/results.ts';
import { gini } from '../statistics/gini.ts';
import { slopeIndexOfInequality } from '../statistics/slopeIndexOfInequality.ts';
import { groupRates, type RateInput } from './rates.ts';

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

/**
 * Inequality and concentration from the decile rates and counts as they are shown: from none of them where one that
 * enters is withheld, because it would follow from the others.
 */
export function withIndices(detail: EvaluationDetail, { areas }: Pick<Evaluation, 'areas'>): EvaluationDetail {
  const { byDecile, concentration } = detail;
  const hidden = areas.count.some((count, area) => count === SUPPRESSED && areas.inPlace[area] === 1);
  return {
    ...detail,
    inequality: { rate: inequality(byDecile.map(({ rate }) => rate)), dsr: inequality(byDecile.map(({ dsr }) => dsr)) },
    concentration: hidden ? { gini: Number.NaN } : concentration,
  };
}

/**
 * Deciles where nobody lives are left out, as they have no share of the population. Null where a decile with people
 * has no rate, or fewer than 5 have people.
 */
function inequality(deciles: readonly (RateSummary | null)[]): Inequality | null {
  const peopled = deciles.flatMap((rate, i) => (rate === null || rate.personYears > 0 || rate.events > 0 ? [{ decile: i + 1, rate }] : []));
  const given = peopled.flatMap(({ decile, rate }) => (rate?.reason === REASON.given ? [{ decile, rate }] : []));
  if (given.length < peopled.length) return null;
  // Turned round, so that more among the most deprived is a positive slope and a ratio above 1.
  const { slope, relative, reason } = slopeIndexOfInequality(
    { quantiles: given.map(({ decile }) => decile), populations: given.map(({ rate }) => rate.personYears), values: given.map(({ rate }) => rate.value) },
    { multiplier: -1 },
  );
  return reason === null ? { slope, relative: relative !== null && relative > 0 ? relative : Number.NaN } : null;
}

/** How far events concentrate in few of the areas. Not a number without events. */
export function concentrationOf(counts: ArrayLike<number>): Concentration {
  return { gini: gini(counts) ?? Number.NaN };
}
