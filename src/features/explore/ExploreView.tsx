import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useAtlas } from '../../store/react.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Button } from '../../ui/Button.tsx';
import { focusFirst } from '../../ui/focus.ts';
import { asSentence, problemWords } from '../../ui/problemWords.ts';
import type { Box } from '../../map/types.ts';
import { areaBox } from './areaBox.ts';
import { areaRows } from './areaRows.ts';
import { type AreaViews, useAreaViews } from './areas/areaViews.ts';
import { announcement } from './announcement.ts';
import type { MapSlot } from './mapSlot.ts';
import { PanelPlace } from './PanelPlace.tsx';
import type { Panels, Part } from './panels.ts';
import { useAnswered, useScene } from './scene.ts';
import { HealthLine } from './stage/HealthLine.tsx';
import { MapStage } from './stage/MapStage.tsx';
import { useProfile } from './useProfile.ts';
import { useSides } from './useSides.ts';
import { useSteady } from './useSteady.ts';

interface ExploreViewProps {
  /** The shell mounts the map through it. */
  readonly slot: MapSlot;
  readonly panels: Panels;
}

const SHEETS: readonly { readonly id: Part; readonly title: string; readonly icon: IconName }[] = [
  { id: 'filters', title: 'Filters', icon: 'filter' },
  { id: 'map', title: 'Map', icon: 'map' },
  { id: 'areas', title: 'Areas', icon: 'list' },
];

/** The map, its filters and its table. Each has its place from the start; the map comes first, the others when their code is there. */
export function ExploreView({ slot, panels }: ExploreViewProps) {
  const scene = useScene();
  const sides = useSides();
  const { sheet, closed, fold, showSheet } = panels;
  const forArea = useAtlas((state) => state.areaDrawing === 'asked');
  // An area to compare is asked for in another view, which leads here: the map draws at once.
  const [drawing, setDrawing] = useState(forArea);
  const [jump, setJump] = useState<{ readonly box: Box } | null>(null);
  const profile = useProfile(() => showSheet('map'));
  const answered = useAnswered(scene);
  const rows = scene === null || scene.evaluation === null ? null : areaRows(scene.pack, scene.evaluation, scene.rateKind);
  const views = useLargePlot(showSheet);
  const openProfile = useSteady(profile.open);
  const goTo = useSteady((box: Box | null) => {
    const from = document.activeElement;
    if (box !== null) setJump({ box });
    flushSync(() => showSheet('map'));
    focusFirst(from, '#map');
  });
  const zoomTo = useSteady((area: number) => goTo(scene === null ? null : areaBox(scene.pack, area)));
  const empty = scene === null || sides === null;
  const showDetails = () => {
    flushSync(() => showSheet('areas'));
    focusFirst('#area-title');
  };
  return (
    <div className="explore" data-sheet={sheet} data-filters={closed.filters ? 'closed' : 'open'} data-areas={closed.areas ? 'closed' : 'open'}>
      {scene !== null && <h1 className="visually-hidden">Explore {scene.pack.manifest.area.title}</h1>}
      <aside className="panel panel-filters" id="filters" tabIndex={-1} aria-label="Filters" aria-busy={empty}>
        {scene === null || sides === null ? <PanelPlace words="The filters are loading." /> : (
          <sides.FilterPanel
            scene={scene} drawing={drawing}
            onDraw={(start) => {
              setDrawing(start);
              showSheet('map');
            }}
            onProfile={profile.open}
          />
        )}
      </aside>
      <section className={`stage${views.large === null ? '' : ' has-plot'}`} id="map" tabIndex={-1} aria-label="Map">
        <Fold side="left" closed={closed.filters} what="filters" onPress={() => fold('filters')} />
        <MapStage scene={scene} answered={answered} slot={slot} drawing={drawing} onDraw={setDrawing} profile={profile} jump={jump} onJump={(box) => setJump({ box })} onDetails={showDetails} />
        <Fold side="right" closed={closed.areas} what="areas" onPress={() => fold('areas')} />
        {answered !== null && sides !== null && views.large !== null && rows !== null && <sides.LargePlot scene={answered} rows={rows} kind={views.large} onClose={views.reduce} />}
        {answered === null ? <p className="health" /> : <HealthLine scene={answered} />}
      </section>
      <aside className="panel panel-areas" id="areas" tabIndex={-1} aria-label="Areas" aria-busy={empty}>
        {answered === null || sides === null ? <PanelPlace words="The areas are loading." /> : <sides.AreasPanel scene={answered} rows={rows} views={views} onProfile={openProfile} onZoom={zoomTo} onGo={goTo} />}
      </aside>
      <nav className="tabs" aria-label="Panels">
        {SHEETS.map(({ id, title, icon }) => (
          <button key={id} type="button" className="tab" aria-pressed={sheet === id} onClick={() => showSheet(id)}>
            <Icon name={icon} size={20} />
            {title}
          </button>
        ))}
      </nav>
      <EvaluationProblem />
      <Announcer text={scene === null ? '' : announcement(scene)} />
    </div>
  );
}

/** The areas' views; a large plot takes the focus and, on narrow screens, brings its sheet; put back, the switch has it again. */
function useLargePlot(showSheet: (part: Part) => void): AreaViews {
  const views = useAreaViews();
  const show = useSteady(views.show);
  const enlarge = useSteady((kind: Parameters<AreaViews['enlarge']>[0]) => {
    flushSync(() => {
      views.enlarge(kind);
      showSheet('map');
    });
    focusFirst('#large-plot-title');
  });
  const reduce = useSteady(() => {
    flushSync(() => {
      views.reduce();
      showSheet('areas');
    });
    focusFirst('.view-choice[aria-pressed="true"]');
  });
  const { shown, large } = views;
  return useMemo(() => ({ shown, large, show, enlarge, reduce }), [shown, large, show, enlarge, reduce]);
}

function Fold({ side, closed, what, onPress }: { readonly side: 'left' | 'right'; readonly closed: boolean; readonly what: string; readonly onPress: () => void }) {
  const pointsLeft = (side === 'left') !== closed;
  return (
    <Button
      className={`fold fold-${side}`} icon={pointsLeft ? 'chevron-left' : 'chevron-right'} onPress={onPress}
      aria-label={`${closed ? 'Show' : 'Hide'} ${what}`} aria-expanded={!closed}
    />
  );
}

function EvaluationProblem() {
  const problem = useAtlas((state) => state.evaluationProblem);
  if (problem === null) return null;
  return <div className="stage-problem"><p role="alert"><strong>{asSentence(problem.what)}</strong> {problemWords(problem, ['where', 'remedy'])}</p></div>;
}
