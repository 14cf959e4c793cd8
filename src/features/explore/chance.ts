import type { Benchmark } from '../../model/benchmark.ts';
import { expectedHigher, FALSE_DISCOVERY_RATE } from '../../model/chance.ts';
import { CLASS, type Confidence, type RateKind, REASON } from '../../model/measures.ts';
import type { Evaluation } from '../../model/results.ts';
import { memoise } from '../../store/memoise.ts';
import { formatNumber } from '../../ui/formats.ts';

/** What is found in a group of areas, and what chance alone would find in it. */
export interface Found {
  /** Areas that the data set covers. */
  readonly areas: number;
  /** Areas with a class: enough events, residents, and a benchmark. */
  readonly classified: number;
  /** Areas whose rate is withheld: they need not be short of events. */
  readonly withheld: number;
  readonly higher: number;
  /** Areas with a significant class, higher or lower. */
  readonly marked: number;
  /** Areas that would read "higher" if none differed from the benchmark; NaN under a false discovery rate. */
  readonly expected: number;
}

/** The chosen places, null where they are the whole county; and the whole county. */
export interface FoundByChance {
  readonly chosen: Found | null;
  readonly county: Found;
  /** True where the data set covers a part of the county only. */
  readonly partCovered: boolean;
  /** Which sentence is true: so many by chance, or so many of those marked wrong. */
  readonly confidence: Confidence;
  /** What they read higher than, in words; null for the county, which goes without saying. */
  readonly than: string | null;
}

/**
 * How many areas read "higher" and how many would by chance: of those with a class, (1 - level) / 2, the upper
 * tail of the limits. 121 classified areas at 95%: 3.
 *
 * @param title the benchmark's name; left out where it need not be said
 */
export function foundByChance(evaluation: Evaluation, kind: RateKind, title: string | null = null): FoundByChance {
  const { chosen, county, partCovered } = counted(evaluation, kind);
  return {
    chosen, county, partCovered,
    confidence: evaluation.request.confidence,
    than: thanWords(evaluation.request.benchmark, title),
  };
}

function thanWords({ kind }: Benchmark, title: string | null): string | null {
  if (kind === 'county' || title === null) return null;
  return kind === 'own-borough' ? 'their own borough' : title;
}

/** Counted once for an answer: several places say it. */
const counted = memoise((evaluation: Evaluation, kind: RateKind): Pick<FoundByChance, 'chosen' | 'county' | 'partCovered'> => {
  const { inPlace, rateReason } = evaluation.areas;
  return {
    chosen: inPlace.includes(0) ? foundAmong(evaluation, kind, true) : null,
    county: { ...foundAmong(evaluation, kind, false), expected: evaluation.expectedHigherByChance[kind] },
    partCovered: rateReason.includes(REASON.notCovered),
  };
});

function foundAmong({ areas: columns, request }: Evaluation, kind: RateKind, inPlaceOnly: boolean): Found {
  const [classes, reasons] = kind === 'dsr' ? [columns.dsrClass, columns.dsrReason] : [columns.rateClass, columns.rateReason];
  const byClass = { [CLASS.lower]: 0, [CLASS.similar]: 0, [CLASS.higher]: 0 };
  let areas = 0;
  let withheld = 0;
  for (let area = 0; area < classes.length; area += 1) {
    if (inPlaceOnly && columns.inPlace[area] !== 1) continue;
    const code = classes[area];
    if (code === CLASS.lower || code === CLASS.similar || code === CLASS.higher) byClass[code] += 1;
    if (columns.rateReason[area] !== REASON.notCovered) areas += 1;
    if (reasons[area] === REASON.belowThreshold) withheld += 1;
  }
  const [lower, similar, higher] = [byClass[CLASS.lower], byClass[CLASS.similar], byClass[CLASS.higher]];
  const classified = lower + similar + higher;
  return { areas, classified, withheld, higher, marked: lower + higher, expected: expectedHigher(classified, request.confidence) };
}

/**
 * "29 of 121 areas in the chosen places read significantly higher; about 3 would by chance. Whole county: 63 of 381; about 9."
 * Under a false discovery rate: "63 of 381 areas read significantly higher with the false discovery rate held to 5%:
 * of all 271 marked, higher or lower, at most about 14 may be wrong." That holds for the county as a whole only, as the
 * procedure runs over all its areas.
 */
export function chanceSentence(all: FoundByChance): string {
  const { chosen, county, partCovered } = all;
  const covered = partCovered ? ' covered' : '';
  if (county.classified === 0) return `No area has ${toCompare(county)}.`;
  if (chosen === null) return `${partOf(county, partCovered)} areas${covered} ${higherWords(county, all)}${surplus(county, all)}.${fewCompared(county)}`;
  const whole = `${partCovered ? 'All areas covered' : 'Whole county'}: ${partOf(county)}; ${all.confidence === 'fdr' ? mayBeWrong(county) : byChance(county)}.`;
  if (chosen.classified === 0) return `No area in the chosen places has ${toCompare(chosen)}. ${whole}`;
  return `${partOf(chosen, partCovered)} areas${covered} in the chosen places ${higherWords(chosen, all)}${all.confidence === 'fdr' ? '' : surplus(chosen, all)}.${fewCompared(chosen)} ${whole}`;
}

/** The same in few words: "Chosen places: 29 of 121 areas higher, about 3 by chance; whole county: 63 of 381, about 9". */
export function chanceShort({ chosen, county, partCovered, confidence }: FoundByChance): string {
  if (county.classified === 0) return `No area has ${toCompare(county)}`;
  const covered = partCovered ? ' covered' : '';
  const wrong = confidence === 'fdr' ? mayBeWrongShort(county) : null;
  if (chosen === null) return `${partOf(county)} areas${covered} higher, ${wrong ?? `${byChance(county)} by chance`}`;
  const here = chosen.classified === 0 ? `none with ${toCompare(chosen)}` : `${partOf(chosen)} areas${covered} higher${wrong === null ? `, ${byChance(chosen)} by chance` : ''}`;
  return `Chosen places: ${here}; ${partCovered ? 'all areas covered' : 'whole county'}: ${partOf(county)}, ${wrong ?? byChance(county)}`;
}

/** Where most areas have too few events, the number found must not read as if all had been compared. */
function fewCompared(found: Found): string {
  const { classified, areas } = found;
  return classified * 2 < areas ? ` Only ${formatNumber(classified)} ${classified === 1 ? 'has' : 'have'} ${toCompare(found)}.` : '';
}

/** What an area without a class lacks. A withheld one may have events enough. */
function toCompare({ withheld }: Found): string {
  return withheld === 0 ? 'enough events to compare' : 'a rate to compare, as counts are withheld';
}

function higherWords({ higher }: Found, { confidence, than }: FoundByChance): string {
  const held = confidence === 'fdr' ? ' with the false discovery rate held to 5%' : '';
  return `${higher === 1 ? 'reads' : 'read'} significantly higher${than === null ? '' : ` than ${than}`}${held}`;
}

/** What of it chance alone may have made. */
function surplus(found: Found, { confidence, than }: FoundByChance): string {
  if (confidence !== 'fdr') return `; ${byChance(found)} would by chance${than === null ? '' : ' if none differed'}`;
  return found.marked === 0 ? '' : `: ${mayBeWrong(found)}`;
}

function partOf({ higher, areas }: Found, definite = false): string {
  return `${formatNumber(higher)} of ${definite ? 'the ' : ''}${formatNumber(areas)}`;
}

function byChance({ expected }: Found): string {
  return about(expected);
}

/** The procedure holds the share of wrong ones among all marked, higher and lower together, to 5% at most on average. */
function mayBeWrong({ marked }: Found): string {
  return marked === 0 ? 'none marked' : `of all ${formatNumber(marked)} marked, higher or lower, at most ${about(marked * FALSE_DISCOVERY_RATE)} may be wrong`;
}

function mayBeWrongShort({ marked }: Found): string {
  return marked === 0 ? 'none marked' : `at most ${about(marked * FALSE_DISCOVERY_RATE)} of ${formatNumber(marked)} marked may be wrong`;
}

function about(expected: number): string {
  return expected >= 0.95 ? `about ${formatNumber(expected)}` : 'fewer than one';
}
