import type { MultiPolygon, Polygon } from 'geojson';
import { areaKm2 } from '../../src/geometry/area.ts';
import { bounds } from '../../src/geometry/bounds.ts';
import { contains } from '../../src/geometry/containment.ts';
import { insidePoint } from '../../src/geometry/insidePoint.ts';
import { overlapShare } from '../../src/geometry/overlap.ts';
import type { AreaTable } from '../../src/model/areas.ts';
import { slug } from '../../src/model/vocabulary.ts';
import type { AreaDefinition, LsoaVintage } from '../areaDefinition.ts';
import { stop } from '../problem.ts';
import { nteExtents, type Extent, type Replacements } from './extents.ts';

/** One area as the readers found it. NaN and '' where not known. */
export interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly borough: string;
  readonly ward: string;
  readonly imdRank: number;
  readonly imdDecile: number;
  readonly residents: number;
  readonly geometry: Polygon | MultiPolygon;
  /** Where left out, measured on the geometry (planar, British National Grid). */
  readonly areaKm2?: number;
  /** Where left out, a point surely inside the geometry. */
  readonly inside?: readonly [number, number];
}

/** An area lies in an NTE hotspot when its inside point does or at least this share of its surface. */
const NTE_SHARE = 0.25;

/**
 * The area table in ascending order of code, with hub and NTE hotspot worked out, and the polygons in the same
 * order. Hubs come from the definition's ward and LSOA lists, or from the force's own file by the inside point.
 */
export function buildAreaTable(
  definition: AreaDefinition, vintage: LsoaVintage, rows: readonly AreaRow[], replacements: Replacements = {},
): { areas: AreaTable; geometries: (Polygon | MultiPolygon)[] } {
  const sorted = [...rows].toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const twice = sorted.find((row, index) => row.code === sorted[index + 1]?.code);
  if (twice) stop(`Area ${twice.code} occurs twice`, definition.id, 'Keep one boundary per area.');
  const names = new Map(definition.boroughs.map((borough) => [borough.code, borough.name]));
  const inside = sorted.map((row) => row.inside ?? insidePoint(row.geometry));
  const nte = nteExtents(definition, replacements);
  const hubOf = hubFinder(definition, vintage, replacements);
  return {
    areas: {
      code: sorted.map((row) => row.code),
      name: sorted.map((row) => row.name),
      borough: sorted.map((row) => row.borough),
      ward: sorted.map((row) => row.ward),
      wardId: sorted.map((row) => (row.ward === '' ? '' : `${slug(names.get(row.borough) ?? row.borough)}--${slug(row.ward)}`)),
      hub: sorted.map((row, index) => hubOf(row, inside[index] ?? [NaN, NaN])),
      imdRank: Float64Array.from(sorted, (row) => row.imdRank),
      imdDecile: Float64Array.from(sorted, (row) => row.imdDecile),
      areaKm2: Float64Array.from(sorted, (row) => row.areaKm2 ?? areaKm2(row.geometry)),
      residents: Float64Array.from(sorted, (row) => row.residents),
      longitude: Float64Array.from(inside, (point) => point[0]),
      latitude: Float64Array.from(inside, (point) => point[1]),
      nteHotspot: sorted.map((row, index) => nteOf(row.geometry, inside[index] ?? [NaN, NaN], nte)),
    },
    geometries: sorted.map((row) => row.geometry),
  };
}

function hubFinder(definition: AreaDefinition, vintage: LsoaVintage, replacements: Replacements): (row: AreaRow, inside: readonly [number, number]) => string {
  const own = replacements.hubs;
  if (own) return (_row, [longitude, latitude]) => own.find((hub) => contains(hub.geometry, longitude, latitude))?.id ?? '';
  const byCode = new Map<string, string>();
  const byWard = new Map<string, string>();
  for (const hub of definition.hubs) {
    for (const code of hub.lsoas[vintage]) claim(byCode, code, hub.id, definition.id);
    for (const ward of hub.wards[vintage]) claim(byWard, `${hub.borough} ${slug(ward)}`, hub.id, definition.id);
  }
  return (row) => byCode.get(row.code) ?? byWard.get(`${row.borough} ${slug(row.ward)}`) ?? '';
}

function claim(owners: Map<string, string>, key: string, hub: string, area: string): void {
  const other = owners.get(key);
  if (other !== undefined) stop(`${key} is listed by two hubs, ${other} and ${hub}`, `area.json of ${area}`, 'Keep it in one.');
  owners.set(key, hub);
}

function nteOf(geometry: Polygon | MultiPolygon, inside: readonly [number, number], extents: readonly Extent[]): string {
  const box = bounds(geometry);
  const near = extents.filter((extent) => {
    const other = bounds(extent.geometry);
    return box[0] <= other[2] && box[2] >= other[0] && box[1] <= other[3] && box[3] >= other[1];
  });
  const found = near.find((extent) => contains(extent.geometry, inside[0], inside[1]))
    ?? near.find((extent) => overlapShare(geometry, extent.geometry) >= NTE_SHARE);
  return found?.id ?? '';
}
