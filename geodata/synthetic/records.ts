import type { Month } from '../../src/model/months.ts';
import { makeRandom, type Random } from '../demo/random.ts';
import type { PartRecords } from '../partitioned/partRecords.ts';
import { REASONS } from '../sources/placement.ts';
import { makeSampler } from './alias.ts';
import type { Country } from './country.ts';
import { cellSamplers, profileOf, weightsOf } from './levels.ts';

/** Shares of all records that have no location, and that lie outside the country. */
const NO_LOCATION_SHARE = 0.012;
const OUTSIDE_SHARE = 0.0008;
const ELSEWHERE = 'X01999999';
/** Points that an area's records are snapped to. */
const LEAST_POINTS = 6;
const PERSONS_PER_POINT = 90;
/** How far from an area's own point towards its border snap points lie: never beyond a border that winds inwards. */
const FARTHEST = 0.8;
const DECIMALS = 1e6;

export interface RecordsMaker {
  /** The records of one force, in the order of its cells. The same seed gives the same records, whichever is asked first. */
  readonly recordsOf: (force: number) => PartRecords;
}

/**
 * Synthetic street-level records, made column by column in the order in which they are stored. Exactly `rows` in all:
 * each is drawn independently, so that counts vary as independent events do (multinomial).
 */
export function makeRecords(country: Country, options: { readonly rows: number; readonly months: readonly Month[]; readonly seed: number; readonly outside: string }): RecordsMaker {
  const { rows, months, seed, outside } = options;
  const { starts } = country;
  const counts = countsOf(country, rows, seed);
  const samplers = cellSamplers(months);
  return {
    recordsOf(force) {
      const [first, end] = [starts[force] ?? 0, starts[force + 1] ?? 0];
      const random = makeRandom(seed, `records of force ${force}`);
      const areas = end - first;
      const offsets = new Uint32Array(areas + 3);
      for (let slot = 0; slot < areas + 2; slot += 1) offsets[slot + 1] = (offsets[slot] ?? 0) + (counts[slotOf(country, force, slot)] ?? 0);
      const total = offsets[areas + 2] ?? 0;
      const cell = new Uint16Array(total);
      const longitude = new Float64Array(total).fill(NaN);
      const latitude = new Float64Array(total).fill(NaN);
      for (let slot = 0; slot < areas + 2; slot += 1) {
        const [from, to] = [offsets[slot] ?? 0, offsets[slot + 1] ?? 0];
        const site = country.sites[first + slot];
        const sampler = samplers[slot < areas && site ? profileOf(site) : 1] ?? samplers[0];
        for (let row = from; row < to; row += 1) cell[row] = sampler?.(random) ?? 0;
        cell.subarray(from, to).sort();
        if (slot < areas) snap(country, first + slot, longitude.subarray(from, to), latitude.subarray(from, to), random);
      }
      const located = offsets[areas] ?? 0;
      const nowhere = (offsets[areas + 1] ?? 0) - located;
      const setAside = [
        { reason: REASONS.noLocation, rows: nowhere, inRecords: true }, { reason: outside, rows: total - located - nowhere, inRecords: true },
      ].filter(({ rows: count }) => count > 0);
      const of = new Uint32Array(total);
      of.fill(1, located + nowhere);
      return { offsets, cell, longitude, latitude, source: { words: ['', ELSEWHERE], of }, account: { read: total, kept: located, setAside } };
    },
  };
}

/** Slots of all areas, then two for each force. */
function slotOf({ sites, starts }: Country, force: number, slot: number): number {
  const [first, end] = [starts[force] ?? 0, starts[force + 1] ?? 0];
  const beyond = slot - (end - first);
  return beyond < 0 ? first + slot : sites.length + force * 2 + beyond;
}

/** Records of each slot, `rows` in all. */
function countsOf(country: Country, rows: number, seed: number): Uint32Array {
  const { sites, starts } = country;
  const weights = weightsOf(country, seed);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const slots = new Float64Array(sites.length + 2 * (starts.length - 1));
  slots.set(weights);
  for (let force = 0; force + 1 < starts.length; force += 1) {
    const share = weights.subarray(starts[force], starts[force + 1]).reduce((sum, weight) => sum + weight, 0) / all;
    slots[sites.length + force * 2] = share * all * NO_LOCATION_SHARE;
    slots[sites.length + force * 2 + 1] = share * all * OUTSIDE_SHARE;
  }
  const sampler = makeSampler(slots);
  const random = makeRandom(seed, 'how many');
  const counts = new Uint32Array(slots.length);
  for (let row = 0; row < rows; row += 1) {
    const slot = sampler(random);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}

/** Snap points inside the area, the first used most, and one of them for every record. */
function snap(country: Country, area: number, longitude: Float64Array, latitude: Float64Array, random: Random): void {
  const ring = country.shapes.straight[area] ?? new Float64Array(0);
  const [x, y] = country.shapes.inside[area] ?? [NaN, NaN];
  const edges = ring.length / 2 - 1;
  const points = Array.from({ length: Math.max(LEAST_POINTS, Math.round((country.areas.residents[area] ?? 0) / PERSONS_PER_POINT)) }, () => {
    const edge = random.below(edges) * 2;
    const along = random.next();
    const out = FARTHEST * Math.sqrt(random.next());
    const [toX, toY] = [0, 1].map((axis) => (ring[edge + axis] ?? NaN) * (1 - along) + (ring[edge + 2 + axis] ?? NaN) * along);
    return [x + ((toX ?? NaN) - x) * out, y + ((toY ?? NaN) - y) * out].map((value) => Math.round(value * DECIMALS) / DECIMALS);
  });
  const sampler = makeSampler(points.map((_, rank) => 1 / (rank + 2)));
  for (let row = 0; row < longitude.length; row += 1) {
    const [east, north] = points[sampler(random)] ?? [];
    longitude[row] = east ?? NaN;
    latitude[row] = north ?? NaN;
  }
}
