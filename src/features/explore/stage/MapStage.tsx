import { useMemo, useState } from 'react';
import { type AreaPaint, areaPaint } from '../../../map/layers/areaPaint.ts';
import type { Box } from '../../../map/types.ts';
import type { MeasureId } from '../../../model/measures.ts';
import { useAtlas, useAtlasStore } from '../../../store/react.ts';
import { areaRows } from '../areaRows.ts';
import type { MapSlot } from '../mapSlot.ts';
import type { Scene } from '../scene.ts';
import { AreaPeek, HoverLine } from './AreaPeek.tsx';
import { LegendCard } from './LegendCard.tsx';
import { JumpButtons, MapToolbar } from './MapToolbar.tsx';
import { ProfileCard } from './ProfileCard.tsx';

interface MapStageProps {
  readonly scene: Scene;
  readonly slot: MapSlot;
  readonly drawing: boolean;
  readonly onDraw: (start: boolean) => void;
  /** The place whose profile is open. */
  readonly profile: string | null;
  readonly onProfile: (placeId: string | null) => void;
  /** Where the map is asked to go, once per object. */
  readonly jump: { readonly box: Box } | null;
  readonly onJump: (box: Box) => void;
  readonly onDetails: () => void;
}

const FROZEN: readonly MeasureId[] = ['count', 'rate', 'dsr'];

/** The map with what stands around it: measure, layers, jumps, legend, profile. */
export function MapStage(props: MapStageProps) {
  const { scene, profile, onProfile, onJump, onDetails } = props;
  const { pack, evaluation, measure, rateKind } = scene;
  const breaks = useAtlas((state) => state.breaks[measure] ?? null);
  const rescale = useAtlas((state) => state.rescale);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [legendOpen, setLegendOpen] = useState(false);
  const paint = useMemo(() => areaPaint({ pack, evaluation, measure, breaks, hidden }), [pack, evaluation, measure, breaks, hidden]);
  const rows = useMemo(() => (evaluation === null ? [] : areaRows(pack, evaluation, rateKind)), [pack, evaluation, rateKind]);
  const toggle = (id: string) => setHidden((before) => (before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id])));
  return (
    <>
      <MapToolbar scene={scene} />
      <div className="stage-map">
        <MappedAreas {...props} paint={paint} />
        <div className="stage-top">
          {!props.drawing && <JumpButtons jumps={pack.manifest.jumps} onJump={onJump} />}
          <HoverLine scene={scene} rows={rows} />
        </div>
        <div className={`stage-legend${legendOpen ? ' is-open' : ''}`}>
          <LegendCard legend={paint.legend} onToggle={toggle} onRescale={FROZEN.includes(measure) ? rescale : null} />
          <button type="button" className="button button-plain legend-toggle" aria-expanded={legendOpen} onClick={() => setLegendOpen(!legendOpen)}>{legendOpen ? 'Hide legend' : 'Legend'}</button>
        </div>
        {profile !== null && <ProfileCard pack={pack} placeId={profile} onClose={() => onProfile(null)} />}
      </div>
      <AreaPeek scene={scene} rows={rows} onDetails={onDetails} />
    </>
  );
}

interface MappedAreasProps extends MapStageProps {
  readonly paint: AreaPaint;
}

function MappedAreas({ scene: { pack, applied }, slot: Slot, paint, jump, drawing, onDraw, onProfile }: MappedAreasProps) {
  const store = useAtlasStore();
  const codes = useAtlas((state) => state.view.areas);
  const overlays = useAtlas((state) => state.view.overlays);
  const camera = useAtlas((state) => state.view.camera);
  const hovered = useAtlas((state) => state.hovered);
  const selected = useMemo(() => codes.map((code) => pack.areas.code.indexOf(code)).filter((area) => area >= 0), [codes, pack]);
  return (
    <Slot
      pack={pack} paint={paint} overlays={overlays} selected={selected} hovered={hovered} camera={camera} drawn={applied.drawn} drawing={drawing} jump={jump}
      onHover={(area) => store.getState().hover(area)}
      onSelect={(area, add) => {
        const code = pack.areas.code[area];
        if (code !== undefined) store.getState().toggleArea(code, add ? 'add' : 'replace');
      }}
      onPlace={onProfile}
      onCamera={(at) => store.getState().setCamera(at)}
      onDrawn={(ring) => {
        onDraw(false);
        if (ring !== null) store.getState().setSelection({ drawn: ring });
      }}
    />
  );
}
