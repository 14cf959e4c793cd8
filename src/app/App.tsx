import { lazy, Suspense, useEffect } from 'react';
import { ExploreView } from '../features/explore/ExploreView.tsx';
import { usePanels } from '../features/explore/panels.ts';
import type { ViewId } from '../selection/viewState.ts';
import { useAtlas } from '../store/react.ts';
import { Notice } from '../ui/Notice.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Header } from './Header.tsx';
import { MapMount } from './MapMount.tsx';
import { SkipLinks } from './SkipLinks.tsx';
import { useEndOfFirstPicture } from './useEndOfFirstPicture.ts';
import { useMenus } from './useMenus.ts';

const AssessmentView = lazy(async () => ({ default: (await import('../features/assessment/AssessmentView.tsx')).AssessmentView }));
const HotspotsView = lazy(async () => ({ default: (await import('../features/hotspots/HotspotsView.tsx')).HotspotsView }));
const MethodsView = lazy(async () => ({ default: (await import('../features/methods/MethodsView.tsx')).MethodsView }));

const TITLES: Readonly<Record<ViewId, string>> = { explore: 'Explore', hotspots: 'Hotspots', patrol: 'Patrol planning', assessment: 'Needs assessment', methods: 'Methods' };

/** The page: header, notices, and the view that the address names. */
export function App() {
  const view = useAtlas((state) => state.view.view);
  const panels = usePanels();
  const menus = useMenus();
  useEndOfFirstPicture();
  const area = useAtlas((state) => state.pack.opened?.manifest.area.title);
  useEffect(() => {
    document.title = [TITLES[view], area, 'Hotspot Atlas'].filter((part) => part !== undefined).join(' – ');
  }, [view, area]);
  return (
    <div className="app">
      <SkipLinks reveal={view === 'explore' ? panels.reveal : null} />
      <Header />
      {menus !== null && <menus.PrintHead />}
      <Notices />
      <main className="main" id="main" tabIndex={-1}>
        <ErrorBoundary key={view}>
          <Suspense fallback={<p className="status muted">Opening…</p>}>
            {view === 'explore' && <ExploreView slot={MapMount} panels={panels} />}
            {view === 'hotspots' && <HotspotsView />}
            {view === 'assessment' && <AssessmentView />}
            {view === 'methods' && <MethodsView />}
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}

function Notices() {
  const notices = useAtlas((state) => state.notices);
  const dismiss = useAtlas((state) => state.dismissNotices);
  if (notices.length === 0) return null;
  return <Notice onDismiss={dismiss}><ul>{notices.map((text) => <li key={text}>{text}</li>)}</ul></Notice>;
}
