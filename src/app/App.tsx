import { lazy, Suspense, useEffect, useRef } from 'react';
import { ExploreView } from '../features/explore/ExploreView.tsx';
import { usePanels } from '../features/explore/panels.ts';
import type { ViewId } from '../selection/viewState.ts';
import { useAtlas } from '../store/react.ts';
import { focusFirst } from '../ui/focus.ts';
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
const PatrolView = lazy(async () => ({ default: (await import('../features/patrol/PatrolView.tsx')).PatrolView }));

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
  useKeptFocus(view);
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
            {view === 'patrol' && <PatrolView />}
            {view === 'assessment' && <AssessmentView />}
            {view === 'methods' && <MethodsView />}
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}

/** A control that leads to another view goes with its own: the focus is on the new one then, not back at the page's start. */
function useKeptFocus(view: ViewId): void {
  const before = useRef(view);
  useEffect(() => {
    if (before.current !== view && document.activeElement === document.body) focusFirst('#main');
    before.current = view;
  }, [view]);
}

function Notices() {
  const notices = useAtlas((state) => state.notices);
  const dismiss = useAtlas((state) => state.dismissNotices);
  if (notices.length === 0) return null;
  return <Notice onDismiss={dismiss}><ul>{notices.map((text) => <li key={text}>{text}</li>)}</ul></Notice>;
}
