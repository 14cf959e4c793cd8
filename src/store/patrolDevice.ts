import { isRecord } from '../model/records.ts';
import { readDate } from '../selection/patrolUrl.ts';
import { readId } from '../selection/urlReaders.ts';
import type { StoragePort } from './storage.ts';

/** Where the browser keeps what planners should not have to say again. */
export const PATROL_KEY = 'hotspot-atlas.patrol';
const VERSION = 1;
const MOST_PACKS = 50;
const MOST_VISITS = 1000;
const MOST_TRIAL_PLACES = 100;

/** A trial as it was drawn, so that it can be compared months later, whatever has become of the plan. */
export interface KeptTrial {
  readonly hotspots: readonly { readonly id: string; readonly title: string }[];
  readonly from: string;
  readonly days: number;
  readonly oneIn: number;
  readonly runDays: number;
  readonly seed: number;
}

/** Of one pack; null and empty where nothing is kept. */
export interface PatrolDevice {
  /** Hubs planned for last; empty = the whole county. */
  readonly hubs: readonly string[] | null;
  /** Dates of last visits by hotspot id. */
  readonly lastVisits: Readonly<Record<string, string>>;
  readonly trial: KeptTrial | null;
}

export const NOTHING_KEPT: PatrolDevice = { hubs: null, lastVisits: {}, trial: null };

/** What this device keeps for a pack; nothing where it cannot be read. Never throws. */
export function readPatrolDevice(storage: StoragePort, pack: string): PatrolDevice {
  const kept = packsOf(storage.read())?.[pack];
  if (!isRecord(kept)) return NOTHING_KEPT;
  const { hubs, lastVisits, trial } = kept;
  const visits = isRecord(lastVisits) ? Object.entries(lastVisits).flatMap(([id, date]) => (readId(id) !== null && typeof date === 'string' && readDate(date) !== null ? [[id, date] as const] : [])) : [];
  return {
    hubs: Array.isArray(hubs) && hubs.every((id): id is string => typeof id === 'string' && readId(id) !== null) ? hubs : null,
    lastVisits: Object.fromEntries(visits.slice(0, MOST_VISITS)), trial: readTrial(trial),
  };
}

/** Keeps what is named for a pack; the rest stays. What could not be read is set aside before it is written over. False where it lasts only as long as the page. */
export function changePatrolDevice(storage: StoragePort, pack: string, patch: Partial<PatrolDevice>): boolean {
  const text = storage.read();
  const packs = packsOf(text);
  if (text !== null && packs === null) storage.setAside(text);
  const others = Object.entries(packs ?? {}).filter(([id]) => id !== pack).slice(1 - MOST_PACKS);
  return storage.write(JSON.stringify({ v: VERSION, packs: Object.fromEntries([...others, [pack, { ...readPatrolDevice(storage, pack), ...patch }]]) }));
}

/** Null where the text is not this version's. */
function packsOf(text: string | null): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(text ?? 'null');
    return isRecord(json) && json['v'] === VERSION && isRecord(json['packs']) ? json['packs'] : null;
  } catch {
    return null;
  }
}

function readTrial(kept: unknown): KeptTrial | null {
  if (!isRecord(kept)) return null;
  const whole = (key: string, least: number, most: number): number | null => {
    const value = kept[key];
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : null;
  };
  const { from, hotspots: places } = kept;
  const [days, oneIn, runDays, seed] = [whole('days', 1, 366), whole('oneIn', 2, 100), whole('runDays', 1, 28), whole('seed', 1, 999_999)];
  const hotspots = Array.isArray(places) ? places.flatMap((place: unknown) => (isRecord(place) && typeof place['id'] === 'string' && typeof place['title'] === 'string' ? [{ id: place['id'], title: place['title'] }] : [])) : [];
  const sound = hotspots.length > 0 && hotspots.length <= MOST_TRIAL_PLACES && Array.isArray(places) && hotspots.length === places.length;
  if (!sound || typeof from !== 'string' || readDate(from) === null || days === null || oneIn === null || runDays === null || seed === null) return null;
  return { hotspots, from, days, oneIn, runDays, seed };
}
