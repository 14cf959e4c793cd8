import { COUNTY_BENCHMARK } from '../model/benchmark.ts';
import { DEFAULT_BACKTEST_SETTINGS } from '../model/backtest.ts';
import { DEFAULT_HOTSPOT_SETTINGS } from '../model/hotspots.ts';
import { DEFAULT_SURFACE_SETTINGS } from '../model/surface.ts';
import { URL_VERSION } from './urlEncode.ts';
import { patrolOf } from './patrolUrl.ts';
import { selectionOf } from './urlSelection.ts';
import { readView, URL_KEYS, URL_VALUES, type UrlKey, type UrlValues } from './urlValues.ts';
import { DEFAULT_CONFIDENCE, DEFAULT_OVERLAYS, DEFAULT_VIEW, type ViewState } from './viewState.ts';

export { encodeHash, URL_VERSION } from './urlEncode.ts';

/** Enough characters of a bad value to recognise it in a notice. */
const SHOWN_CHARACTERS = 40;

/** The view of an address, with a notice for everything in it that could not be used. Never throws. */
export function decodeHash(hash: string): { view: ViewState; notices: string[] } {
  const notices: string[] = [];
  const { path, query } = splitHash(hash);
  const view = readView(path) ?? DEFAULT_VIEW.view;
  if (path !== '' && readView(path) === null) notices.push(`The address asks for a view "${shown(path)}" that does not exist; showing Explore.`);
  const values: UrlValues = {};
  for (const [key, text] of pairsOf(query)) {
    if (key === 'v') notices.push(...versionNotice(text));
    else if (!isUrlKey(key)) notices.push(`The address has an entry "${shown(key)}=${shown(text)}" that is not known; it is ignored.`);
    else notices.push(...readValue(key, text, values));
  }
  return { view: viewOf(view, values, notices), notices };
}

function readValue(key: UrlKey, text: string, values: UrlValues): string[] {
  if (text === '') return [];
  const { expected, read } = URL_VALUES[key];
  const value = read(text);
  if (value === null) return [`The address says ${key}=${shown(text)}, which is not ${expected}; the default is used instead.`];
  Object.assign(values, { [key]: value });
  return [];
}

function viewOf(view: ViewState['view'], values: UrlValues, notices: string[]): ViewState {
  return {
    view,
    pack: values.pack ?? null,
    forces: values.force ?? null,
    dataSet: values.data ?? null,
    selection: selectionOf(values, notices),
    measure: values.measure ?? null,
    confidence: confidenceOf(values.confidence),
    benchmark: values.benchmark ?? COUNTY_BENCHMARK,
    hotspots: values.hotspots ?? DEFAULT_HOTSPOT_SETTINGS,
    backtest: values.backtest ?? DEFAULT_BACKTEST_SETTINGS,
    surface: values.surface ?? DEFAULT_SURFACE_SETTINGS,
    drawnAreas: values.shapes ?? [],
    areas: values.area ?? [],
    overlays: values.layers ?? DEFAULT_OVERLAYS,
    camera: values.map ?? null,
    hotspotList: values.list ?? null,
    patrol: patrolOf(values),
  };
}

function confidenceOf(text: UrlValues['confidence']): ViewState['confidence'] {
  if (text === 'fdr') return text;
  return text === '99.8' ? 99.8 : DEFAULT_CONFIDENCE;
}

function versionNotice(text: string): string[] {
  if (text === String(URL_VERSION)) return [];
  return /^\d{1,6}$/.test(text) && Number(text) > URL_VERSION
    ? [`This link was made by a newer version of Hotspot Atlas (v=${text}); what is understood of it is shown.`]
    : [`The address says v=${shown(text)}, which is not a version; it is read as version ${URL_VERSION}.`];
}

function splitHash(hash: string): { path: string; query: string } {
  const text = hash.replace(/^#/, '').replace(/^\/+/, '');
  const mark = text.indexOf('?');
  return mark < 0 ? { path: text, query: '' } : { path: text.slice(0, mark).replace(/\/+$/, ''), query: text.slice(mark + 1) };
}

/** The last of repeated keys counts, as everywhere else in the address the last word does. */
function pairsOf(query: string): Map<string, string> {
  return new Map(new URLSearchParams(query).entries());
}

function isUrlKey(key: string): key is UrlKey {
  return (URL_KEYS as readonly string[]).includes(key);
}

function shown(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}...` : text;
}
