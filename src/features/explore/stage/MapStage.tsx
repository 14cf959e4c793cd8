import { useCallback, useMemo, useState } from 'react';
import { type AreaPaint, areaPaint } from '../../../map/layers/areaPaint.ts';
import type { Box } from '../../../map/types.ts';
import { type MeasureId, MEASURES } from '../../../model/measures.ts';
import { currentHotspots } from '../../../store/hotspotKeepers.ts';
import { useAtlas, useAtlasStore } from '../../../store/react.ts';
import { areaRows } from '../areaRows.ts';
import type { MapSlot } from '../mapSlot.ts';
import type { Scene } from '../scene.ts';
import type { Profile } from '../useProfile.ts';
import { AgreementNote } from './AgreementNote.tsx';
import { AreaPeek, HoverLine } from './AreaPeek.tsx';
import { DrawingBar } from './DrawingBar.tsx';
import { ForceOffer } from './ForceOffer.tsx';
import { HotspotNote } from './HotspotNote.tsx';
import { LegendCard } from './LegendCard.tsx';
import { legendWords } from './legendWords.ts';
import { JumpButtons, MapToolbar } from './MapToolbar.tsx';
import { ProfileCard } from './ProfileCard.tsx';
import { type DrawingBarState, useDrawingBar } from './useDrawingBar.ts';

interface MapStageProps {
  readonly scene: Scene;
  /** The scene of the figures on screen. */
  readonly answered: Scene;
  readonly slot: MapSlot;
  readonly drawing: boolean;
  readonly onDraw: (start: boolean) => void;
  readonly profile: Profile;
  /** Where the map is asked to go, once per object. */
  readonly jump: { readonly box: Box } | null;
  readonly onJump: (box: Box) => void;
  readonly onDetails: () => void;
}

const FROZEN: readonly MeasureId[] = ['count', 'rate', 'dsr'];

/** The map with what stands around it: measure, layers, jumps, legend, profile. */
export function MapStage(props: MapStageProps) {
  const { scene, drawing, onDraw, profile, onJump, onDetails } = props;
  const { pack, evaluation, measure, rateKind } = scene;
  const rescale = useAtlas((state) => state.rescale);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [legendOpen, setLegendOpen] = useState(false);
  const bar = useDrawingBar();
  const paint = usePaint(scene, hidden);
  const rows = useMemo(() => (evaluation === null ? null : areaRows(pack, evaluation, rateKind)), [pack, evaluation, rateKind]);
  const toggle = useCallback((id: string) => setHidden((before) => (before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]))), []);
  return (
    <>
      <MapToolbar scene={props.answered} />
      <div className={`stage-map${drawing ? ' is-drawing' : ''}${profile.placeId === null ? '' : ' has-profile'}`}>
        <MappedAreas {...props} paint={paint} bar={bar} />
        <div className="stage-top">
          {drawing ? <DrawingBar state={bar} onCancel={() => onDraw(false)} /> : <JumpButtons jumps={pack.manifest.jumps} onJump={onJump} />}
          {measure === 'agreement' && <AgreementNote />}
          <ForceOffer pack={pack} />
          {MEASURES.find(({ id }) => id === measure)?.needs === 'hotspots' && <HotspotNote />}
          <HoverLine scene={props.answered} rows={rows} />
        </div>
        <div className={`stage-legend${legendOpen ? ' is-open' : ''}`}>
          <LegendCard legend={paint.legend} onToggle={toggle} onRescale={FROZEN.includes(measure) ? rescale : null} />
          <button type="button" className="button button-plain legend-toggle" aria-expanded={legendOpen} onClick={() => setLegendOpen(!legendOpen)}>{legendOpen ? 'Hide legend' : 'Legend'}</button>
        </div>
        {profile.placeId !== null && <ProfileCard key={profile.placeId} pack={pack} placeId={profile.placeId} onClose={profile.close} onZoom={onJump} />}
      </div>
      <AreaPeek scene={props.answered} rows={rows} onDetails={onDetails} />
    </>
  );
}

function usePaint(scene: Scene, hidden: ReadonlySet<string>): AreaPaint {
  const { pack, entry, evaluation, applied, measure } = scene;
  const breaks = useAtlas((state) => state.breaks[measure] ?? null);
  const agreement = useAtlas((state) => state.agreement.value);
  const hotspots = useAtlas(currentHotspots);
  const words = useMemo(() => legendWords({ pack, entry, evaluation, applied }), [pack, entry, evaluation, applied]);
  return useMemo(() => areaPaint({ pack, evaluation, measure, breaks, hidden, agreement, hotspots, words }), [pack, evaluation, measure, breaks, hidden, agreement, hotspots, words]);
}

interface MappedAreasProps extends MapStageProps {
  readonly paint: AreaPaint;
  readonly bar: DrawingBarState;
}

function MappedAreas({ scene: { pack, applied }, slot: Slot, paint, bar, jump, drawing, onDraw, profile }: MappedAreasProps) {
  const store = useAtlasStore();
  const codes = useAtlas((state) => state.view.areas);
  const overlays = useAtlas((state) => state.view.overlays);
  const camera = useAtlas((state) => state.view.camera);
  const hovered = useAtlas((state) => state.hovered);
  const selected = useMemo(() => codes.map((code) => pack.areas.code.indexOf(code)).filter((area) => area >= 0), [codes, pack]);
  return (
    <Slot
      pack={pack} paint={paint} overlays={overlays} selected={selected} hovered={hovered} camera={camera} drawn={applied.drawn} drawing={drawing} jump={jump}
      drawingCommand={bar.command} onDrawing={bar.onDrawing}
      onHover={(area) => store.getState().hover(area)}
      onSelect={(area, add) => {
        const code = pack.areas.code[area];
        if (code !== undefined) store.getState().toggleArea(code, add ? 'add' : 'replace');
      }}
      onPlace={profile.open}
      onCamera={(at) => store.getState().setCamera(at)}
      onDrawn={(ring) => {
        onDraw(false);
        if (ring !== null) store.getState().setSelection({ drawn: ring });
      }}
    />
  );
}
