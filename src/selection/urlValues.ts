import { MEASURES, OVERLAYS } from '../model/measures.ts';
import type { ForceChoice } from './forces.ts';
import { BENCHMARK_VALUE } from './urlBenchmark.ts';
import { DRAWN_AREAS_VALUE } from './urlDrawnAreas.ts';
import { HOTSPOT_LIST_VALUE } from './urlHotspotList.ts';
import { PATROL_VALUES } from './patrolUrl.ts';
import { HOTSPOT_VALUES } from './urlHotspots.ts';
import { ids, oneOf, readable, readCamera, readId, readList, type ValueOf } from './urlReaders.ts';
import { SELECTION_VALUES } from './urlSelection.ts';
import { SURFACE_VALUE } from './urlSurface.ts';
import { VIEW_IDS } from './viewState.ts';

const OVERLAY_IDS = OVERLAYS.map(({ id }) => id);

/** One reader per key of the address; what each accepts is also the message that names a bad value. */
export const URL_VALUES = {
  pack: readable('the id of a pack', readId),
  force: readable('"all" or a comma-separated list of ids of police forces', readForces),
  data: readable('the id of a data set', readId),
  ...SELECTION_VALUES,
  measure: readable(`one of ${MEASURES.map(({ id }) => id).join(', ')}`, oneOf(MEASURES.map(({ id }) => id))),
  confidence: readable('95, 99.8 or fdr', oneOf(['95', '99.8', 'fdr'])),
  benchmark: BENCHMARK_VALUE,
  ...HOTSPOT_VALUES,
  surface: SURFACE_VALUE,
  shapes: DRAWN_AREAS_VALUE,
  area: ids,
  layers: readable(`layers from ${OVERLAY_IDS.join(', ')}, or "none"`, (text) =>
    text === 'none' ? [] : readList(text, (item) => { const overlay = oneOf(OVERLAY_IDS)(item); return overlay === null ? null : [overlay]; })),
  map: readable('zoom/latitude/longitude', readCamera),
  list: HOTSPOT_LIST_VALUE,
  ...PATROL_VALUES,
} as const;

/** Force ids in the order given, each once; "all" for all of them. */
function readForces(text: string): ForceChoice | null {
  return text === 'all' ? text : readList(text, (item) => (readId(item) === null || item === 'all' ? null : [item]));
}

export type UrlKey = keyof typeof URL_VALUES;
export const URL_KEYS = Object.keys(URL_VALUES).filter((key): key is UrlKey => key in URL_VALUES);

/** Values by key; a key that the address does not have, or whose value could not be read, is missing. */
export type UrlValues = { -readonly [Key in UrlKey]?: ValueOf<(typeof URL_VALUES)[Key]> };

export const readView = oneOf(VIEW_IDS);
