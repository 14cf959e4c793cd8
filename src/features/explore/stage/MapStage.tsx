import { useCallback, useMemo, useState } from 'react';
import { type AreaPaint, areaPaint } from '../../../map/layers/areaPaint.ts';
import type { SurfacePaint } from '../../../map/layers/densityLayers.ts';
import type { Box } from '../../../map/types.ts';
import { type MeasureId, MEASURES } from '../../../model/measures.ts';
import { currentHotspots } from '../../../store/hotspotKeepers.ts';
import { useAtlas, useAtlasStore } from '../../../store/react.ts';
import { shownSurface } from '../../../store/surfaceKeeper.ts';
import { areaRows } from '../areaRows.ts';
import type { MapSlot } from '../mapSlot.ts';
import { ExploreStatus } from '../ExploreStatus.tsx';
import type { Scene } from '../scene.ts';
import { useSides } from '../useSides.ts';
import type { Profile } from '../useProfile.ts';
import { AgreementNote } from './AgreementNote.tsx';
import { AreaPeek, HoverLine } from './AreaPeek.tsx';
import { ForceOffer } from './ForceOffer.tsx';
import { HotspotNote } from './HotspotNote.tsx';
import { JumpButtons } from './JumpButtons.tsx';
import { LegendCard } from './LegendCard.tsx';
import { legendWords } from './legendWords.ts';
import { SurfaceNote } from './SurfaceNote.tsx';
import { type DrawingBarState, useDrawingBar } from './useDrawingBar.ts';

interface MapStageProps {
  /** Null until a pack and a data set are open. */
  readonly scene: Scene | null;
  /** The scene of the figures on screen. */
  readonly answered: Scene | null;
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

/** The map with what stands around it: measure, layers, jumps, legend, profile. The map itself is there from the start, under the words on loading. */
export function MapStage(props: MapStageProps) {
  const { scene, answered, drawing, profile } = props;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const bar = useDrawingBar();
  const paint = usePaint(scene, hidden);
  const sides = useSides();
  const toggle = useCallback((id: string) => setHidden((before) => (before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]))), []);
  return (
    <>
      {answered === null || sides === null ? <div className="map-toolbar" aria-busy="true" /> : <sides.MapToolbar scene={answered} />}
      <div className={`stage-map${drawing ? ' is-drawing' : ''}${profile.placeId === null ? '' : ' has-profile'}`}>
        <div className="stage-held" inert={scene === null}><MappedAreas {...props} paint={paint} bar={bar} /></div>
        {scene === null || answered === null || paint === null ? <Opening onJump={props.onJump} /> : <OnTheMap {...props} scene={scene} answered={answered} paint={paint} bar={bar} onToggle={toggle} />}
      </div>
      {answered !== null && <Peek scene={answered} onDetails={props.onDetails} />}
    </>
  );
}

/** What covers the map until there is something to colour. The jumps keep their room beside it, so that the map has its size before it is drawn. */
function Opening({ onJump }: Pick<MapStageProps, 'onJump'>) {
  const pack = useAtlas((state) => state.pack.opened);
  return (
    <>
      {pack !== null && <div className="stage-top" inert><JumpButtons jumps={pack.manifest.jumps} onJump={onJump} /></div>}
      <div className="stage-status"><ExploreStatus /></div>
    </>
  );
}

interface OnTheMapProps extends MapStageProps {
  readonly scene: Scene;
  readonly answered: Scene;
  readonly paint: AreaPaint;
  readonly bar: DrawingBarState;
  readonly onToggle: (id: string) => void;
}

function OnTheMap({ scene, answered, paint, bar, drawing, onDraw, profile, onJump, onToggle }: OnTheMapProps) {
  const { pack, evaluation, measure, rateKind } = scene;
  const rescale = useAtlas((state) => state.rescale);
  const surfaceOn = useAtlas((state) => state.view.overlays.includes('surface'));
  const [legendOpen, setLegendOpen] = useState(false);
  const sides = useSides();
  const rows = useMemo(() => (evaluation === null ? null : areaRows(pack, evaluation, rateKind)), [pack, evaluation, rateKind]);
  return (
    <>
      <div className="stage-top">
        {drawing && sides !== null ? <sides.DrawingBar state={bar} onCancel={() => onDraw(false)} /> : <JumpButtons jumps={pack.manifest.jumps} onJump={onJump} />}
        {measure === 'agreement' && <AgreementNote />}
        {MEASURES.find(({ id }) => id === measure)?.needs === 'hotspots' && <HotspotNote />}
        {surfaceOn && <SurfaceNote />}
        <ForceOffer pack={pack} />
        <HoverLine scene={answered} rows={rows} />
      </div>
      <div className={`stage-legend${legendOpen ? ' is-open' : ''}`}>
        <LegendCard legend={paint.legend} onToggle={onToggle} onRescale={FROZEN.includes(measure) ? rescale : null} />
        <button type="button" className="button button-plain legend-toggle" aria-expanded={legendOpen} onClick={() => setLegendOpen(!legendOpen)}>{legendOpen ? 'Hide legend' : 'Legend'}</button>
      </div>
      {profile.placeId !== null && sides !== null && <sides.ProfileCard key={profile.placeId} pack={pack} placeId={profile.placeId} onClose={profile.close} onZoom={onJump} />}
    </>
  );
}

function Peek({ scene, onDetails }: { readonly scene: Scene; readonly onDetails: () => void }) {
  const { pack, evaluation, rateKind } = scene;
  const rows = useMemo(() => (evaluation === null ? null : areaRows(pack, evaluation, rateKind)), [pack, evaluation, rateKind]);
  return <AreaPeek scene={scene} rows={rows} onDetails={onDetails} />;
}

/** Null while there is no scene. */
function usePaint(scene: Scene | null, hidden: ReadonlySet<string>): AreaPaint | null {
  const breaks = useAtlas((state) => (scene === null ? null : state.breaks[scene.measure] ?? null));
  const agreement = useAtlas((state) => state.agreement.value);
  const hotspots = useAtlas(currentHotspots);
  const { pack, entry, evaluation, applied, measure } = scene ?? NO_SCENE;
  const words = useMemo(() => (pack === null ? null : legendWords({ pack, entry, evaluation, applied })), [pack, entry, evaluation, applied]);
  return useMemo(() => (pack === null || words === null ? null : areaPaint({ pack, evaluation, measure, breaks, hidden, agreement, hotspots, words })), [pack, evaluation, measure, breaks, hidden, agreement, hotspots, words]);
}

const NO_SCENE = { pack: null, entry: null, evaluation: null, applied: null, measure: null } as const;

function useSurfacePaint(): SurfacePaint | null {
  const shown = useAtlas(shownSurface);
  return useMemo(() => (shown === null ? null : { lines: shown.answer.lines, levels: shown.answer.levels, old: shown.old }), [shown]);
}

interface MappedAreasProps extends MapStageProps {
  readonly paint: AreaPaint | null;
  readonly bar: DrawingBarState;
}

const NO_AREAS: readonly number[] = [];

function MappedAreas({ scene, slot: Slot, paint, bar, jump, drawing, onDraw, profile }: MappedAreasProps) {
  const store = useAtlasStore();
  const pack = useAtlas((state) => state.pack.opened);
  const codes = useAtlas((state) => state.view.areas);
  const overlays = useAtlas((state) => state.view.overlays);
  const surface = useSurfacePaint();
  const camera = useAtlas((state) => state.view.camera);
  const hovered = useAtlas((state) => state.hovered);
  const drawnAreas = useAtlas((state) => state.view.drawnAreas);
  const selected = useMemo(() => (pack === null ? NO_AREAS : codes.map((code) => pack.areas.code.indexOf(code)).filter((area) => area >= 0)), [codes, pack]);
  return (
    <Slot
      pack={pack} paint={paint} overlays={overlays} surface={surface} selected={selected} hovered={hovered} camera={camera} drawn={scene?.applied.drawn ?? null} drawnAreas={drawnAreas} drawing={drawing} jump={jump}
      drawingCommand={bar.command} onDrawing={bar.onDrawing}
      onHover={(area) => store.getState().hover(area)}
      onSelect={(area, add) => {
        const code = pack?.areas.code[area];
        if (code !== undefined) store.getState().toggleArea(code, add ? 'add' : 'replace');
      }}
      onPlace={profile.open}
      onCamera={(at) => store.getState().setCamera(at)}
      onDrawn={(ring) => {
        onDraw(false);
        const { areaDrawing, endAreaDrawing } = store.getState();
        if (areaDrawing === 'asked') endAreaDrawing(ring);
        else if (ring !== null) store.getState().setSelection({ drawn: ring });
      }}
    />
  );
}
