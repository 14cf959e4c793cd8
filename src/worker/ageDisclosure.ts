import { REASON } from '../model/measures.ts';
import { SUPPRESSED, type Evaluation } from '../model/results.ts';
import { AGE_BAND_COUNT } from '../model/vocabulary.ts';
import { AGE_COLUMNS } from '../aggregation/countRows.ts';
import { agesStayOpen } from './ageGuard.ts';
import type { RateInput } from './rates.ts';

/**
 * Hides, in place, further ages of the chosen areas, smallest first, where their standardised rate and its limits would
 * fix a hidden band (worker/ageGuard.ts), and all of them, zeros too, where that does not help. The table of ages by
 * sexes, which would tell them, goes with them. Rates are given to one decimal beside them (worker/shownRates.ts).
 *
 * @param evaluation as it is shown otherwise
 * @param member 1 for the chosen areas that the data set covers
 */
export function hideAgesBesideRate({ byAge, chosen, detail }: Pick<Evaluation, 'byAge' | 'chosen' | 'detail'>, rates: RateInput, member: Uint8Array, threshold: number): void {
  const { victimsByAge, personYears, standard } = rates;
  if (byAge === null || victimsByAge === null || chosen.dsr?.reason !== REASON.given) return;
  const victims = new Float64Array(AGE_BAND_COUNT);
  const years = new Float64Array(AGE_BAND_COUNT);
  member.forEach((one, area) => {
    if (one !== 1) return;
    for (let band = 0; band < AGE_BAND_COUNT; band += 1) {
      victims[band]! += victimsByAge[area * AGE_COLUMNS + band]!;
      years[band]! += personYears.byBand[area * AGE_BAND_COUNT + band]!;
    }
  });
  // Bands that the age clause leaves out have no victims here, and are no part of the rate.
  const hidden = Uint8Array.from(victims, (_, band) => (byAge[band] === SUPPRESSED ? 1 : 0));
  if (agesStayOpen({ victims, hidden, personYears: years, standard }, threshold)) return;
  detail?.byAgeSex?.forEach((count, cell, cells) => {
    if (count > 0) cells[cell] = SUPPRESSED;
  });
  const further = [...victims.keys()].filter((band) => hidden[band] === 0 && victims[band]! > 0).toSorted((a, b) => victims[a]! - victims[b]!);
  for (const band of further) {
    hidden[band] = 1;
    byAge[band] = SUPPRESSED;
    if (agesStayOpen({ victims, hidden, personYears: years, standard }, threshold)) return;
  }
  byAge.fill(SUPPRESSED);
  detail?.byAgeSex?.fill(SUPPRESSED);
}
