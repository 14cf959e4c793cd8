import type { Polygon } from 'geojson';
import { fromBritishGrid } from '../../../src/geometry/grid.ts';
import type { HotspotInput, Points } from '../../../src/hotspots/input.ts';
import type { AreaTable } from '../../../src/model/areas.ts';
import { COUNTY_BENCHMARK } from '../../../src/model/benchmark.ts';
import { DEFAULT_HOTSPOT_SETTINGS, type HotspotRequest, type HotspotSettings } from '../../../src/model/hotspots.ts';
import { CLASS, REASON } from '../../../src/model/measures.ts';
import type { DataSetEntry } from '../../../src/model/manifest.ts';
import type { OpenedPack } from '../../../src/model/pack.ts';
import { SUPPRESSED, type AreaColumns } from '../../../src/model/results.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import { evaluationOf } from '../../fakes/fakeWorker.ts';
import { months, samplePack, STREET } from '../../fakes/samplePack.ts';

/** Areas of 1 km2 in rows of `side`, south-western corner at a whole kilometre; wards of two columns, no hubs. */
export function gridPack(side: number, entry: Partial<DataSetEntry> = {}): OpenedPack {
  const pack = samplePack({ id: 'grid' });
  const numbers = Array.from({ length: side * side }, (_, area) => area);
  const corner = (area: number): readonly [number, number] => [500_000 + 1000 * (area % side), 220_000 + 1000 * Math.floor(area / side)];
  const inside = numbers.map((area) => fromBritishGrid(corner(area)[0] + 500, corner(area)[1] + 500));
  const text = (make: (area: number) => string): string[] => numbers.map(make);
  const areas: AreaTable = {
    code: text((area) => `E0100${String(area).padStart(4, '0')}`), name: text((area) => `Area ${area}`), borough: text(() => 'E06000032'),
    ward: text((area) => `Ward ${Math.floor((area % side) / 2)}`), wardId: text((area) => `w${Math.floor((area % side) / 2)}`), hub: text(() => ''),
    imdRank: Float64Array.from(numbers), imdDecile: Float64Array.from(numbers, () => 5), areaKm2: Float64Array.from(numbers, () => 1), residents: Float64Array.from(numbers, () => 1500),
    longitude: Float64Array.from(inside, ([x]) => x), latitude: Float64Array.from(inside, ([, y]) => y), nteHotspot: text(() => ''),
  };
  const square = (area: number): Polygon => {
    const [x, y] = corner(area);
    return { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]].map(([east = 0, north = 0]) => [...fromBritishGrid(x + 1000 * east, y + 1000 * north)])] };
  };
  const dataSet = { ...STREET, months: months('2020-01', '2023-12'), ...entry };
  return {
    ...pack, manifest: { ...pack.manifest, dataSets: [dataSet], opens: dataSet.id }, areas,
    shapes: { type: 'FeatureCollection', features: numbers.map((area) => ({ type: 'Feature', id: area, geometry: square(area), properties: { code: areas.code[area] ?? '', area } })) },
  };
}

/** Events of an area in a month; of the subgroups that a filter names, where it names any. */
export type Monthly = (area: number, month: string, subgroups?: readonly string[] | null) => number;

export const NO_POINTS: Points = { of: null, problem: 'There are no points.' };

/** Evaluates by plain loops over months: counts of 1 to threshold - 1 are withheld, areas named in `areas` are chosen, 1,000 person-years each year. */
export function inputOver(pack: OpenedPack, monthly: Monthly, points: Points = NO_POINTS): HotspotInput & { readonly asked: Selection[] } {
  const [entry] = pack.manifest.dataSets;
  const asked: Selection[] = [];
  return {
    pack, points, asked,
    evaluate: (dataSet, selection, { confidence, benchmark }) => {
      asked.push(selection);
      const chosen = (entry?.months ?? []).filter((month) => (selection.period === null || (selection.period.from <= month && month <= selection.period.to)) && (selection.monthsOfYear?.includes(Number(month.slice(5))) ?? true));
      const counts = pack.areas.code.map((_, area) => chosen.reduce((sum, month) => sum + monthly(area, month, selection.subgroups), 0));
      const threshold = entry?.disclosureThreshold ?? 0;
      const shown = counts.map((count) => (count > 0 && count < threshold ? SUPPRESSED : count));
      const years = chosen.length / 12;
      const made = evaluationOf({ pack: pack.id, dataSet, selection, confidence, benchmark, detail: false }, shown);
      const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
      const areas: AreaColumns = {
        ...made.areas, personYears: new Float64Array(counts.length).fill(1000 * years),
        rateClass: Uint8Array.from(counts, (count) => (count < 10 ? CLASS.tooFew : count > 2 * mean ? CLASS.higher : CLASS.similar)),
        rateReason: Uint8Array.from(shown, (count) => (count === SUPPRESSED ? REASON.belowThreshold : REASON.given)),
        inPlace: Uint8Array.from(pack.areas.code, (code) => (selection.areas?.includes(code) ?? true ? 1 : 0)),
      };
      const wards = [...new Set(pack.areas.wardId)].map((ward) => [ward, counts.reduce((sum, count, area) => sum + (pack.areas.wardId[area] === ward && areas.inPlace[area] === 1 ? count : 0), 0)] as const);
      return { ...made, areas, byWard: Object.fromEntries(wards.map(([ward, count]) => [ward, count > 0 && count < threshold ? SUPPRESSED : count])) };
    },
  };
}

export function requestFor(pack: OpenedPack, settings: Partial<HotspotSettings> = {}, selection: Partial<Selection> = {}): HotspotRequest {
  return {
    pack: pack.id, dataSet: pack.manifest.opens, selection: { ...EVERYTHING, ...selection }, confidence: 95, benchmark: COUNTY_BENCHMARK,
    settings: { ...DEFAULT_HOTSPOT_SETTINGS, ...settings }, drawnAreas: [],
  };
}
