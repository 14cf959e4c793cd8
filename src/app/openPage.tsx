import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { type AtlasDependencies, createAtlasStore } from '../store/atlasStore.ts';
import { AtlasProvider } from '../store/react.ts';
import { browserUrlPort } from '../store/urlPort.ts';
import { App } from './App.tsx';
import { startTheme } from './theme.ts';

/** Asks for what the address names, and shows the page meanwhile. */
export function openPage(root: HTMLElement, worker: AtlasDependencies['worker']): void {
  startTheme();
  const store = createAtlasStore({ worker, location: browserUrlPort(window), packsUrl: './packs/' });
  store.getState().start();
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="en-GB">
        <AtlasProvider store={store}>
          <App />
        </AtlasProvider>
      </I18nProvider>
    </StrictMode>,
  );
}
