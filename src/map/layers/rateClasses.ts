/** Classes of the areas against the benchmark, alone and together with deprivation. */
import type { DataSetEntry } from '../../model/manifest.ts';
import type { RateKind } from '../../model/measures.ts';
import { CLASS, REASON } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';
import type { AreaColumns, Evaluation } from '../../model/results.ts';
import { SUPPRESSED } from '../../model/results.ts';
import { CLASS_SHADES } from '../scale/colours.ts';
import type { Candidate } from './candidates.ts';
import { NO_DATA, TOO_FEW, WITHHELD, assign, plainClass } from './candidates.ts';
import type { Classified } from './legend.ts';

/** Why an area has no rate: 'no-data', 'withheld', 'too-few', or null where a rate is given. */
export function withoutRate(columns: AreaColumns, kind: RateKind, area: number): 'no-data' | 'withheld' | 'too-few' | null {
  const reason = (kind === 'dsr' ? columns.dsrReason : columns.rateReason)[area];
  if (reason === REASON.noPopulation || reason === REASON.eventsWithoutPopulation || reason === REASON.notCovered) return 'no-data';
  if (reason === REASON.belowThreshold || columns.count[area] === SUPPRESSED) return 'withheld';
  if (reason === REASON.fewerThan10) return 'too-few';
  return null;
}

const NAMES: Readonly<Record<number, 'higher' | 'similar' | 'lower' | 'too-few'>> = {
  [CLASS.higher]: 'higher', [CLASS.similar]: 'similar', [CLASS.lower]: 'lower', [CLASS.tooFew]: 'too-few',
};

/** With no events there is nothing to compare: such areas are "too few to say", as any with fewer than 10. */
function classIdOf(columns: AreaColumns, kind: RateKind): (area: number) => 'higher' | 'similar' | 'lower' | 'too-few' | 'withheld' | 'no-data' {
  const given = kind === 'dsr' ? columns.dsrClass : columns.rateClass;
  return (area) => withoutRate(columns, kind, area) ?? NAMES[given[area] ?? CLASS.noData] ?? 'no-data';
}

const BENCHMARK_CLASSES: readonly Candidate[] = [
  { ...plainClass('higher', 'Significantly higher', 'higher'), symbol: 'triangle-up' },
  plainClass('similar', 'Similar', 'similar'),
  { ...plainClass('lower', 'Significantly lower', 'lower'), symbol: 'triangle-down' },
];

export function againstBenchmark(columns: AreaColumns, areaCount: number, kind: RateKind): Classified {
  return assign([...BENCHMARK_CLASSES, TOO_FEW, WITHHELD, NO_DATA], areaCount, classIdOf(columns, kind));
}

/** The rate that stands for violence where the measure does not name one: the standardised where the records carry age. */
export function rateKindFor(entry: Pick<DataSetEntry, 'fields'> | null): RateKind {
  return entry?.fields.age === true ? 'dsr' : 'rate';
}

const FIFTHS = ['Most deprived', 'More deprived', 'Middle', 'Less deprived', 'Least deprived'] as const;
/** As the beginning of a sentence. */
const MIDDLE = 'In the middle for deprivation';
const COLUMNS = [['lower', 'Lower', 'triangle-down'], ['similar', 'Similar', null], ['higher', 'Higher', 'triangle-up']] as const;

/**
 * Class against the benchmark by England's fifth of deprivation: 15 classes, hue and triangle by class, lightness by
 * deprivation. An area needs both: without a decile or a class it is "no data", with too few events "too few to say".
 */
export function byDeprivation(pack: OpenedPack, evaluation: Evaluation, entry: DataSetEntry | null): Classified {
  const what = onlyViolence(entry, evaluation) ? 'violence' : 'rate';
  const cells = FIFTHS.flatMap((fifth, row) => COLUMNS.map(([id, title, symbol]): Candidate => (
    { ...plainClass(`${id}-imd-${row + 1}`, `${fifth === 'Middle' ? MIDDLE : fifth} and ${title.toLowerCase()} ${what}`, CLASS_SHADES[id][row] ?? 'no-data'), symbol })));
  const grid = { rows: FIFTHS, columns: COLUMNS.map(([, title]) => title), items: FIFTHS.map((_, row) => COLUMNS.map((__, column) => row * COLUMNS.length + column)) };
  const classOf = classIdOf(evaluation.areas, rateKindFor(entry));
  return assign([...cells, TOO_FEW, WITHHELD, NO_DATA], pack.areas.code.length, (area) => {
    const decile = pack.areas.imdDecile[area] ?? Number.NaN;
    const id = classOf(area);
    if (id === 'too-few' || id === 'withheld' || id === 'no-data') return id;
    return decile >= 1 && decile <= 10 ? `${id}-imd-${Math.ceil(decile / 2)}` : 'no-data';
  }, grid);
}

/** Police records of nothing but violence may be called so; other sources and mixtures are "rates". */
function onlyViolence(entry: DataSetEntry | null, { request: { selection } }: Evaluation): boolean {
  const chosen = entry?.kinds.filter(({ type, crime }) => (selection.types === null ? crime : selection.types.includes(type))) ?? [];
  return chosen.length > 0 && chosen.every(({ type }) => type === 'violence-and-sexual-offences');
}
