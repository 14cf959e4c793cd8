import { WEEKDAYS } from '../model/vocabulary.ts';
import type { UrlKey } from './urlValues.ts';
import { DEFAULT_CONFIDENCE, DEFAULT_OVERLAYS, type ViewState } from './viewState.ts';

/**
 * The address after "#", as in
 * `#/explore?v=1&pack=bedfordshire&data=police-recorded&from=2019-01&to=2023-12&days=fri,sat&hours=19-7&borough=E06000032`.
 * Lists are comma-separated; what is left out has its default. A change of meaning raises URL_VERSION.
 */
export const URL_VERSION = 1;

/** Ends of a period of which the address names only the other one. */
export const FIRST_MONTH = '0000-01';
export const LAST_MONTH = '9999-12';

/** The address of a view. Only what differs from the default is written; the same view always gives the same text. */
export function encodeHash(view: ViewState): string {
  const pairs = Object.entries(textsOf(view)).filter(([, text]) => text !== null && text !== '');
  const query = [`v=${URL_VERSION}`, ...pairs.map(([key, text]) => `${key}=${encodeValue(text ?? '')}`)].join('&');
  return `#/${view.view}?${query}`;
}

function textsOf(view: ViewState): Record<UrlKey, string | null> {
  const { selection, camera } = view;
  return {
    pack: view.pack,
    data: view.dataSet,
    type: list(selection.types),
    subgroup: list(selection.subgroups),
    from: selection.period && selection.period.from !== FIRST_MONTH ? selection.period.from : null,
    to: selection.period && selection.period.to !== LAST_MONTH ? selection.period.to : null,
    months: selection.monthsOfYear && cycleText(selection.monthsOfYear, 12),
    days: list(selection.days?.toSorted((a, b) => a - b).map((day) => WEEKDAYS[day]?.id ?? '') ?? null),
    hours: selection.hours && `${selection.hours.from}-${selection.hours.to}`,
    borough: list(selection.boroughs),
    hub: list(selection.hubs),
    ward: list(selection.wards),
    nte: list(selection.nteHotspots),
    polygon: list(selection.drawn?.flatMap((point) => point.map(degrees)) ?? null),
    midnight: selection.midnightAside ? 'aside' : null,
    measure: view.measure,
    confidence: view.confidence === DEFAULT_CONFIDENCE ? null : String(view.confidence),
    area: list(view.areas),
    layers: sameItems(view.overlays, DEFAULT_OVERLAYS) ? null : (list(view.overlays) ?? 'none'),
    map: camera && `${Number(camera.zoom.toFixed(2))}/${camera.latitude.toFixed(4)}/${camera.longitude.toFixed(4)}`,
  };
}

/** Percent-encoding that leaves commas, slashes and colons readable. */
function encodeValue(text: string): string {
  return encodeURIComponent(text).replace(/%2C/g, ',').replace(/%2F/g, '/');
}

function list(items: readonly (string | number)[] | null): string | null {
  return items === null || items.length === 0 ? null : items.join(',');
}

/** 1-12 as runs: [5, 6, 7] -> "5-7", [11, 12, 1] -> "11-1", [1, 3] -> "1,3". */
function cycleText(values: readonly number[], size: number): string {
  const chosen = new Set(values);
  const next = (value: number) => (value % size) + 1;
  const starts = [...chosen].filter((value) => !chosen.has(((value + size - 2) % size) + 1)).toSorted((a, b) => a - b);
  if (starts.length === 0) return chosen.size === 0 ? '' : `1-${size}`;
  return starts.map((start) => {
    let end = start;
    while (chosen.has(next(end))) end = next(end);
    return end === start ? `${start}` : `${start}-${end}`;
  }).join(',');
}

function sameItems(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item) => right.includes(item));
}

/** Five decimals: about a metre. */
function degrees(value: number): string {
  return String(Number(value.toFixed(5)));
}
