import type { Position } from '../../model/patrol.ts';
import type { Duty, PatrolPlan, Stop } from '../../model/patrolPlan.ts';
import { clockText, localTime } from '../londonTime.ts';

/** What a straight line between two visits is not. */
const CAUTION = 'Straight lines between visits, not a route.';

interface Place extends Position {
  readonly title: string;
  readonly stop: Stop | null;
}

/** The plan for navigation devices (GPX 1.1): hotspots as waypoints, each pair's shift as a route with times in UTC. */
export function gpxText(plan: PatrolPlan): string {
  const { hotspots } = plan.request;
  const waypoints = hotspots.map(({ latitude, longitude, title, id }) => `  <wpt ${at({ latitude, longitude })}><name>${xml(title)}</name><desc>${xml(id)}</desc></wpt>`);
  const routes = plan.duties.filter(hasVisits).map((duty) => [
    `  <rte><name>${xml(titleOf(plan, duty))}</name><desc>${xml(CAUTION)}</desc>`,
    ...placesOf(plan, duty).map(({ stop, title, ...position }) => {
      const time = stop ? `<time>${new Date(stop.start * 60_000).toISOString().replace('.000', '')}</time>` : '';
      const when = stop ? `<desc>${clock(stop.start)} to ${clock(stop.end)}</desc>` : '';
      return `    <rtept ${at(position)}>${time}<name>${xml(title)}</name>${when}</rtept>`;
    }),
    '  </rte>',
  ].join('\n'));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Hotspot Atlas" xmlns="http://www.topografix.com/GPX/1/1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd">',
    ...waypoints, ...routes, '</gpx>', '',
  ].join('\n');
}

/** The plan as GeoJSON (RFC 7946): a point per hotspot, and a line per pair's shift that goes to two places or more. */
export function geoJsonText(plan: PatrolPlan): string {
  const visits = plan.duties.flatMap(({ stops }) => stops.filter(({ kind }) => kind === 'visit'));
  const points = plan.request.hotspots.map(({ id, title, hub, quintile, longitude, latitude }) => ({
    type: 'Feature', id, geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: { kind: 'hotspot', code: id, title, hub, imdQuintile: quintile, visits: visits.filter(({ hotspot }) => hotspot === id).map(({ start }) => `${localTime(start).date} ${clock(start)}`) },
  }));
  const lines = plan.duties.flatMap((duty) => {
    const places = hasVisits(duty) ? placesOf(plan, duty) : [];
    return places.length < 2 ? [] : [{
      type: 'Feature', geometry: { type: 'LineString', coordinates: places.map(({ longitude, latitude }) => [longitude, latitude]) },
      properties: { kind: 'pair', title: titleOf(plan, duty), shift: duty.shift, date: duty.date, pair: duty.pair, order: places.map(({ title }) => title), caution: CAUTION },
    }];
  });
  return JSON.stringify({ type: 'FeatureCollection', features: [...points, ...lines] });
}

const hasVisits = ({ stops }: Duty): boolean => stops.some(({ kind }) => kind === 'visit');

/** Where a pair goes, base first and last where it has one. */
function placesOf({ request }: PatrolPlan, { stops, shift }: Duty): Place[] {
  const base = request.shifts.find(({ id }) => id === shift)?.base ?? null;
  const home: Place[] = base ? [{ title: base.title, longitude: base.longitude, latitude: base.latitude, stop: null }] : [];
  const visited = stops.flatMap((stop) => {
    const hotspot = stop.kind === 'visit' ? request.hotspots.find(({ id }) => id === stop.hotspot) : undefined;
    return hotspot ? [{ title: hotspot.title, longitude: hotspot.longitude, latitude: hotspot.latitude, stop }] : [];
  });
  return [...home, ...visited, ...home];
}

function titleOf({ request }: PatrolPlan, { shift, date, pair }: Duty): string {
  return `${request.shifts.find(({ id }) => id === shift)?.title ?? shift} ${date}, pair ${pair}`;
}

function at({ latitude, longitude }: Position): string {
  return `lat="${latitude.toFixed(6)}" lon="${longitude.toFixed(6)}"`;
}

function clock(moment: number): string {
  return clockText(localTime(moment).minute);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for XML 1.0: markup escaped, characters XML does not allow left out. */
function xml(text: string): string {
  return text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '').replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');
}
