import { useAtlas, useAtlasStore } from '../store/react.ts';
import type { ViewId } from '../selection/viewState.ts';
import type { AtlasState } from '../store/state.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { PackWords } from './PackWords.tsx';
import { printPage } from './printing.ts';
import { ShareButton } from './ShareButton.tsx';
import { useTheme } from './theme.ts';
import { useMenus } from './useMenus.ts';

const VIEWS: readonly { readonly id: ViewId; readonly title: string }[] = [
  { id: 'explore', title: 'Explore' },
  { id: 'hotspots', title: 'Hotspots' },
  { id: 'assessment', title: 'Assessment' },
  { id: 'methods', title: 'Methods' },
];

/** Name, views, what is open, and what to do with it. */
export function Header() {
  const view = useAtlas((state) => state.view.view);
  const setView = useAtlas((state) => state.setView);
  const demonstration = useAtlas((state) => state.pack.opened?.manifest.demonstration === true);
  const menus = useMenus();
  return (
    <header className="header">
      <p className="brand">Hotspot Atlas</p>
      <nav aria-label="Views" className="views">
        {VIEWS.map(({ id, title }) => (
          <button key={id} type="button" className="view" aria-current={view === id ? 'page' : undefined} onClick={() => setView(id)}>{title}</button>
        ))}
      </nav>
      {demonstration && <Badge tone="warning">Demonstration data</Badge>}
      <span className="spacer" />
      {menus === null ? <PackPlace /> : <menus.PackStatus />}
      <Actions download={menus?.downloadAreas ?? null} />
    </header>
  );
}

/** What is open, in its place, while the menu's code is still coming. */
function PackPlace() {
  const opened = useAtlas((state) => state.pack.opened !== null);
  return opened ? <div className="button button-header pack-status"><PackWords /></div> : null;
}

function Actions({ download }: { readonly download: ((state: AtlasState) => void) | null }) {
  const store = useAtlasStore();
  const ready = useAtlas((state) => state.evaluation !== null);
  const ownExport = useAtlas((state) => state.view.view === 'assessment' || state.view.view === 'hotspots');
  const [theme, toggleTheme] = useTheme();
  return (
    <div className="actions">
      <ShareButton />
      <Button variant="header" icon="print" aria-label="Print" onPress={() => void printPage()} />
      {/* The assessment and the hotspots have exports of their own. */}
      {!ownExport && <Button variant="header" icon="download" aria-label="Export CSV" isDisabled={!ready || download === null} onPress={() => download?.(store.getState())} />}
      <Button variant="header" icon={theme === 'dark' ? 'sun' : 'moon'} aria-label={theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'} onPress={toggleTheme} />
    </div>
  );
}
