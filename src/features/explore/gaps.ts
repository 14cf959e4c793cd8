import { denominatorNote, populationWords } from '../../model/population.ts';
import { parseMonth, monthRange, monthOfYear } from '../../model/months.ts';
import type { Evaluation } from '../../model/results.ts';
import { coveredHours } from '../../selection/coverage.ts';
import { type RateKind, REASON } from '../../model/measures.ts';
import { reasonTitle } from '../../model/reasons.ts';
import { lowerFirst, sentenceCase } from '../../model/text.ts';
import { formatHour, formatShare, isWithheld } from '../../ui/formats.ts';
import type { Scene } from './scene.ts';

/** What a reader must know of the figures on screen before believing them; each null where there is nothing to say. */
type Shown = Pick<Scene, 'pack' | 'entry'> & { readonly evaluation: Evaluation };

/** From this share on, unknown times can make a night-time pattern of their own. */
const NOT_SMALL = 0.05;

/**
 * Share (0-1) of the matching offences that are stored at exactly 00:00, where days or hours are chosen and it is
 * not small. While they are set aside: of those that would match otherwise. Null where it cannot be told.
 */
export function midnightShare({ request, atMidnight, matching }: Evaluation): number | null {
  const { days, hours, midnightAside } = request.selection;
  if ((days === null && hours === null) || isWithheld(atMidnight) || isWithheld(matching)) return null;
  const share = atMidnight / (midnightAside ? matching + atMidnight : matching);
  return share >= NOT_SMALL ? share : null;
}

/** "59% have the time 00:00, often not known", or that they are set aside. */
export function midnightWords(evaluation: Evaluation): string | null {
  const share = midnightShare(evaluation);
  if (share === null) return null;
  return evaluation.request.selection.midnightAside ? `${formatShare(share)} had the time 00:00 and are set aside` : `${formatShare(share)} have the time 00:00, often not known`;
}

/** Why there is nothing to count: none of the chosen hours is covered. Zero would be a claim about hours nobody looked at. */
export function notCoveredWords({ pack, entry, evaluation }: Shown): string | null {
  const covered = coveredHours(entry, pack.places);
  if (covered === null || evaluation.personTime.hoursOfWeek > 0) return null;
  return `This data set covers ${formatHour(covered.from)} to ${formatHour(covered.to)} only`;
}

/** "37 of 60 months held": the others are missing, not zero, and add no person-time. */
export function monthsHeldWords({ entry, evaluation }: Shown): string | null {
  const { period, monthsOfYear } = evaluation.request.selection;
  const first = parseMonth(period?.from ?? entry.months[0] ?? '');
  const last = parseMonth(period?.to ?? entry.months.at(-1) ?? '');
  if (first === null || last === null) return null;
  const asked = monthRange(first, last).filter((month) => monthsOfYear === null || monthsOfYear.includes(monthOfYear(month))).length;
  const held = evaluation.personTime.months;
  return held < asked ? `${held} of ${asked} months held` : null;
}

/** Whose residents the rates are per, where not those of the years shown. */
export function residentsWords({ pack, evaluation }: Shown): string | null {
  return populationWords(pack.manifest.population, evaluation.personTime);
}

/** What the population cannot follow: rates of one sex's victims per all residents are not rates of that sex. */
export function sexesWords({ request, personTime }: Evaluation): string | null {
  return denominatorNote(request.selection, personTime);
}

/**
 * Why no area has a class, where that is the benchmark's doing and not the areas'; null where there is one to compare
 * with. A county with too few events is left to the sentence on the areas, which then have too few as well.
 *
 * @param title the benchmark's name
 */
export function withoutBenchmarkWords({ request, benchmark }: Evaluation, kind: RateKind, title: string): string | null {
  const asked = request.benchmark;
  const own = benchmark[kind];
  if (asked.kind === 'own-borough' || Number.isFinite(own?.value)) return null;
  if (asked.kind === 'county' && (own === null || own.reason === REASON.given || own.reason === REASON.fewerThan10)) return null;
  if (asked.kind === 'value') return `${title} is a ${asked.of === 'dsr' ? 'standardised' : 'crude'} rate, so by the ${kind === 'dsr' ? 'standardised' : 'crude'} rate no area has a class`;
  // The engine gives no rate of a saved selection that cannot be compared (other hours, ages or residents; shared months under a threshold).
  if (asked.kind === 'selection' && own === null) return `${sentenceCase(title)} cannot be compared with this filter, so no area has a class: its rate must be over the same hours, ages and residents, and where small counts are withheld also over other months or other places`;
  const why = own === null || own.reason === REASON.given ? '' : ` (${lowerFirst(reasonTitle(own.reason))})`;
  return `There is no rate of ${title} to compare with${why}, so no area has a class`;
}
