import { useEffect, useMemo } from 'react';
import type { StoredHotspotList } from '../../model/hotspotLists.ts';
import type { BacktestAnswer } from '../../model/backtest.ts';
import type { HotspotAnswer } from '../../model/hotspots.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import type { OpenedPack } from '../../model/pack.ts';
import type { SurfaceAnswer } from '../../model/surface.ts';
import { slug } from '../../model/vocabulary.ts';
import { hotspotListFile } from '../../store/hotspotLists.ts';
import { useAtlas, useAtlasStore } from '../../store/react.ts';
import { linkOf } from '../../store/shown.ts';
import { shownSurface } from '../../store/surfaceKeeper.ts';
import { downloadText } from '../../ui/download.ts';
import type { EvidenceRow } from './evidence.ts';
import { KeptLists } from './KeptLists.tsx';
import { draftOf, type ListedSource, listSources } from './listDrafts.ts';
import { SaveList } from './SaveList.tsx';

interface ListsProps {
  readonly pack: OpenedPack;
  readonly entry: DataSetEntry;
  readonly answer: HotspotAnswer;
  readonly rows: readonly EvidenceRow[];
  readonly ticked: ReadonlySet<string>;
}

/** Saves areas with their evidence, and what is kept. */
export function Lists({ pack, entry, answer, rows, ticked }: ListsProps) {
  const store = useAtlasStore();
  const lists = useAtlas((state) => state.hotspotLists);
  const value = useAtlas((state) => state.backtest.value);
  const remove = useAtlas((state) => state.removeHotspotList);
  const readFile = useAtlas((state) => state.readHotspotListFile);
  // Picks of another filter are not this filter's.
  const backtest = useMemo(() => (value !== null && sameFilter(value, answer) ? value : null), [value, answer]);
  const density = useAtlas(shownSurface);
  const surface = density !== null && !density.old && sameFilter(density.answer, answer) ? density.answer : null;
  const needSurface = useAtlas((state) => state.needSurface);
  useEffect(() => needSurface(), [needSurface]);
  const sources = useMemo(() => listSources(answer, rows, ticked, backtest, surface), [answer, rows, ticked, backtest, surface]);
  const save = (name: string, source: ListedSource) => {
    const { saveHotspotList } = store.getState();
    return saveHotspotList(draftOf({ name, source, pack, entry, answer, hash: linkOf(store.getState()), now: new Date() }));
  };
  return (
    <>
      <p>A list keeps its areas with their evidence, filter, method and seed, in this browser only. From it patrols are planned.</p>
      <SaveList sources={sources} versions={new Map(lists.map(({ name, version }) => [name, version]))} onSave={save} />
      <KeptLists
        lists={lists} onRemove={remove} onFile={readFile} onDownload={download}
        onPlan={({ name, areas }) => store.getState().setPatrolList({ title: name, codes: areas.map(({ code }) => code) }, 'open')}
      />
    </>
  );
}

function sameFilter({ request }: Pick<BacktestAnswer, 'request'> | Pick<SurfaceAnswer, 'request'>, answer: HotspotAnswer): boolean {
  return request.pack === answer.request.pack && request.dataSet === answer.request.dataSet && JSON.stringify(request.selection) === JSON.stringify(answer.request.selection);
}

function download(list: StoredHotspotList): void {
  downloadText(`${list.demonstration ? 'demonstration-' : ''}hotspots-${slug(list.name)}-v${list.version}.json`, hotspotListFile(list), 'application/json');
}
