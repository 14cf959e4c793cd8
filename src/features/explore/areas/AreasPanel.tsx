import { memo, useState } from 'react';
import type { Box } from '../../../map/types.ts';
import { useAtlas, useAtlasStore } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import type { AreaRows } from '../areaRows.ts';
import { downloadAreas } from '../exportAreas.ts';
import type { Scene } from '../scene.ts';
import { AreaCard } from './AreaCard.tsx';
import { AreaPlot } from './AreaPlot.tsx';
import { AreaTable } from './AreaTable.tsx';
import type { AreaViews } from './areaViews.ts';
import { PeaksTable } from './PeaksTable.tsx';
import { Summary } from './Summary.tsx';
import { useReadFromTop } from './useReadFromTop.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

interface AreasPanelProps {
  readonly scene: Scene;
  readonly rows: AreaRows | null;
  readonly views: AreaViews;
  readonly onProfile: (placeId: string) => void;
  readonly onZoom: (area: number) => void;
  readonly onGo: (box: Box) => void;
}

/** Summary, the selected area, and every area: ranked in a table, or drawn. */
export const AreasPanel = memo(function AreasPanel({ scene, rows, views, onProfile, onZoom, onGo }: AreasPanelProps) {
  const store = useAtlasStore();
  const [onlyHigher, setOnlyHigher] = useState(false);
  const [find, setFind] = useState('');
  const peaks = useAtlas((state) => state.view.overlays.includes('surface'));
  // Peaks go with their layer.
  const shown = views.shown === 'peaks' && !peaks ? 'table' : views.shown;
  const scroll = useReadFromTop(shown);
  return (
    <>
      <div className="areas-top">
        <Summary scene={scene} />
        <AreaCard scene={scene} rows={rows} onProfile={onProfile} onZoom={onZoom} />
      </div>
      <section className="areas-list" aria-labelledby="areas-title">
        <div className="clause-head areas-head">
          <h2 id="areas-title" className="clause-title">Ranked areas</h2>
          {shown === 'table' && <input type="search" className="find-area no-print" aria-label="Find an area" placeholder="Find an area" autoComplete="off" value={find} onChange={({ target }) => setFind(target.value)} />}
          <Button variant="link" className="small no-print" onPress={() => downloadAreas(store.getState())}>Export CSV</Button>
        </div>
        <div className="areas-filter">
          <ViewSwitch views={views} shown={shown} peaks={peaks} />
          {shown === 'table'
            ? <Chip selected={onlyHigher} onChange={setOnlyHigher} label="Significantly higher only">Higher only</Chip>
            : shown !== 'peaks' && <Button variant="link" className="small enlarge" onPress={() => views.enlarge(shown)}>Enlarge</Button>}
        </div>
        <div className="areas-scroll" id="areas-table" tabIndex={-1} ref={scroll}>
          {shown === 'peaks' && <PeaksTable scene={scene} onGo={onGo} />}
          {rows !== null && shown !== 'table' && shown !== 'peaks' && <AreaPlot key={shown} scene={scene} rows={rows} kind={shown} />}
          {/* Beside a plot the table is for paper, and keeps its order for when it is back. */}
          <div className={shown === 'table' ? undefined : 'on-paper-only'}>{rows !== null && <AreaTable scene={scene} rows={rows} onlyHigher={onlyHigher} find={find} onScreen={shown === 'table'} />}</div>
        </div>
      </section>
    </>
  );
});
