import { formatMonth, monthRange } from '../../src/model/months.ts';
import { shareOut } from './controlledRounding.ts';
import type { County } from './county.ts';
import { deal, repeatEach } from './dealing.ts';
import type { PublishedFigures } from './publishedFigures.ts';
import type { Random } from './random.ts';
import { codesOf, NOTHING_ELSE } from './records.ts';
import type { Generated } from './records.ts';
import { sum } from './table.ts';

/**
 * Callouts of 2023 in the nine areas above the tie. Published: the top ten places hold 453, and eight areas share
 * the tenth with 8 each; so the nine hold 389. How they share them is ours.
 */
const FIRST_NINE = [96, 71, 55, 44, 36, 29, 24, 19, 15];
const TENTH = { areas: 8, callouts: 8 };
/** The top areas were "mostly" in Luton and Bedford. */
const CENTRAL_FACTOR = 0.35;
const CENTRAL = 1;

/** Share of callouts by ten years of age from 0-9; the published order 30s, 40s, 20s, together 58%. The rest is ours. */
const BY_DECADE = [0.01, 0.13, 0.17, 0.22, 0.19, 0.14, 0.07, 0.04, 0.02];
const OLDEST = 0.01;
/** January first. 2022: most in May, July, August. 2023: April, July, September. */
const MONTHS_2022 = [7, 7, 8, 8, 11, 9, 11, 10.5, 8, 8, 7, 7];
const MONTHS_2023 = [7, 7, 8, 11, 8, 8.5, 11, 9, 10.5, 8, 7, 7];

/** Callouts to assaults, 2022 and 2023, one record each. */
export function ambulanceRecords(county: County, figures: PublishedFigures, levels: ArrayLike<number>, random: Random): Generated {
  const published = figures.ambulance_callouts_for_assault;
  const second = callouts2023(county, published[2023], levels);
  const first = shareOut(published[2022], second.map((count, area) => count + (levels[area] ?? 0) / 400 + 0.3 * random.next()));
  const area = Int32Array.from([...repeatEach(first), ...repeatEach(second)]);
  const month = Uint16Array.from([...deal(shareOut(published[2022], MONTHS_2022), random), ...deal(shareOut(published[2023], MONTHS_2023), random).map((each) => each + 12)]);
  return {
    months: monthRange(2022 * 12, 2024 * 12 - 1).map(formatMonth),
    records: {
      ...NOTHING_ELSE, area, month, kind: new Uint8Array(area.length), sourceCode: codesOf(area, county.areas.map(({ code }) => code)),
      age: Uint8Array.from([...dealAges(published[2022], random), ...dealAges(published[2023], random)]),
    },
  };
}

function callouts2023(county: County, total: number, levels: ArrayLike<number>): number[] {
  const score = county.areas.map((_, area) => (levels[area] ?? 0) * (county.boroughOf[area] === CENTRAL ? CENTRAL_FACTOR : 1));
  const ranked = score.map((_, area) => area).toSorted((a, b) => (score[b] ?? 0) - (score[a] ?? 0));
  const counts = county.areas.map(() => 0);
  ranked.slice(0, FIRST_NINE.length).forEach((area, rank) => { counts[area] = FIRST_NINE[rank] ?? 0; });
  const rest = ranked.slice(FIRST_NINE.length + TENTH.areas);
  for (const area of ranked.slice(FIRST_NINE.length, FIRST_NINE.length + TENTH.areas)) counts[area] = TENTH.callouts;
  // Everyone else stays below the tenth place.
  const left = total - sum(FIRST_NINE) - TENTH.areas * TENTH.callouts;
  const shared = shareOut(left, rest.map((area) => Math.min(score[area] ?? 0, 500)));
  if (Math.max(...shared) >= TENTH.callouts) throw new Error('Ambulance callouts: an area below the tenth place reaches it.');
  rest.forEach((area, i) => { counts[area] = shared[i] ?? 0; });
  return counts;
}

function dealAges(total: number, random: Random): Uint16Array {
  const bands = [...BY_DECADE.flatMap((share) => [share / 2, share / 2]), OLDEST];
  return deal(shareOut(total, bands), random);
}
