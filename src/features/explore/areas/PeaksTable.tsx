import { useMemo } from 'react';
import type { Box } from '../../../map/types.ts';
import type { SurfaceAnswer } from '../../../model/surface.ts';
import { unitOf } from '../../../model/kinds.ts';
import { sentenceCase } from '../../../model/text.ts';
import { useAtlas, useAtlasStore } from '../../../store/react.ts';
import { shownSurface } from '../../../store/surfaceKeeper.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatNumber } from '../../../ui/formats.ts';
import { downloadPeaks, peakBox, type PeakRow, peakRows } from '../peaks.ts';
import type { Scene } from '../scene.ts';
import { densityUnit, formatDensity } from '../surfaceWords.ts';

interface PeaksTableProps {
  readonly scene: Scene;
  readonly onGo: (box: Box) => void;
}

/** Where the density surface peaks: the lines' twin. A peak's name selects its area and moves the map there. */
export function PeaksTable({ scene, onGo }: PeaksTableProps) {
  const shown = useAtlas(shownSurface);
  const problem = useAtlas((state) => state.surface.problem);
  if (shown === null) return <p className="peaks-words muted">{problem === null ? 'The surface is being made…' : `No density here. ${problem.what}`}</p>;
  return <Peaks scene={scene} answer={shown.answer} old={shown.old} onGo={onGo} />;
}

function Peaks({ scene: { pack, entry }, answer, old, onGo }: PeaksTableProps & { readonly answer: SurfaceAnswer; readonly old: boolean }) {
  const store = useAtlasStore();
  const selected = useAtlas((state) => state.view.areas);
  const rows = useMemo(() => peakRows(pack, answer), [pack, answer]);
  const { request: { selection, settings: { bandwidthMetres } }, peaksLeft, caution } = answer;
  const unit = unitOf(entry, selection);
  const go = ({ code, longitude, latitude }: PeakRow) => {
    const { toggleArea, view } = store.getState();
    if (!(view.areas.length === 1 && view.areas[0] === code)) toggleArea(code, 'replace');
    onGo(peakBox({ longitude, latitude }, bandwidthMetres));
  };
  return (
    <div aria-busy={old} className={old ? 'is-stale' : undefined}>
      <div className="peaks-words small">
        <p className="muted">{old ? 'Updating: these are of the filter before. ' : ''}{sentenceCase(densityUnit(entry, selection))}, densest first; of two within {formatNumber(bandwidthMetres)} m only the denser.{peaksLeft > 0 ? ` ${formatNumber(peaksLeft)} lesser ones are not listed.` : ''}</p>
        {caution !== null && <p>{caution}</p>}
        <p className="no-print">
          <Button variant="link" className="small" onPress={() => downloadPeaks({ pack, entry, answer })}>Peaks as CSV</Button>{' '}
          <Button variant="link" className="small" onPress={() => store.getState().setView('hotspots')}>Keep as a hotspot list</Button>
        </p>
      </div>
      <table className="areas-table peaks-table">
        <caption className="visually-hidden">Peaks of the density surface. A name selects the area and shows the place on the map.</caption>
        <thead>
          <tr>
            <th scope="col" className="col-rank"><span aria-hidden="true">#</span><span className="visually-hidden">Position</span></th>
            <th scope="col">Place</th>
            <th scope="col" className="col-number">Density</th>
            <th scope="col" className="col-within">Within {formatNumber(bandwidthMetres)} m</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => <Row key={row.position} row={row} unit={unit} selected={selected.includes(row.code)} onGo={go} />)}
          {rows.length === 0 && <tr><td colSpan={4} className="none-row">No {unit} match, so there is no peak.</td></tr>}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, unit, selected, onGo }: { readonly row: PeakRow; readonly unit: string; readonly selected: boolean; readonly onGo: (row: PeakRow) => void }) {
  return (
    <tr className={selected ? 'is-selected' : undefined}>
      <td className="col-rank">{row.position}</td>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a row's heading is no control; the button in it has its words */}
      <th scope="row">
        <button type="button" className="row-button" aria-pressed={selected} onClick={() => onGo(row)}>
          <span className="row-name">{row.name}</span>
          <span className="row-ward">{[row.ward, row.borough].filter((part) => part !== '').join(', ')}</span>
        </button>
      </th>
      <td className="col-number">{formatDensity(row.perKm2Year)}</td>
      <td className="col-within">{formatNumber(row.events)}<span className="visually-hidden"> {unit}</span></td>
    </tr>
  );
}
