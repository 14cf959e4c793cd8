import { REASON } from '../../model/measures.ts';
import { slug } from '../../model/vocabulary.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import type { OpenedPack } from '../../model/pack.ts';
import type { Evaluation } from '../../model/results.ts';
import { describeSelection } from '../../selection/describe.ts';
import type { AtlasState } from '../../store/state.ts';
import { shownMeasure } from '../../store/shown.ts';
import { classTitle } from '../../ui/ClassBadge.tsx';
import { type CsvCell, downloadText, toCsv } from '../../ui/csv.ts';
import { isWithheld } from '../../ui/formats.ts';
import { areaRows, FIRST_SORT, sortRows } from './areaRows.ts';
import { placeTitle } from './places.ts';
import { rateKindOf, rateOf, unitOf } from './scene.ts';

const REASONS: Readonly<Record<number, string>> = {
  [REASON.given]: '',
  [REASON.fewerThan10]: 'Fewer than 10 events',
  [REASON.noPopulation]: 'No population',
  [REASON.eventsWithoutPopulation]: 'Events in an age band without population',
  [REASON.belowThreshold]: 'Withheld under the disclosure threshold',
  [REASON.notCovered]: 'Not covered by the data set',
};

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
 * Every area with the figures of one answer; counts and rates that are withheld or not given stay empty with the
 * reason beside. Filter, period, benchmark and the demonstration mark stand in every row, so that a row torn
 * from its table still says what it is.
 */
export function areasCsv(pack: OpenedPack, entry: DataSetEntry, evaluation: Evaluation, kind: 'dsr' | 'rate'): string {
  const { selection, confidence } = evaluation.request;
  const benchmark = rateOf(evaluation.county, kind)?.value ?? Number.NaN;
  const about: CsvCell[] = [
    describeSelection(selection, entry, pack.places), entry.title,
    pack.manifest.demonstration ? 'Demonstration data: synthetic records' : pack.manifest.area.title,
  ];
  const unit = unitOf(entry, selection);
  const name = kind === 'dsr' ? 'DSR' : 'Crude rate';
  const header = [
    'LSOA code', 'LSOA name', 'Ward', 'Borough', 'In chosen places', `Count of ${unit}`, ...(entry.rowsAreVictims ? ['Victims of known age'] : []),
    `${name} per 100,000 a year`, `Lower ${confidence}% limit`, `Upper ${confidence}% limit`, 'Class', 'Why no rate', `Benchmark (${pack.manifest.benchmark})`, 'IMD decile',
    'Filter', 'Data set', 'Data',
  ];
  const rows = sortRows(areaRows(pack, evaluation, kind), FIRST_SORT).map((row): CsvCell[] => [
    row.code, row.name, row.ward, placeTitle(pack, 'borough', row.borough), row.inPlace ? 'yes' : 'no',
    shown(row.count), ...(entry.rowsAreVictims ? [shown(row.victims)] : []),
    round(row.value), round(row.lower), round(row.upper), classTitle(row.classCode), REASONS[row.reason] ?? '', round(benchmark), pack.areas.imdDecile[row.area] ?? null,
    ...about,
  ]);
  return toCsv(header, rows);
}

function shown(count: number): CsvCell {
  return isWithheld(count) ? null : count;
}

function round(value: number): CsvCell {
  return Number.isFinite(value) ? Number(value.toFixed(2)) : null;
}
