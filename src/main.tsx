/* oxlint-disable import/no-unassigned-import -- stylesheets have nothing to name; their order is the cascade's */
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
import './app/print.css';
import './features/assessment/assessmentPrint.css';
import { createAtlasWorker } from './worker/client.ts';

/*
 * Small, so that it runs at once: the worker starts here, beside the page and the map, whose code index.html has asked
 * for already (see preloadFirst in vite.config.ts).
 */
const worker = createAtlasWorker();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
const { openPage } = await import('./app/openPage.tsx');
openPage(root, worker);
