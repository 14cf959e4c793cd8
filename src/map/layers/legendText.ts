/** Title, subtitle, source and caveat of a legend in plain English. */
import { kindsTitle, unitOf } from '../../model/kinds.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import type { Confidence, MeasureId } from '../../model/measures.ts';
import { REASON } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { populationWords } from '../../model/population.ts';
import type { Evaluation, RateSummary } from '../../model/results.ts';
import { EVERYTHING } from '../../model/selection.ts';
import type { Legend } from './legend.ts';
import { formatBenchmark } from './ranges.ts';

export type LegendText = Omit<Legend, 'items'>;

/**
 * Words for a measure. Without an evaluation (nothing calculated yet) the measures that need one are named
 * without their benchmark; a data set that the manifest does not know is called "Records".
 */
export function legendText(pack: OpenedPack, evaluation: Evaluation | null, measure: MeasureId): LegendText {
  if (measure === 'imd' || measure === 'imd-decile') return deprivationText(pack, measure === 'imd' ? 'fifths' : 'tenths');
  if (measure === 'density') return densityText(pack);
  if (measure === 'none') {
    return { title: 'Areas', subtitle: `Lower-layer Super Output Areas (LSOAs) of ${pack.manifest.lsoaVintage}`, source: boundarySource(pack), caveat: areasCaveat(pack) };
  }
  const entry = pack.manifest.dataSets.find((dataSet) => dataSet.id === evaluation?.request.dataSet) ?? null;
  return {
    title: titleOf(entry, evaluation),
    subtitle: subtitleOf(pack, entry, evaluation, measure),
    source: entry ? [entry.title, entry.attribution].filter(Boolean).join('. ') : '',
    caveat: caveatsOf(pack, entry, evaluation, measure).join(' '),
  };
}

function deprivationText(pack: OpenedPack, groups: string): LegendText {
  const { title, edition } = pack.manifest.imd;
  return {
    title: 'Deprivation', subtitle: `England’s ${groups}, 1 = most deprived`, source: title,
    caveat: `IMD ${edition}: England’s ${groups}, not the county’s. It ranks areas, not the people who live in them.`,
  };
}

function densityText(pack: OpenedPack): LegendText {
  const published = pack.manifest.densityEdges !== null;
  return {
    title: 'Population density', subtitle: 'Residents per km² (Census 2021), in fifths of the areas', source: 'Census 2021 residents over land area, Office for National Statistics',
    caveat: published ? 'The edges of the fifths are the published ones, so the fifths here need not hold equal numbers of areas.' : 'The fifths are of this county’s own areas, their edges rounded to whole persons.',
  };
}

function boundarySource(pack: OpenedPack): string {
  return pack.manifest.demonstration ? 'Demonstration boundaries, not the official ones' : 'Boundaries: Office for National Statistics';
}

function areasCaveat(pack: OpenedPack): string {
  const shape = pack.manifest.demonstration ? 'The shapes are drawn for demonstration around real points. ' : '';
  return `${shape}Areas hold about 1,500 residents each whatever their size on the map.`;
}

/** Longer lists would fill the legend. */
const MOST_TITLES = 2;

function titleOf(entry: DataSetEntry | null, evaluation: Evaluation | null): string {
  return entry ? kindsTitle(entry, evaluation?.request.selection ?? EVERYTHING, MOST_TITLES) : 'Records';
}

function unitWords(entry: DataSetEntry | null, evaluation: Evaluation | null): string {
  return entry ? unitOf(entry, evaluation?.request.selection ?? EVERYTHING) : 'records';
}

const LEVEL: Readonly<Record<Confidence, string>> = { 95: '95% limits', 99.8: '99.8% limits', fdr: 'false discovery rate 5%' };

function subtitleOf(pack: OpenedPack, entry: DataSetEntry | null, evaluation: Evaluation | null, measure: MeasureId): string {
  const unit = unitWords(entry, evaluation);
  if (measure === 'count') return `Number of ${unit} in each area`;
  if (measure === 'count-quintile') return `Number of ${unit}, in fifths of the county’s areas`;
  const standardised = measure === 'dsr' || measure === 'dsr-class';
  const hours = evaluation !== null && evaluation.personTime.hoursOfWeek < 168 ? ' in these hours' : '';
  const rate = `${standardised ? 'Directly standardised rate' : 'Crude rate'} per 100,000 residents a year${hours}`;
  const whose = benchmarkOf(pack, entry);
  const benchmark = evaluation ? `${whose}, ${given(standardised ? evaluation.county.dsr : evaluation.county.rate)}` : whose;
  if (measure === 'rate' || measure === 'dsr') return `${rate}; ${benchmark}`;
  return `${rate} against ${benchmark}; ${LEVEL[evaluation?.request.confidence ?? 95]}`;
}

/** Night-time profiles know some areas only, and their rate is of these. */
function benchmarkOf({ manifest }: OpenedPack, entry: DataSetEntry | null): string {
  return entry?.kind === 'nte-profile' ? 'the areas covered' : manifest.benchmark;
}

function given(summary: RateSummary | null): string {
  if (!summary) return 'not given';
  if (Number.isFinite(summary.value)) return formatBenchmark(summary.value);
  return summary.reason === REASON.fewerThan10 ? 'not given (fewer than 10)' : 'not given';
}

function caveatsOf(pack: OpenedPack, entry: DataSetEntry | null, evaluation: Evaluation | null, measure: MeasureId): string[] {
  const counted = measure === 'count' || measure === 'count-quintile';
  const standardised = measure === 'dsr' || measure === 'dsr-class';
  const caveats: string[] = [];
  const unit = unitWords(entry, evaluation);
  if (!counted) caveats.push(`Too few to say: fewer than 10 ${standardised && entry?.rowsAreVictims === true ? 'victims of known age' : unit}.`);
  if (measure === 'count-quintile') caveats.push('Areas with none are ranked with the lowest fifth and shown apart.');
  if (entry && entry.disclosureThreshold > 1) caveats.push(`Counts under ${entry.disclosureThreshold}, and those that would give them away, are withheld.`);
  if (entry?.rowsAreVictims === true) caveats.push(standardised ? 'The rate counts victims; counts elsewhere are offences.' : 'Counts offences, not victims.');
  if (!counted) caveats.push('Residents are the wrong denominator for town centres at night.');
  const population = counted || !evaluation ? null : populationWords(pack.manifest.population, evaluation.personTime);
  if (population !== null) caveats.push(`${population}.`);
  if (pack.manifest.demonstration) caveats.push('Demonstration data.');
  return caveats;
}
