import type { Agreement } from '../../model/agreement.ts';
import type { HotspotAnswer } from '../../model/hotspots.ts';
import type { MeasureId } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';
import type { Evaluation } from '../../model/results.ts';
import { classifyAreas } from './classifyAreas.ts';
import type { AreaPaint, LegendWords } from './legend.ts';
import { legendText } from './legendText.ts';

export type { AreaPaint, Legend, LegendGrid, LegendItem, LegendKind, LegendWords } from './legend.ts';

export interface AreaPaintInput {
  readonly pack: OpenedPack;
  /** Null before the first answer: measures that need one then show no data, the others work. */
  readonly evaluation: Evaluation | null;
  readonly measure: MeasureId;
  /** Frozen class breaks of this measure, ascending; null makes them from these values (count, rate and dsr only). */
  readonly breaks: readonly number[] | null;
  /** Needed by the measure `agreement` alone; null until it is known. */
  readonly agreement: Agreement | null;
  /** Needed by the measures of the hotspot tests alone, and of the evaluation's filter; left out or null until it is known. */
  readonly hotspots?: HotspotAnswer | null;
  /** About the evaluation's own request, not one that is still under way. */
  readonly words: LegendWords;
  /** Ids of the legend items the reader has switched off. Unknown ids are ignored. */
  readonly hidden: ReadonlySet<string>;
}

/**
 * What to paint: a class per area and the legend that explains it. Pure. Classes answer for the whole county;
 * the legend counts areas of the chosen places only, and the others are marked as dimmed.
 */
export function areaPaint({ pack, evaluation, measure, breaks, hidden, agreement, hotspots = null, words }: AreaPaintInput): AreaPaint {
  const areaCount = pack.areas.code.length;
  const { items, classes, grid } = classifyAreas({ pack, evaluation, measure, breaks, agreement, hotspots });
  const dimmed = new Uint8Array(areaCount);
  const counts = items.map(() => 0);
  for (let area = 0; area < areaCount; area += 1) {
    const chosen = evaluation === null || evaluation.areas.inPlace[area] === 1;
    if (!chosen) dimmed[area] = 1;
    const item = classes[area] ?? 0;
    if (chosen) counts[item] = (counts[item] ?? 0) + 1;
  }
  return {
    measure, classes, dimmed,
    legend: {
      ...legendText({ pack, evaluation, measure, agreement, hotspots, words }), grid,
      items: items.map((item, index) => ({ ...item, count: counts[index] ?? 0, hidden: hidden.has(item.id) })),
    },
  };
}
