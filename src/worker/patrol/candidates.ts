import type { AreaTable } from '../../model/areas.ts';
import type { OpenedPack } from '../../model/pack.ts';
import type { PlacesRequest } from '../../model/patrolSettings.ts';
import { type Evaluation, SUPPRESSED } from '../../model/results.ts';

/** A place before its events are known. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  /** Area numbers. */
  readonly areas: readonly number[];
  readonly rank: number | null;
}

/** Areas in the chosen hubs; all where none is chosen. */
export function areasIn({ hub }: AreaTable, hubs: readonly string[]): number[] {
  return [...hub.keys()].filter((area) => hubs.length === 0 || hubs.includes(hub[area] ?? ''));
}

/** Areas by events, most first; equal ones by code. Withheld counts and zeros are no candidates. */
export function ranked(areas: readonly number[], { areas: { count } }: Evaluation): number[] {
  return areas.filter((area) => count[area] !== SUPPRESSED && (count[area] ?? 0) > 0).toSorted((a, b) => (count[b] ?? 0) - (count[a] ?? 0) || a - b);
}

/** Places of a source, in the order in which they are listed. */
export function candidatesOf({ source, hubs }: PlacesRequest, pack: OpenedPack, counts: Evaluation): Candidate[] {
  const { areas, places } = pack;
  if (source.kind === 'top') return ranked(areasIn(areas, hubs), counts).slice(0, source.count).map((area, index) => areaAs(areas, area, index + 1));
  if (source.kind === 'areas') return source.codes.flatMap((code) => { const area = areas.code.indexOf(code); return area < 0 ? [] : [areaAs(areas, area, null)]; });
  const within = new Set(areasIn(areas, hubs));
  return places.features.flatMap(({ properties: { kind, id, title } }) => {
    const own = kind === 'nte-hotspot' ? [...areas.nteHotspot.keys()].filter((area) => areas.nteHotspot[area] === id) : [];
    return own.some((area) => within.has(area)) ? [{ id, title, areas: own, rank: null }] : [];
  });
}

function areaAs({ code, name }: AreaTable, area: number, rank: number | null): Candidate {
  return { id: code[area] ?? '', title: name[area] ?? '', areas: [area], rank };
}

/** Events in some areas; null where one of them is withheld. */
export function eventsIn(areas: readonly number[], { areas: { count } }: Evaluation): number | null {
  let sum = 0;
  for (const area of areas) {
    const events = count[area] ?? 0;
    if (events === SUPPRESSED) return null;
    sum += events;
  }
  return sum;
}
