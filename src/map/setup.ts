/** MapLibre's worker and stylesheets. */
// oxlint-disable-next-line import/no-unassigned-import -- a stylesheet has nothing to name
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { prewarm, setWorkerUrl } from 'maplibre-gl';
// oxlint-disable-next-line import/no-unassigned-import -- a stylesheet has nothing to name
import './scale/colours.css';
// oxlint-disable-next-line import/no-unassigned-import -- a stylesheet has nothing to name
import './map.css';

/**
 * Names the worker's own file, so that none is made from a blob: the page's policy forbids that. Starts it at once, beside
 * the map that is then made, and keeps it for the next map. Call before the first map.
 */
export function setUpWorker(): void {
  setWorkerUrl(workerUrl);
  prewarm();
}
