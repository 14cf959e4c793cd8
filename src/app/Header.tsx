import { useAtlas, useAtlasStore } from '../store/react.ts';
import type { ViewId } from '../selection/viewState.ts';
import { downloadAreas } from '../features/explore/exportAreas.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { printPage } from './printing.ts';
import { PackStatus } from './PackStatus.tsx';
import { ShareButton } from './ShareButton.tsx';
import { useTheme } from './theme.ts';

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
      <PackStatus />
      <Actions />
    </header>
  );
}

function Actions() {
  const store = useAtlasStore();
  const ready = useAtlas((state) => state.evaluation !== null);
  const ownExport = useAtlas((state) => state.view.view === 'assessment' || state.view.view === 'hotspots');
  const [theme, toggleTheme] = useTheme();
  return (
    <div className="actions">
      <ShareButton />
      <Button variant="header" icon="print" aria-label="Print" onPress={() => void printPage()} />
      {/* The assessment and the hotspots have exports of their own. */}
      {!ownExport && <Button variant="header" icon="download" aria-label="Export CSV" isDisabled={!ready} onPress={() => downloadAreas(store.getState())} />}
      <Button variant="header" icon={theme === 'dark' ? 'sun' : 'moon'} aria-label={theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'} onPress={toggleTheme} />
    </div>
  );
}
