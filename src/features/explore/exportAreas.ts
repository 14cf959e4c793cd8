import { type Confidence, RATE_TITLES, type RateKind, REASON, type ReasonCode } from '../../model/measures.ts';
import { sentenceCase } from '../../model/text.ts';
import { slug } from '../../model/vocabulary.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { residentsWords as residentsHeld, standardisedWords } from '../../model/population.ts';
import type { Evaluation } from '../../model/results.ts';
import { describeSelection } from '../../selection/describe.ts';
import type { AtlasState } from '../../store/state.ts';
import { shownMeasure } from '../../store/shown.ts';
import { classTitle } from '../../ui/ClassBadge.tsx';
import { type CsvCell, toCsv } from '../../ui/csv.ts';
import { downloadText } from '../../ui/download.ts';
import { isWithheld } from '../../ui/formats.ts';
import { FIRST_SORT, orderAreas } from './areaOrder.ts';
import { type AreaRow, areaRows } from './areaRows.ts';
import { midnightWords, monthsHeldWords, residentsWords } from './gaps.ts';
import { placeTitle } from './places.ts';
import { unitOf } from '../../model/kinds.ts';
import { benchmarkOf, benchmarkWords, perWords, rateKindOf, rateWords } from './scene.ts';

const REASONS: Readonly<Record<ReasonCode, string>> = {
  [REASON.given]: 'Rate given',
  [REASON.fewerThan10]: 'Fewer than 10 events',
  [REASON.noPopulation]: 'No population',
  [REASON.eventsWithoutPopulation]: 'Events in an age band without population',
  [REASON.belowThreshold]: 'Withheld under the disclosure threshold',
  [REASON.notCovered]: 'Not covered by the data set',
};

/** What stands in the cells of a figure that is not given: an empty cell could be taken for zero. */
const NO_RATE: Readonly<Record<ReasonCode, string>> = {
  [REASON.given]: '',
  [REASON.fewerThan10]: 'too few',
  [REASON.noPopulation]: 'no data',
  [REASON.eventsWithoutPopulation]: 'no data',
  [REASON.belowThreshold]: 'withheld',
  [REASON.notCovered]: 'not covered',
};

/** Of a fact about an area that the pack does not hold. */
const NO_DATA = 'no data';

/** The ranked table of the view as a file. Does nothing before there is an answer. */
export function downloadAreas(state: AtlasState): void {
  const { opened } = state.pack;
  const { entry } = state.dataSet;
  const { evaluation } = state;
  if (opened === null || entry === null || evaluation === null) return;
  const marker = opened.manifest.demonstration ? 'demonstration-' : '';
  downloadText(`${marker}${slug(opened.manifest.area.title)}-${entry.id}-areas.csv`, areasCsv(opened, entry, evaluation, rateKindOf(shownMeasure(state), entry)));
}

/**
 * Every area with the figures of one answer. A count or rate that is not given says so in its own cell, with the
 * reason beside. Filter, method, population, benchmark and the demonstration mark stand in every row, so that a row
 * torn from its table still says what it is.
 */
export function areasCsv(pack: OpenedPack, entry: DataSetEntry, evaluation: Evaluation, kind: RateKind): string {
  const { selection, confidence } = evaluation.request;
  const level = LIMITS[confidence];
  const about = aboutCells(pack, entry, evaluation, kind);
  const adjusted = confidence === 'fdr';
  const header = [
    'LSOA code', 'LSOA name', 'Ward', 'Borough', 'In chosen places', `Count of ${unitOf(entry, selection)}`, ...(entry.rowsAreVictims ? ['Victims of known age'] : []),
    `${RATE_TITLES[kind].short} ${perWords(evaluation)}`, `Lower ${level} limit`, `Upper ${level} limit`, 'Class', 'Why no rate', `Benchmark (${benchmarkWords({ pack, entry, evaluation }).title})`,
    ...(adjusted ? ['Adjusted p (Benjamini-Hochberg)'] : []), 'Share of its borough’s count', 'Person-years', 'IMD decile', 'Night-time hotspot',
    ...about.map(([title]) => title),
  ];
  const areas = areaRows(pack, evaluation, kind);
  const inOrder = [...orderAreas(areas, FIRST_SORT).areas].map((area) => areas.at(area)).filter((row) => row !== undefined);
  const rows = inOrder.map((row): CsvCell[] => [
    row.code, row.name, row.ward === '' ? NO_DATA : row.ward, placeTitle(pack, 'borough', row.borough), row.inPlace ? 'yes' : 'no',
    countCell(row.count), ...(entry.rowsAreVictims ? [countCell(row.victims)] : []),
    ...rateCells(row), classTitle(row.classCode, row.reason), REASONS[row.reason], round(row.benchmark) ?? 'none',
    ...(adjusted ? [adjustedCell(row)] : []), shareCell(row), round(row.personYears) ?? NO_DATA, round(pack.areas.imdDecile[row.area] ?? Number.NaN) ?? NO_DATA, hotspotCell(pack, row.area),
    ...about.map(([, cell]) => cell),
  ]);
  return toCsv(header, rows);
}

const LIMITS: Readonly<Record<Confidence, string>> = { 95: '95%', 99.8: '99.8%', fdr: '95%' };

/** How sure a class has to be, in words. */
const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  95: '95% limits, each area by itself',
  99.8: '99.8% limits, each area by itself',
  fdr: '95% limits; class where the Benjamini-Hochberg adjusted p is below 0.05',
};

/** What holds for the whole table, as columns: what was asked, of which data, and how the rate was made. */
function aboutCells(pack: OpenedPack, entry: DataSetEntry, evaluation: Evaluation, kind: RateKind): readonly (readonly [string, CsvCell])[] {
  const shown = { pack, entry, evaluation };
  return [
    ['Filter', describeSelection(evaluation.request.selection, entry, pack.places, pack.areas)],
    ['Data set', entry.title],
    ['Method', methodWords(entry, evaluation, kind)],
    ['Compared with', comparedWith(pack, entry, evaluation, kind)],
    ['Confidence', CONFIDENCE_WORDS[evaluation.request.confidence]],
    ['Denominator', `Person-years of ${residentsHeld(evaluation.personTime)}`],
    ['Population', residentsWords(shown) ?? 'Residents of each year'],
    ['Months', monthsHeldWords(shown) ?? `${evaluation.personTime.months} months, all held`],
    ['Times at 00:00', midnightWords(evaluation) ?? (entry.fields.weekdayHour ? 'Few, or no hours chosen' : 'No hours in this data set')],
    ['Data', pack.manifest.demonstration ? 'Demonstration data: synthetic records' : pack.manifest.area.title],
  ];
}

/** "Bedfordshire: 2,876", "its own borough", "England 2023 (typed value): 2,876", "Luton: withheld". */
function comparedWith(pack: OpenedPack, entry: DataSetEntry, evaluation: Evaluation, kind: RateKind): string {
  const { title } = benchmarkWords({ pack, entry, evaluation });
  const rate = benchmarkOf(evaluation, kind);
  return rate === null ? title : `${title}: ${rateWords(rate)}`;
}

/** "Directly standardised rate (European Standard Population 2013), counts victims of known age; 95% limits: Dobson and Byar". */
function methodWords(entry: DataSetEntry, { request, personTime }: Evaluation, kind: RateKind): string {
  const unit = unitOf(entry, request.selection);
  return kind === 'dsr'
    ? `${sentenceCase(standardisedWords(personTime))} rate (European Standard Population 2013), counts ${entry.rowsAreVictims ? 'victims of known age' : `${unit} of known age`}; ${LIMITS[request.confidence]} limits: Dobson with Byar's approximation`
    : `Crude rate, counts ${unit}; ${LIMITS[request.confidence]} limits: Byar's approximation`;
}

function rateCells({ value, lower, upper, reason }: AreaRow): CsvCell[] {
  return reason === REASON.given ? [value, lower, upper].map((figure) => round(figure) ?? NO_DATA) : [NO_RATE[reason], NO_RATE[reason], NO_RATE[reason]];
}

/** Where residents are not who is there at night, and a rate reads high. */
function hotspotCell(pack: OpenedPack, area: number): CsvCell {
  const id = pack.areas.nteHotspot[area] ?? '';
  return id === '' ? 'none' : placeTitle(pack, 'nte-hotspot', id);
}

/** A count; the word where it is withheld or the data set does not cover the area. */
function countCell(count: number): CsvCell {
  if (Number.isNaN(count)) return NO_RATE[REASON.notCovered];
  return isWithheld(count) ? NO_RATE[REASON.belowThreshold] : count;
}

/** A share 0-1; the word where a count it is made of is withheld or not covered. */
function shareCell({ count, boroughCount }: AreaRow): CsvCell {
  if (Number.isNaN(count)) return NO_RATE[REASON.notCovered];
  if (isWithheld(count) || isWithheld(boroughCount)) return NO_RATE[REASON.belowThreshold];
  return boroughCount > 0 ? Number((count / boroughCount).toFixed(4)) : 'none';
}

function adjustedCell({ adjustedP, reason }: AreaRow): CsvCell {
  if (reason !== REASON.given) return NO_RATE[reason];
  return Number.isFinite(adjustedP) ? Number(adjustedP.toPrecision(4)) : 'none';
}

function round(value: number): CsvCell {
  return Number.isFinite(value) ? Number(value.toFixed(2)) : null;
}
