import { memo, useMemo } from 'react';
import { MapFigure, mapSizes } from '../../charts/figures/MapFigure.tsx';
import { mapPaths } from '../../charts/figures/mapPaths.ts';
import type { MapPicking } from '../../charts/figures/MapPicks.tsx';
import { type HotspotMeasure, hotspotClasses } from '../../map/layers/hotspotClasses.ts';
import type { HotspotAnswer } from '../../model/hotspots.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { survivalWords } from '../../model/survival.ts';
import type { EvidenceRow } from './evidence.ts';
import { RESULT_MARKS, resultStyle } from './resultLooks.ts';

/** Shapes of more areas take too long to draw beside the map that can show them. */
const MOST_DRAWN = 3000;

export function canDraw(pack: OpenedPack): boolean {
  return pack.areas.code.length <= MOST_DRAWN;
}

interface ResultMapProps {
  readonly id: string;
  readonly title: string;
  readonly finding: string;
  /** Above the classes. */
  readonly legend: string;
  readonly measure: HotspotMeasure;
  readonly pack: OpenedPack;
  readonly answer: HotspotAnswer;
  readonly rows: readonly EvidenceRow[];
  /** Rows whose areas are outlined. */
  readonly shown: readonly EvidenceRow[];
  readonly width: number;
  readonly onSelect: (code: string) => void;
}

/** One result of the tests as a map, in the classes that Explore has for it. The pointer names an area and selects it, as its name in the table does. */
export const ResultMap = memo(function ResultMap({ id, title, finding, legend, measure, pack, answer, rows, shown, width, onSelect }: ResultMapProps) {
  const paths = useMemo(() => mapPaths(pack, mapSizes(width)), [pack, width]);
  const { items, classes } = useMemo(() => hotspotClasses(answer, measure, pack), [answer, measure, pack]);
  const picking = useMemo((): MapPicking => {
    const rowOf = new Map(rows.map((row) => [row.area, row]));
    return {
      marked: shown.map(({ area }) => area),
      wordsOf: (area) => {
        const row = rowOf.get(area);
        const survival = survivalWords(answer.columns, area);
        return row === undefined ? null : `${row.name}${row.ward === '' ? '' : `, ${row.ward}`}: ${items[classes[area] ?? -1]?.label ?? 'not tested'}${measure === 'gi-star' && survival !== null ? `, ${survival}` : ''}`;
      },
      onPick: (area) => {
        const row = rowOf.get(area);
        if (row?.why === 0) onSelect(row.code);
      },
    };
  }, [answer, rows, shown, items, classes, measure, onSelect]);
  return (
    <div className="hotspots-drawing">
      <MapFigure
        basics={{ id, title, finding, width, caption: null }} paths={paths} styles={items.map(resultStyle)} marks={RESULT_MARKS} picking={picking}
        drawing={{ kind: 'map', scheme: 'benchmark', classes, labels: items.map(({ label }) => label), title: legend }}
      />
    </div>
  );
});
