import type { Position, TravelMode, TravelSettings } from '../model/patrol.ts';

/** Mean radius of the Earth, metres (IUGG). Haversine on it is within 0.5% of the ellipsoid. */
const EARTH = 6_371_008.8;
const DEGREE = Math.PI / 180;

/** Straight-line (great-circle) metres between two points in degrees. */
export function metresBetween(a: Position, b: Position): number {
  const latitude = Math.sin((b.latitude - a.latitude) * DEGREE / 2);
  const longitude = Math.sin((b.longitude - a.longitude) * DEGREE / 2);
  const h = latitude ** 2 + Math.cos(a.latitude * DEGREE) * Math.cos(b.latitude * DEGREE) * longitude ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Minutes of a trip, rounded up; 0 where there is no way to go. */
export function travelMinutes(metres: number, mode: TravelMode, settings: TravelSettings): number {
  if (metres === 0) return 0;
  const [speed, overhead] = mode === 'on-foot' ? [settings.walkingKmh, settings.walkingOverhead] : [settings.vehicleKmh, settings.vehicleOverhead];
  // A millionth of a minute keeps an exact figure from being rounded up by its last bits.
  return Math.ceil(metres * settings.factor / (speed * 1000 / 60) + overhead - 1e-6);
}

/** Minutes and metres between all places, `from * places + to`. */
export interface TravelTable {
  readonly places: number;
  readonly minutes: Readonly<Record<TravelMode, Uint16Array>>;
  readonly metres: Float64Array;
}

/** All trips between the given places. A trip beyond 65,535 minutes counts as 65,535: no shift is as long. */
export function travelTable(places: readonly Position[], settings: TravelSettings): TravelTable {
  const size = places.length;
  const metres = new Float64Array(size * size);
  places.forEach((a, i) => places.forEach((b, j) => {
    metres[i * size + j] = i === j ? 0 : metresBetween(a, b);
  }));
  const minutes = (mode: TravelMode): Uint16Array => Uint16Array.from(metres, (distance) => Math.min(65_535, travelMinutes(distance, mode, settings)));
  return { places: size, metres, minutes: { 'on-foot': minutes('on-foot'), vehicle: minutes('vehicle') } };
}
