import { CLASS, REASON } from '../../model/measures.ts';
import type { Evaluation } from '../../model/results.ts';
import { formatNumber } from '../../ui/formats.ts';
import type { RateKind } from './scene.ts';

/** What is found in a group of areas, and what chance alone would find in it. */
export interface Found {
  /** Areas that the data set covers. */
  readonly areas: number;
  /** Areas with a class: enough events, residents, and a benchmark. */
  readonly classified: number;
  readonly higher: number;
  /** Areas that would read "higher" if none differed from the benchmark. */
  readonly expected: number;
}

/** The chosen places, null where they are the whole county; and the whole county. */
export interface FoundByChance {
  readonly chosen: Found | null;
  readonly county: Found;
  /** True where the data set covers a part of the county only. */
  readonly partCovered: boolean;
}

/**
 * How many areas read "higher" and how many would by chance: of those with a class, (1 - level) / 2, the upper
 * tail of the limits. 121 classified areas at 95%: 3.
 */
export function foundByChance(evaluation: Evaluation, kind: RateKind): FoundByChance {
  const { inPlace, rateReason } = evaluation.areas;
  const all = [...inPlace.keys()];
  const chosen = all.filter((area) => inPlace[area] === 1);
  return {
    chosen: chosen.length === all.length ? null : foundAmong(chosen, evaluation, kind),
    county: foundAmong(all, evaluation, kind),
    partCovered: rateReason.includes(REASON.notCovered),
  };
}

const CLASSIFIED: ReadonlySet<number> = new Set([CLASS.lower, CLASS.similar, CLASS.higher]);

function foundAmong(areas: readonly number[], { areas: columns, request }: Evaluation, kind: RateKind): Found {
  const classes = kind === 'dsr' ? columns.dsrClass : columns.rateClass;
  const codes = areas.map((area) => classes[area] ?? CLASS.noData);
  const classified = codes.filter((code) => CLASSIFIED.has(code)).length;
  return {
    areas: areas.filter((area) => columns.rateReason[area] !== REASON.notCovered).length,
    classified,
    higher: codes.filter((code) => code === CLASS.higher).length,
    expected: request.confidence === 'fdr' ? Number.NaN : classified * (1 - request.confidence / 100) / 2,
  };
}

/** "29 of 121 areas in the chosen places read significantly higher; about 3 would by chance. Whole county: 63 of 381; about 9." */
export function chanceSentence({ chosen, county, partCovered }: FoundByChance): string {
  const covered = partCovered ? ' covered' : '';
  if (county.classified === 0) return 'No area has enough events to compare.';
  if (chosen === null) return `${partOf(county, partCovered)} areas${covered} ${higherWords(county)}.${fewCompared(county)}`;
  const whole = `${partCovered ? 'All areas covered' : 'Whole county'}: ${partOf(county)}; ${byChance(county)}.`;
  if (chosen.classified === 0) return `No area in the chosen places has enough events to compare. ${whole}`;
  return `${partOf(chosen, partCovered)} areas${covered} in the chosen places ${higherWords(chosen)}.${fewCompared(chosen)} ${whole}`;
}

/** The same in few words: "Chosen places: 29 of 121 areas higher, about 3 by chance; whole county: 63 of 381, about 9". */
export function chanceShort({ chosen, county, partCovered }: FoundByChance): string {
  if (county.classified === 0) return 'No area has enough events to compare';
  const covered = partCovered ? ' covered' : '';
  if (chosen === null) return `${partOf(county)} areas${covered} higher, ${byChance(county)} by chance`;
  const here = chosen.classified === 0 ? 'none with enough events to compare' : `${partOf(chosen)} areas${covered} higher, ${byChance(chosen)} by chance`;
  return `Chosen places: ${here}; ${partCovered ? 'all areas covered' : 'whole county'}: ${partOf(county)}, ${byChance(county)}`;
}

/** Where most areas have too few events, the number found must not read as if all had been compared. */
function fewCompared({ classified, areas }: Found): string {
  return classified * 2 < areas ? ` Only ${formatNumber(classified)} ${classified === 1 ? 'has' : 'have'} enough events to compare.` : '';
}

function higherWords(found: Found): string {
  return `${found.higher === 1 ? 'reads' : 'read'} significantly higher; ${byChance(found)} would by chance`;
}

function partOf({ higher, areas }: Found, definite = false): string {
  return `${formatNumber(higher)} of ${definite ? 'the ' : ''}${formatNumber(areas)}`;
}

function byChance({ expected }: Found): string {
  return expected >= 0.95 ? `about ${formatNumber(expected)}` : 'fewer than one';
}
