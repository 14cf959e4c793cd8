import { type OpenedPack, packKey } from '../model/pack.ts';
import { type PlanRequest, type Shift, TRAVEL_DEFAULTS } from '../model/patrol.ts';
import { SHIFT_PRESETS } from '../model/patrolRules.ts';
import { MOST_EVENTS, MOST_PLACES, type PatrolPlaces, type PatrolSettings, type PlaceChoice, type PlaceSource, type PlacesRequest } from '../model/patrolSettings.ts';
import type { ViewState } from '../selection/viewState.ts';
import { shownSelection } from './shown.ts';
import type { AtlasState } from './state.ts';

const DAY = 86_400_000;

/** The Monday after a moment, or of the day itself where it is one, as a date. */
export function nextMonday(now: Date): string {
  const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()];
  const weekday = (now.getDay() + 6) % 7;
  return new Date(Date.UTC(year, month, date) + ((7 - weekday) % 7 || 7) * DAY).toISOString().slice(0, 10);
}

/** Hubs that have areas, in the pack's order. */
export function hubsOf({ places, areas }: OpenedPack): { readonly id: string; readonly title: string }[] {
  const held = new Set(areas.hub);
  return places.features.flatMap(({ properties: { kind, id, title } }) => (kind === 'hub' && held.has(id) ? [{ id, title }] : []));
}

/** The hubs planned for: those chosen that the pack has, none = everywhere. Null where nobody has chosen yet and there is a choice. */
export function patrolHubs({ hubs }: Pick<PatrolSettings, 'hubs'>, pack: OpenedPack): readonly string[] | null {
  const held = hubsOf(pack).map(({ id }) => id);
  if (held.length === 0 || hubs?.length === 0) return [];
  const known = hubs?.filter((id) => held.includes(id)) ?? [];
  return known.length === 0 ? null : known;
}

/** True where places come from a hub and none is chosen: somebody must say which before anything is planned. */
export function needsHub(view: Pick<ViewState, 'patrol' | 'hotspotList'>, pack: OpenedPack): boolean {
  const { kind } = choiceOf(view);
  return (kind === 'top' || kind === 'nte') && patrolHubs(view.patrol, pack) === null;
}

/** What is chosen: the list of the address where nothing else is. */
export function choiceOf({ patrol, hotspotList }: Pick<ViewState, 'patrol' | 'hotspotList'>): PlaceChoice {
  return patrol.source ?? (hotspotList === null ? MOST_EVENTS : { kind: 'list' });
}

function sourceOf({ view, hotspotLists }: Pick<AtlasState, 'view' | 'hotspotLists'>): PlaceSource {
  const choice = choiceOf(view);
  if (choice.kind === 'top' || choice.kind === 'nte') return choice.kind === 'top' ? choice : { kind: 'nte' };
  const codes = (choice.kind === 'list' ? view.hotspotList?.codes : view.areas) ?? [];
  const list = choice.kind === 'list' ? view.hotspotList?.title ?? '' : null;
  // A link carries a list's name and areas only; the list itself, if it is kept here unchanged, knows its months.
  const kept = list === null ? undefined : hotspotLists.find(({ name, areas }) => name === list && areas.map(({ code }) => code).join() === codes.join());
  return { kind: 'areas', codes: codes.slice(0, MOST_PLACES), list, ...(kept === undefined ? {} : { madeFrom: kept.period }) };
}

/** What the worker is asked for; null until a data set is open and a hub is chosen. */
export function placesRequestOf(state: AtlasState): PlacesRequest | null {
  const { pack: { opened }, dataSet: { entry }, view: { patrol } } = state;
  if (opened === null || entry === null || needsHub(state.view, opened)) return null;
  const source = sourceOf(state);
  return { pack: packKey(opened), dataSet: entry.id, selection: shownSelection(state).selection, source, hubs: source.kind === 'areas' ? [] : patrolHubs(patrol, opened) ?? [] };
}

/** Shifts to start from: those that the hubs' published posts would staff, one set for each hub; an assumed pair where nothing is published. */
export function defaultShifts({ staffing, places }: Pick<PatrolPlaces, 'staffing' | 'places'>): Shift[] {
  const several = staffing.length > 1;
  const sets = staffing.flatMap(({ hub, title, pairs, shifts, source }) => SHIFT_PRESETS.filter(({ id }) => shifts === 'all' || id === 'late').map((preset): Shift => ({
    ...preset, id: several ? `${preset.id}-${hub}` : preset.id, title: several ? `${preset.title} ${title}` : preset.title,
    pairs: source === null ? 1 : pairs, mode: 'vehicle', hubs: several ? [hub] : [],
  })));
  const unserved = places.some(({ hotspot }) => !staffing.some(({ hub }) => hub === hotspot.hub));
  if (sets.length === 0) return SHIFT_PRESETS.map((preset) => ({ ...preset, mode: 'vehicle' }));
  // Places without a hub are anybody's.
  return unserved ? sets.map((shift) => ({ ...shift, hubs: [] })) : sets;
}

/** The request for a plan; places left out are not in it. Pairs start and end at their hub's base. */
export function planRequestOf(settings: PatrolSettings, places: PatrolPlaces, lastVisits: Readonly<Record<string, string>>, now: Date, pack: Pick<OpenedPack, 'areas'>): PlanRequest {
  const shifts = settings.shifts ?? defaultShifts(places);
  return {
    hotspots: places.places.map(({ hotspot }) => hotspot).filter(({ id }) => !settings.without.includes(id)),
    shifts: shifts.map((shift) => ({ ...shift, base: baseOf(shift, settings, places, pack) })), rule: settings.rule, travel: TRAVEL_DEFAULTS,
    from: settings.from ?? nextMonday(now), days: settings.days, seed: settings.seed ?? 1, lastVisits,
  };
}

/** The base of the first hub a shift serves, or of the only one planned for; none for a shift that serves all of several. */
function baseOf({ hubs }: Shift, { bases }: PatrolSettings, { staffing }: PatrolPlaces, { areas }: Pick<OpenedPack, 'areas'>): Shift['base'] {
  const hub = hubs[0] ?? (staffing.length === 1 ? staffing[0]?.hub : undefined);
  const code = hub === undefined ? '' : bases[hub] ?? hubCentre(hub, areas) ?? '';
  const area = code === '' ? -1 : areas.code.indexOf(code);
  if (area < 0) return null;
  return { longitude: areas.longitude[area] ?? 0, latitude: areas.latitude[area] ?? 0, title: areas.name[area] ?? code };
}

/** Code of the area nearest to the mean of the hub's residents, where a base is assumed until one is chosen; null for a hub without areas. */
export function hubCentre(hub: string, { code, hub: hubs, longitude, latitude, residents }: OpenedPack['areas']): string | null {
  const own = [...hubs.keys()].filter((area) => hubs[area] === hub);
  const people = own.reduce((sum, area) => sum + (residents[area] ?? 0), 0);
  const mean = (of: Float64Array): number => own.reduce((sum, area) => sum + (of[area] ?? 0) * (people > 0 ? (residents[area] ?? 0) / people : 1 / own.length), 0);
  const [x, y] = [mean(longitude), mean(latitude)];
  const squeeze = Math.cos(y * Math.PI / 180);
  const far = (area: number): number => Math.hypot(((longitude[area] ?? 0) - x) * squeeze, (latitude[area] ?? 0) - y);
  const nearest = own.toSorted((a, b) => far(a) - far(b) || a - b)[0];
  return nearest === undefined ? null : code[nearest] ?? null;
}
