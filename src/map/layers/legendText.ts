/** Title, subtitle, source and caveat of a legend in plain English. */
import type { Agreement } from '../../model/agreement.ts';
import type { HotspotAnswer } from '../../model/hotspots.ts';
import { kindsTitle, unitOf } from '../../model/kinds.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import type { MeasureId, RateKind } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { populationWords } from '../../model/population.ts';
import type { Evaluation } from '../../model/results.ts';
import { EVERYTHING } from '../../model/selection.ts';
import { sentenceCase } from '../../model/text.ts';
import { agreementText } from './agreementText.ts';
import { isHotspotMeasure } from './hotspotClasses.ts';
import { hotspotText } from './hotspotText.ts';
import type { Legend, LegendWords } from './legend.ts';
import { rateKindFor } from './rateClasses.ts';
import { rateText } from './rateText.ts';

export type LegendText = Omit<Legend, 'items' | 'grid'>;

export interface LegendTextInput {
  readonly pack: OpenedPack;
  readonly evaluation: Evaluation | null;
  readonly measure: MeasureId;
  readonly agreement: Agreement | null;
  /** Needed by the measures of the hotspot tests alone. */
  readonly hotspots?: HotspotAnswer | null;
  readonly words: LegendWords;
}

/**
 * Words for a measure; those that follow the filter say which, so that a printed or exported map tells what it shows.
 * Without an evaluation (nothing calculated yet) the measures that need one are named without their benchmark's value;
 * a data set that the manifest does not know is called "Records".
 */
export function legendText(input: LegendTextInput): LegendText {
  const { pack, evaluation, measure } = input;
  if (measure === 'imd' || measure === 'imd-decile') return deprivationText(pack, measure === 'imd' ? 'fifths' : 'tenths');
  if (measure === 'density') return densityText(pack);
  if (measure === 'agreement') return agreementText(pack, input.agreement);
  if (isHotspotMeasure(measure)) return hotspotText(pack, input.hotspots ?? null, measure, input.words);
  if (measure === 'none') {
    return { title: 'Areas', subtitle: `Lower-layer Super Output Areas (LSOAs) of ${pack.manifest.lsoaVintage}`, source: boundarySource(pack), caveat: areasCaveat(pack) };
  }
  const entry = pack.manifest.dataSets.find((dataSet) => dataSet.id === evaluation?.request.dataSet) ?? null;
  const title = titleOf(entry, evaluation);
  return {
    title: measure === 'class-by-imd' ? `${title} by deprivation` : title,
    subtitle: subtitleOf(input, entry, title),
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

const isCount = (measure: MeasureId): boolean => measure === 'count' || measure === 'count-quintile';

/** What of the filter the title does not say, then what is shown of it. */
function subtitleOf(input: LegendTextInput, entry: DataSetEntry | null, title: string): string {
  const { evaluation, measure, words, pack } = input;
  const filter = words.filter === title ? '' : words.filter.startsWith(`${title}, `) ? words.filter.slice(title.length + 2) : words.filter;
  const unit = unitWords(entry, evaluation);
  const shown = measure === 'count' ? `Number of ${unit} in each area`
    : measure === 'count-quintile' ? `Number of ${unit}, in fifths of the county’s areas`
      : rateText(evaluation, measure, kindOf(measure, entry), words);
  const deprivation = measure === 'class-by-imd' ? `. Deprivation: England’s fifths (IMD ${pack.manifest.imd.edition})` : '';
  return `${filter === '' ? '' : `${sentenceCase(filter)}. `}${shown}${deprivation}`;
}

function kindOf(measure: MeasureId, entry: DataSetEntry | null): RateKind {
  if (measure === 'class-by-imd') return rateKindFor(entry);
  return measure === 'dsr' || measure === 'dsr-class' ? 'dsr' : 'rate';
}

function caveatsOf(pack: OpenedPack, entry: DataSetEntry | null, evaluation: Evaluation | null, measure: MeasureId): string[] {
  const counted = isCount(measure);
  const standardised = kindOf(measure, entry) === 'dsr' && !counted;
  const caveats: string[] = [];
  const unit = unitWords(entry, evaluation);
  if (!counted) caveats.push(`Too few to say: fewer than 10 ${standardised && entry?.rowsAreVictims === true ? 'victims of known age' : unit}.`);
  if (measure === 'count-quintile') caveats.push('Areas with none are ranked with the lowest fifth and shown apart.');
  if (entry && entry.disclosureThreshold > 1) caveats.push(`Counts under ${entry.disclosureThreshold}, and those that would give them away, are withheld.`);
  if (entry?.rowsAreVictims === true) caveats.push(standardised ? 'The rate counts victims; counts elsewhere are offences.' : 'Counts offences, not victims.');
  if (!counted) caveats.push(...residentCaveats(pack, evaluation));
  if (measure === 'class-by-imd') caveats.push('Deprivation ranks areas, not the people who live in them, and does not by itself explain violence.');
  if (pack.manifest.demonstration) caveats.push('Demonstration data.');
  return caveats;
}

/** Whom the rate divides by, where that needs saying. */
function residentCaveats(pack: OpenedPack, evaluation: Evaluation | null): string[] {
  const population = evaluation && populationWords(pack.manifest.population, evaluation.personTime);
  return [
    'Residents are the wrong denominator for town centres at night.',
    ...(evaluation !== null && evaluation.request.selection.sexes !== null && evaluation.personTime.sex === 'all' ? ['The rate divides by all residents: this pack does not hold the population by sex.'] : []),
    ...(population === null ? [] : [`${population}.`]),
  ];
}
