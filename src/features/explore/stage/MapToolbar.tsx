import { memo } from 'react';
import { type MeasureId, MEASURES, OVERLAYS } from '../../../model/measures.ts';
import { useAtlas } from '../../../store/react.ts';
import { measureProblem } from '../../../store/shown.ts';
import { PopoverButton } from '../../../ui/PopoverButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import type { Scene } from '../scene.ts';
import { surfaceLack } from '../surfaceWords.ts';
import { ComparedWith } from './ComparedWith.tsx';

/** What colours the map, what areas are compared with, and what lies over the map. */
export const MapToolbar = memo(function MapToolbar({ scene }: { readonly scene: Scene }) {
  const { entry, measure, pack } = scene;
  const setMeasure = useAtlas((state) => state.setMeasure);
  const options = MEASURES.map(({ id, title, short }) => ({ id, title, short: id.endsWith('class') ? title : short, narrow: short, disabledReason: measureProblem(id, entry, pack.manifest.dataSets) ?? undefined }));
  return (
    <div className="map-toolbar">
      <Select<MeasureId> label="Colour the map by" options={options} chosen={measure} onChange={setMeasure} className="select-measure" />
      <ComparedWith scene={scene} />
      <span className="spacer" />
      <LayersMenu lack={surfaceLack(entry)} />
    </div>
  );
});

/** @param lack why the data set can have no density surface */
function LayersMenu({ lack }: { readonly lack: string | null }) {
  const overlays = useAtlas((state) => state.view.overlays);
  const toggle = useAtlas((state) => state.toggleOverlay);
  const refused = useAtlas((state) => (state.view.overlays.includes('surface') ? state.surface.problem?.what ?? null : null)) ?? lack;
  const on = OVERLAYS.filter(({ id }) => overlays.includes(id)).length;
  return (
    <PopoverButton button={{ icon: 'layers', children: <><span className="layers-word">Layers</span> <span className="muted layers-count">{on}</span></>, 'aria-label': `Layers, ${on} on` }} title="Layers over the map" placement="bottom end">
      <ul className="layers">
        {OVERLAYS.map(({ id, title }) => (
          <li key={id}>
            <Switch selected={overlays.includes(id)} onChange={() => toggle(id)} disabled={id === 'surface' && lack !== null && !overlays.includes(id)}>{title}</Switch>
            {id === 'surface' && <p className="small muted layers-detail">{refused ?? 'Lines of equal density of the events that match, from their points (kernel density).'}</p>}
          </li>
        ))}
      </ul>
      <p className="small muted">Hub areas and night-time hotspots are approximate: their boundaries are not published.</p>
    </PopoverButton>
  );
}
