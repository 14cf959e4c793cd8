/* oxlint-disable import/no-unassigned-import -- stylesheets have nothing to name; their order is the cascade's */
import { createRoot } from 'react-dom/client';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import './map/scale/colours.css';
import './app/tokens.css';
import './app/base.css';
import './ui/controls.css';
import './ui/overlays.css';
import './app/app.css';
import './charts/charts.css';
import './features/explore/explore.css';
import './features/explore/filters/filters.css';
import './features/explore/stage/stage.css';
import './features/explore/areas/areas.css';
import './features/methods/methods.css';
import './features/assessment/assessment.css';
import './features/hotspots/hotspots.css';
import './app/print.css';
import './features/assessment/assessmentPrint.css';
import { App } from './app/App.tsx';
import { startTheme } from './app/theme.ts';
import { createAtlasStore } from './store/atlasStore.ts';
import { AtlasProvider } from './store/react.ts';
import { browserUrlPort } from './store/urlPort.ts';
import { createAtlasWorker } from './worker/client.ts';

startTheme();
const store = createAtlasStore({ worker: createAtlasWorker(), location: browserUrlPort(window), packsUrl: './packs/' });
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en-GB">
      <AtlasProvider store={store}>
        <App />
      </AtlasProvider>
    </I18nProvider>
  </StrictMode>,
);
store.getState().start();
