import type { Box } from '../../map/types.ts';
import type { OpenedPack } from '../../model/pack.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import { unitOf } from '../../model/kinds.ts';
import type { DensityPeak, SurfaceAnswer } from '../../model/surface.ts';
import { slug } from '../../model/vocabulary.ts';
import { describeSelection } from '../../selection/describe.ts';
import { type CsvCell, toCsv } from '../../ui/csv.ts';
import { downloadText } from '../../ui/download.ts';
import { findPlace } from './places.ts';
import { densityUnit } from './surfaceWords.ts';

/** A peak with the words that a reader knows its place by. */
export interface PeakRow extends DensityPeak {
  /** 1 for the densest. */
  readonly position: number;
  readonly code: string;
  readonly name: string;
  readonly ward: string;
  readonly borough: string;
}

/** The peaks of a surface, densest first. Every peak lies in an area: cells outside the county have no density. */
export function peakRows(pack: OpenedPack, { peaks }: Pick<SurfaceAnswer, 'peaks'>): PeakRow[] {
  const { code, name, ward, borough } = pack.areas;
  return peaks.map((peak, i) => {
    const boroughId = borough[peak.area] ?? '';
    return { ...peak, position: i + 1, code: code[peak.area] ?? '', name: name[peak.area] ?? '', ward: ward[peak.area] ?? '', borough: findPlace(pack, 'borough', boroughId)?.title ?? boroughId };
  });
}

const METRES_PER_DEGREE = 111_320;

/** A box of three bandwidths at each side of a peak, so that the hill is in sight with what surrounds it. */
export function peakBox({ longitude, latitude }: Pick<DensityPeak, 'longitude' | 'latitude'>, bandwidthMetres: number): Box {
  const high = (3 * bandwidthMetres) / METRES_PER_DEGREE;
  const wide = high / Math.cos((latitude * Math.PI) / 180);
  return [longitude - wide, latitude - high, longitude + wide, latitude + high];
}

export interface PeaksFile {
  readonly pack: OpenedPack;
  readonly entry: DataSetEntry;
  readonly answer: SurfaceAnswer;
}

export function downloadPeaks(file: PeaksFile): void {
  const marker = file.pack.manifest.demonstration ? 'demonstration-' : '';
  downloadText(`${marker}${slug(file.pack.manifest.area.title)}-${file.entry.id}-density-peaks.csv`, peaksCsv(file));
}

/** Every peak listed. Filter, method, caution and the demonstration mark stand in every row, so that a row torn from its table still says what it is. */
export function peaksCsv({ pack, entry, answer }: PeaksFile): string {
  const { request: { selection, settings: { bandwidthMetres } }, cellMetres, years, caution } = answer;
  const about: readonly (readonly [string, CsvCell])[] = [
    ['Filter', describeSelection(selection, entry, pack.places, pack.areas)], ['Data set', entry.title],
    ['Method', `Quartic kernel density, bandwidth ${bandwidthMetres} m, cells of ${cellMetres} m, over ${Number(years.toFixed(2))} years`],
    ['Caution', caution ?? 'none'], ['Data', pack.manifest.demonstration ? 'Demonstration data: synthetic records' : pack.manifest.area.title],
  ];
  const header = ['Peak', 'LSOA code', 'LSOA name', 'Ward', 'Borough', 'Longitude', 'Latitude', `Density (${densityUnit(entry, selection)})`, `${unitOf(entry, selection)} within ${bandwidthMetres} m`, ...about.map(([title]) => title)];
  return toCsv(header, peakRows(pack, answer).map((row): CsvCell[] => [
    row.position, row.code, row.name, row.ward === '' ? 'no data' : row.ward, row.borough, Number(row.longitude.toFixed(5)), Number(row.latitude.toFixed(5)), Number(row.perKm2Year.toPrecision(4)), row.events, ...about.map(([, cell]) => cell),
  ]));
}
