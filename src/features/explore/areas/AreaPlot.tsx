import { memo, useMemo, useState } from 'react';
import { CaterpillarPlot } from '../../../charts/CaterpillarPlot.tsx';
import { FunnelPlot } from '../../../charts/FunnelPlot.tsx';
import type { PlotPoint } from '../../../charts/plotPoints.ts';
import type { PlotLinks } from '../../../charts/props.ts';
import type { Evaluation } from '../../../model/results.ts';
import { RATE_TITLES } from '../../../model/measures.ts';
import { sentenceCase } from '../../../model/text.ts';
import { useAtlas, useAtlasStore } from '../../../store/react.ts';
import { Switch } from '../../../ui/Switch.tsx';
import { allRows, type AreaRow, type AreaRows } from '../areaRows.ts';
import { benchmarkOf, benchmarkWords, perWords, type Scene } from '../scene.ts';
import type { AreaPlotKind } from './areaViews.ts';
import { PlotDownloads } from './PlotDownloads.tsx';
import { PlotKey } from './PlotKey.tsx';
import { noFunnelReason, notDrawnWords, pastAxis, pastAxisWords, pointsOf, sizeTitle } from './plotPoints.ts';
import { PlotReadout, readoutText } from './PlotReadout.tsx';

interface AreaPlotProps {
  readonly scene: Scene;
  readonly rows: AreaRows;
  readonly kind: AreaPlotKind;
}

/** A caterpillar or funnel plot of the areas with its key and the current area in words. It selects on the map, and the map in it. */
export const AreaPlot = memo(function AreaPlot({ scene, rows: areas, kind }: AreaPlotProps) {
  const { pack, evaluation, rateKind } = scene;
  const rows = useMemo(() => allRows(areas), [areas]);
  const points = useMemo(() => pointsOf({ pack, evaluation, rateKind }, rows), [rows, pack, evaluation, rateKind]);
  const [whole, setWhole] = useState(false);
  const links = usePlotLinks(scene, rows);
  if (evaluation === null) return <p className="plot-none muted">Working out the first figures…</p>;
  const reason = kind === 'funnel' ? noFunnelReason({ ...scene, evaluation }) : null;
  if (reason !== null) return <p className="plot-none">{reason}</p>;
  const past = pastAxis(points, kind, benchmarkOf(evaluation, rateKind)?.value ?? Number.NaN);
  const drawn = { scene, evaluation, kind, points, links };
  return (
    <div className="area-plot">
      <Drawn {...drawn} whole={whole} />
      <div className="plot-below">
        <PlotReadout scene={scene} row={rows[links.current ?? -1] ?? null} />
        <div className="plot-foot">
          <PlotKey rows={rows} kind={kind} own={evaluation.request.benchmark.kind === 'own-borough'} />
          {past > 0 && <span className="no-print"><Switch selected={whole} onChange={setWhole}>Axis to the highest</Switch></span>}
        </div>
        <p className="plot-foot">
          <span className="muted">{notDrawnWords(rows) ?? 'Every area is drawn.'} {whole ? '' : pastAxisWords(past)}</span>
          <PlotDownloads file={{ scene: { ...scene, evaluation }, rows, kind, selected: links.selected, whole }} />
        </p>
      </div>
    </div>
  );
});

interface DrawnProps {
  readonly scene: Scene;
  readonly evaluation: Evaluation;
  readonly kind: AreaPlotKind;
  readonly points: readonly PlotPoint[];
  readonly links: PlotLinks;
  readonly whole: boolean;
}

function Drawn({ scene, evaluation, kind, points, links, whole }: DrawnProps) {
  const { rateKind } = scene;
  const axisTitle = `${RATE_TITLES[rateKind].short} ${perWords(evaluation)}`;
  const title = sentenceCase(benchmarkWords(scene).title);
  const limits = evaluation.funnel[rateKind];
  if (kind === 'funnel' && limits !== null) {
    return <FunnelPlot points={points} limits={limits} benchmarkTitle={title} axisTitle={axisTitle} sizeTitle={sizeTitle(rateKind)} whole={whole} {...links} />;
  }
  return <CaterpillarPlot points={points} benchmark={{ title, value: benchmarkOf(evaluation, rateKind)?.value ?? Number.NaN }} axisTitle={axisTitle} whole={whole} {...links} />;
}

/** Hover and selection shared with the map and the table. */
function usePlotLinks(scene: Scene, rows: readonly AreaRow[]): PlotLinks {
  const store = useAtlasStore();
  const hovered = useAtlas((state) => state.hovered);
  const codes = useAtlas((state) => state.view.areas);
  const { pack } = scene;
  const selected = useMemo(() => codes.map((code) => pack.areas.code.indexOf(code)).filter((area) => area >= 0), [codes, pack]);
  return useMemo(() => ({
    hovered,
    selected,
    current: hovered ?? selected.at(-1) ?? null,
    describe: (area) => readoutText(scene, rows[area] ?? null),
    onHover: (area) => store.getState().hover(area),
    onSelect: (area, add) => {
      const code = pack.areas.code[area];
      if (code !== undefined) store.getState().toggleArea(code, add ? 'add' : 'replace');
    },
  }), [hovered, selected, scene, rows, store, pack]);
}
