import { benchmarkText } from './urlBenchmark.ts';
import { drawnAreasText } from './urlDrawnAreas.ts';
import { hotspotListText } from './urlHotspotList.ts';
import { backtestText, hotspotsText } from './urlHotspots.ts';
import { patrolTexts } from './patrolUrl.ts';
import { list, selectionTexts } from './urlSelection.ts';
import { surfaceText } from './urlSurface.ts';
import type { UrlKey } from './urlValues.ts';
import { DEFAULT_CONFIDENCE, DEFAULT_OVERLAYS, type ViewState } from './viewState.ts';

/**
 * The address after "#", as in
 * `#/explore?v=1&pack=bedfordshire&data=police-recorded&from=2019-01&to=2023-12&days=fri,sat&hours=19-7&borough=E06000032`.
 * Lists are comma-separated; what is left out has its default. A change of meaning raises URL_VERSION; a new key does not.
 */
export const URL_VERSION = 1;

/** The address of a view. Only what differs from the default is written; the same view always gives the same text. */
export function encodeHash(view: ViewState): string {
  const pairs = Object.entries(textsOf(view)).filter(([, text]) => text !== null && text !== '');
  const query = [`v=${URL_VERSION}`, ...pairs.map(([key, text]) => `${key}=${encodeValue(text ?? '')}`)].join('&');
  return `#/${view.view}?${query}`;
}

function textsOf(view: ViewState): Record<UrlKey, string | null> {
  const { camera } = view;
  return {
    pack: view.pack,
    force: view.forces === 'all' ? 'all' : list(view.forces),
    data: view.dataSet,
    ...selectionTexts(view.selection),
    measure: view.measure,
    confidence: view.confidence === DEFAULT_CONFIDENCE ? null : String(view.confidence),
    benchmark: benchmarkText(view.benchmark),
    hotspots: hotspotsText(view.hotspots),
    backtest: backtestText(view.backtest),
    surface: surfaceText(view.surface),
    shapes: drawnAreasText(view.drawnAreas),
    area: list(view.areas),
    layers: sameItems(view.overlays, DEFAULT_OVERLAYS) ? null : (list(view.overlays) ?? 'none'),
    map: camera && `${Number(camera.zoom.toFixed(2))}/${camera.latitude.toFixed(4)}/${camera.longitude.toFixed(4)}`,
    list: hotspotListText(view.hotspotList),
    ...patrolTexts(view.patrol),
  };
}

/** Percent-encoding that leaves commas, slashes and colons readable. */
function encodeValue(text: string): string {
  return encodeURIComponent(text).replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%3A/g, ':');
}

function sameItems(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item) => right.includes(item));
}
