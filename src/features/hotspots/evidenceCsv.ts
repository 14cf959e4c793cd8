import { type HotspotAnswer, TESTED_VALUES, TESTED_WHY_TITLES } from '../../model/hotspots.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { slug } from '../../model/vocabulary.ts';
import { describeSelection } from '../../selection/describe.ts';
import { type CsvCell, toCsv } from '../../ui/csv.ts';
import { downloadText } from '../../ui/download.ts';
import { formatPeriod, isWithheld } from '../../ui/formats.ts';
import type { EvidenceRow } from './evidence.ts';
import { changeLook, emergingTitle, giLook, methodWords, moranTitle, stepTitle } from './titles.ts';

/** In place of a figure that is not given: an empty cell could be taken for zero. */
const NOT_TESTED = 'not tested';
const NONE = 'none';

export interface EvidenceFile {
  readonly pack: OpenedPack;
  readonly entry: DataSetEntry;
  readonly answer: HotspotAnswer;
  readonly rows: readonly EvidenceRow[];
}

export function downloadEvidence(file: EvidenceFile): void {
  const marker = file.pack.manifest.demonstration ? 'demonstration-' : '';
  downloadText(`${marker}${slug(file.pack.manifest.area.title)}-${file.entry.id}-hotspots.csv`, evidenceCsv(file));
}

/** Every area of the chosen places with all evidence. Filter, method, seed and the demonstration mark stand in every row, so that a row torn from its table still says what it is. */
export function evidenceCsv({ pack, entry, answer, rows }: EvidenceFile): string {
  const { settings } = answer.request;
  const steps = stepTitle(settings, true);
  const value = TESTED_VALUES.find(({ id }) => id === settings.value)?.title ?? settings.value;
  const about = aboutCells(pack, entry, answer);
  const header = [
    'LSOA code', 'LSOA name', 'Ward', 'Why not tested', 'Count', `Value tested (${value})`, 'Gi* (z)', 'Gi* p', 'Gi* adjusted p', 'Gi* class', 'Local Moran', 'Local Moran p', 'Local Moran adjusted p', 'Local Moran class',
    'Emerging category', `Hot ${steps} of ${answer.steps.length}`, `Higher ${steps}`, `${steps[0]?.toUpperCase() ?? ''}${steps.slice(1)} judged (of the last ${answer.persistenceSteps})`,
    'Change ratio', 'Lower 95% limit', 'Upper 95% limit', 'Change adjusted p', 'Change class', 'Kinds of units hot', 'Kinds of units tested', ...about.map(([title]) => title),
  ];
  const { columns } = answer;
  const cells = rows.map((row): CsvCell[] => [
    row.code, row.name, row.ward === '' ? 'no data' : row.ward, row.why === 0 ? '' : (TESTED_WHY_TITLES[row.why] ?? NOT_TESTED), countCell(row.count), at(columns.value, row),
    at(columns.giStar, row), at(columns.giStarP, row), at(columns.giStarAdjustedP, row), giLook(row.giClass).title, at(columns.moran, row), at(columns.moranP, row), at(columns.moranAdjustedP, row), moranTitle(row.moranClass),
    emergingTitle(row.emergingClass), row.emergingClass === 0 ? NOT_TESTED : row.hotSteps, row.classed > 0 ? row.higher : NONE, row.classed,
    at(columns.ratio, row), at(columns.ratioLower, row), at(columns.ratioUpper, row), at(columns.ratioAdjustedP, row), changeLook(row.changeClass).title, row.unitsTested > 0 ? row.survives : NONE, row.unitsTested,
    ...about.map(([, cell]) => cell),
  ]);
  return toCsv(header, cells);
}

function aboutCells(pack: OpenedPack, entry: DataSetEntry, answer: HotspotAnswer): readonly (readonly [string, CsvCell])[] {
  const { request: { selection, settings, confidence }, change, permutations } = answer;
  return [
    ['Filter', describeSelection(selection, entry, pack.places, pack.areas)],
    ['Data set', entry.title],
    ['Method', methodWords(settings, permutations)],
    ['Seed', settings.seed],
    ['Confidence of persistence and change', confidence === 'fdr' ? '95%, FDR' : `${confidence}%`],
    ['Change compares', change === null ? 'nothing: too few months' : `${formatPeriod(change.after.from, change.after.to)} with ${formatPeriod(change.before.from, change.before.to)}`],
    ['Pack', `${pack.manifest.area.title}, built ${pack.manifest.built}`],
    ['Data', pack.manifest.demonstration ? 'Demonstration data: synthetic records' : pack.manifest.area.title],
  ];
}

function at(column: ArrayLike<number>, { area }: EvidenceRow): CsvCell {
  return figure(column[area] ?? Number.NaN);
}

function figure(value: number): CsvCell {
  if (value === Number.POSITIVE_INFINITY) return 'no limit';
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : NOT_TESTED;
}

function countCell(count: number): CsvCell {
  if (isWithheld(count)) return 'withheld';
  return Number.isFinite(count) ? count : 'not given';
}
