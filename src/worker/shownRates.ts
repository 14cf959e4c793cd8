import { REASON } from '../model/measures.ts';
import type { AreaColumns, Evaluation, GroupSummary, RateSummary } from '../model/results.ts';
import { byarLimits } from '../statistics/countLimits.ts';

/** Rates and limits of data sets with a disclosure threshold are given per 100,000 to one decimal: more would tell the ages behind them. */
const TENTHS = 10;

/** To one decimal; NaN stays. */
export function toOneDecimal(value: number): number {
  // Adding 0 makes 0 of -0.
  return Math.round(value * TENTHS) / TENTHS + 0;
}

/** Rates and limits of all groups of an answer to one decimal; what is withheld stays so. */
export function roundGroups(evaluation: Evaluation): Evaluation {
  const { county, chosen, boroughs, detail } = evaluation;
  return {
    ...evaluation,
    county: roundGroup(county), chosen: roundGroup(chosen),
    boroughs: Object.fromEntries(Object.entries(boroughs).map(([id, group]) => [id, roundGroup(group)])),
    detail: detail && { ...detail, byDecile: detail.byDecile.map(roundGroup) },
  };
}

function roundGroup(group: GroupSummary): GroupSummary {
  return { ...group, rate: roundRate(group.rate), dsr: group.dsr && roundRate(group.dsr) };
}

function roundRate(rate: RateSummary): RateSummary {
  return { ...rate, value: toOneDecimal(rate.value), lower: toOneDecimal(rate.lower), upper: toOneDecimal(rate.upper) };
}

/**
 * Rounds the areas' rates and limits in place, to one decimal, and puts in `dsrErrors` the standard errors that follow
 * from what is left: p-values made from these tell nothing more than the limits do.
 *
 * @param confidence of the limits, as a proportion
 */
export function roundAreas(areas: AreaColumns, dsrErrors: Float64Array, confidence: number): void {
  for (const column of [areas.rate, areas.rateLower, areas.rateUpper, areas.dsr, areas.dsrLower, areas.dsrUpper]) {
    column.forEach((value, area) => {
      column[area] = toOneDecimal(value);
    });
  }
  areas.dsrReason.forEach((reason, area) => {
    dsrErrors[area] = reason === REASON.given ? errorFromLimits(areas.dsrLower[area]!, areas.dsrUpper[area]!, areas.victims[area]!, confidence) : Number.NaN;
  });
}

/** Dobson's limits lie sqrt(Var / O) times Byar's limits of O apart. */
function errorFromLimits(lower: number, upper: number, events: number, confidence: number): number {
  const count = byarLimits(events, confidence);
  return (upper - lower) / (count.upper - count.lower) * Math.sqrt(events);
}
