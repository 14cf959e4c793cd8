import { useMemo, useState } from 'react';
import { useAtlasStore } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { areaRows } from '../areaRows.ts';
import { downloadAreas } from '../exportAreas.ts';
import type { Scene } from '../scene.ts';
import { AreaCard } from './AreaCard.tsx';
import { AreaTable } from './AreaTable.tsx';
import { Summary } from './Summary.tsx';

interface AreasPanelProps {
  readonly scene: Scene;
  readonly onProfile: (placeId: string) => void;
  readonly onZoom: (area: number) => void;
}

/** Summary, the selected area, and every area ranked. */
export function AreasPanel({ scene, onProfile, onZoom }: AreasPanelProps) {
  const store = useAtlasStore();
  const { pack, evaluation, rateKind } = scene;
  const [onlyHigher, setOnlyHigher] = useState(false);
  const rows = useMemo(() => (evaluation === null ? [] : areaRows(pack, evaluation, rateKind)), [pack, evaluation, rateKind]);
  return (
    <>
      <div className="areas-top">
        <Summary scene={scene} />
        <AreaCard scene={scene} rows={rows} onProfile={onProfile} onZoom={onZoom} />
      </div>
      <section className="areas-list" aria-labelledby="areas-title">
        <div className="clause-head areas-head">
          <h2 id="areas-title" className="clause-title">Ranked areas</h2>
          <span className="areas-filter">
            <Chip selected={onlyHigher} onChange={setOnlyHigher} label="Significantly higher only">Higher only</Chip>
            <Button variant="link" className="small" onPress={() => downloadAreas(store.getState())}>Export CSV</Button>
          </span>
        </div>
        <div className="areas-scroll" id="areas-table" tabIndex={-1}>
          <AreaTable scene={scene} rows={rows} onlyHigher={onlyHigher} />
        </div>
      </section>
    </>
  );
}
