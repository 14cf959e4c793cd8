import { memo, useEffect, useMemo } from 'react';
import type { DataSetEntry } from '../../model/manifest.ts';
import { type OpenedPack, packKey, type Problem, type Progress } from '../../model/pack.ts';
import type { Atlas } from '../../store/state.ts';
import { useAtlas, useAtlasStore } from '../../store/react.ts';
import { ProblemNotice } from '../../ui/Notice.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { Head } from './Head.tsx';
// oxlint-disable-next-line import/no-unassigned-import -- a stylesheet has nothing to name; it comes with the view, after the first map
import './hotspots.css';
import { HotspotsPage, type PageProps } from './HotspotsPage.tsx';
import { TestProgress } from './TestProgress.tsx';

const packState = (state: Atlas) => state.pack;
const dataSetState = (state: Atlas) => state.dataSet;
const hotspotState = (state: Atlas) => state.hotspots;

/** Which concentrations are real, lasting or growing, for the filter chosen in Explore. */
export function HotspotsView() {
  const { opened, progress, problem } = useAtlas(packState);
  const dataSet = useAtlas(dataSetState);
  const retry = useAtlas((state) => state.retry);
  if (opened === null || dataSet.entry === null) return <div className="hotspots-page"><Waiting progress={dataSet.progress ?? progress} problem={problem ?? dataSet.problem} onRetry={retry} /></div>;
  return <OpenedHotspots pack={opened} entry={dataSet.entry} />;
}

function OpenedHotspots({ pack, entry }: { readonly pack: OpenedPack; readonly entry: DataSetEntry }) {
  const { status, value, problem } = useAtlas(hotspotState);
  const need = useAtlas((state) => state.needHotspots);
  useEffect(() => need(), [need]);
  // An answer of what was open before: its figures are not of these areas.
  const shown = value !== null && value.request.pack === packKey(pack) && value.request.dataSet === entry.id ? value : null;
  const old = shown !== null && status === 'loading';
  return (
    <div className="hotspots-page" aria-busy={status === 'loading'}>
      <Head pack={pack} entry={entry} />
      <output className="hotspots-state">{old ? 'Testing anew; what stands below is still the last answer.' : ''}</output>
      {problem !== null && (
        <div className="hotspots-problem">
          <ProblemNotice problem={problem} onRetry={need} />
          {shown !== null && <p className="small muted">What stands below is the last answer that could be made.</p>}
        </div>
      )}
      {problem === null && (shown === null || old) && <div className="hotspots-progress"><TestProgress of="hotspots" /></div>}
      {shown !== null && <Answered pack={pack} entry={entry} answer={shown} />}
    </div>
  );
}

const Answered = memo(function Answered({ pack, entry, answer }: Pick<PageProps, 'pack' | 'entry' | 'answer'>) {
  const store = useAtlasStore();
  const selected = useAtlas((state) => state.view.areas);
  const evaluation = useAtlas((state) => state.evaluation);
  const { request } = answer;
  const counts = useMemo(() => {
    const same = evaluation !== null && evaluation.request.pack === request.pack && evaluation.request.dataSet === request.dataSet && JSON.stringify(evaluation.request.selection) === JSON.stringify(request.selection);
    return same ? evaluation.areas.count : null;
  }, [evaluation, request]);
  const { onMap, onSelect } = useMemo((): Pick<PageProps, 'onMap' | 'onSelect'> => ({
    onMap: (measure, code) => {
      const { setMeasure, toggleArea, setView, view } = store.getState();
      setMeasure(measure);
      if (code !== null && !(view.areas.length === 1 && view.areas[0] === code)) toggleArea(code, 'replace');
      setView('explore');
    },
    onSelect: (code) => store.getState().toggleArea(code, 'add'),
  }), [store]);
  return (
    <HotspotsPage
      pack={pack} entry={entry} answer={answer} counts={counts} selected={selected} onMap={onMap} onSelect={onSelect}
    />
  );
});

interface WaitingProps {
  readonly progress: Progress | null;
  readonly problem: Problem | null;
  readonly onRetry: () => void;
}

/** Before anything is open: how far it is, or what went wrong and what to do. */
function Waiting({ progress, problem, onRetry }: WaitingProps) {
  return (
    <div className="status">
      <h1 className="status-title">Hotspots</h1>
      {problem === null ? <ProgressLine progress={progress} /> : <ProblemNotice problem={problem} onRetry={onRetry} />}
    </div>
  );
}
