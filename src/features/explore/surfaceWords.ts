import type { Selection } from '../../model/selection.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import { unitOf } from '../../model/kinds.ts';
import { sentenceCase } from '../../model/text.ts';
import type { SurfaceAnswer } from '../../model/surface.ts';
import { formatNumber } from '../../ui/formats.ts';

type Counted = Pick<DataSetEntry, 'kinds' | 'unit'>;

/** "offences per km² a year", of the chosen hours or months where they are not all: densities of other periods compare with it. */
export function densityUnit(entry: Counted, selection: Selection): string {
  const hours = selection.hours !== null || selection.days !== null;
  const months = selection.monthsOfYear !== null;
  return `${unitOf(entry, selection)} per km² a year${hours ? ' in these hours' : ''}${months ? (hours ? ' and months' : ' of these months') : ''}`;
}

/** Densities to three figures: "1,030", "4.56", "0.0123". */
export function formatDensity(perKm2Year: number): string {
  return Number.isFinite(perKm2Year) ? Number(perKm2Year.toPrecision(3)).toLocaleString('en-GB', { maximumSignificantDigits: 3 }) : formatNumber(perKm2Year);
}

/** What no line on the map means, and whether other lines would show more; null where every line is used. */
export function linesWords(entry: Counted, { levels, highest, events, request }: SurfaceAnswer): string | null {
  const unit = unitOf(entry, request.selection);
  if (events === 0) return `No ${unit} match, so there is no line.`;
  const used = levels.filter((level) => level < highest).length;
  if (used === 0) return `${sentenceCase(unit)} are nowhere denser than ${formatDensity(highest)}: below every line. Rescale may help.`;
  return used <= 2 && levels.length > 2 ? `The densest place has ${formatDensity(highest)}; Rescale would draw more lines.` : null;
}

/** Why a data set has no density surface whatever the filter; null where it may have one. */
export function surfaceLack(entry: Pick<DataSetEntry, 'disclosureThreshold' | 'kind'>): string | null {
  if (entry.disclosureThreshold > 1) return 'This data set withholds small counts, which lines of density would show.';
  return entry.kind === 'health-counts' ? 'This data set is counts by area, without points.' : null;
}
