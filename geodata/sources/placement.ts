import type { MultiPolygon, Polygon } from 'geojson';
import { contains } from '../../src/geometry/containment.ts';
import { NO_LOCATION, OUTSIDE_COUNTY } from '../../src/model/cells.ts';
import { areaNumbers } from '../../src/tables/areaNumbers.ts';
import type { LsoaVintage } from '../areaDefinition.ts';
import type { LsoaLookup } from './lookups.ts';

/** Where a row belongs: an area number, or no area for the named reason. */
export interface Placed {
  /** Area number, NO_LOCATION or OUTSIDE_COUNTY. */
  readonly area: number;
  readonly reason: string | null;
}

export const REASONS = {
  noLocation: 'No location',
  noCode: 'No LSOA code, though a point is given',
  outside: 'Outside the county',
  ambiguous: 'LSOA changed between 2011 and 2021 and the point lies in none of its parts',
  period: 'Outside the chosen months',
  otherForce: 'Reported by another force',
} as const;

const NOWHERE: Placed = { area: NO_LOCATION, reason: REASONS.noLocation };
const NO_CODE: Placed = { area: NO_LOCATION, reason: REASONS.noCode };
const OUTSIDE: Placed = { area: OUTSIDE_COUNTY, reason: REASONS.outside };
const AMBIGUOUS: Placed = { area: NO_LOCATION, reason: REASONS.ambiguous };

/**
 * Places rows by their published LSOA code, of either vintage (domain: never by the file's month, never by the
 * point). A code of the other vintage goes through the lookup; only where that leaves several areas, because an
 * LSOA was split or merged, does the point decide between exactly those, and a row whose point lies in none of
 * them is counted under that reason.
 */
export class Placer {
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly across: ReadonlyMap<string, readonly number[]>;
  private readonly geometries: readonly (Polygon | MultiPolygon)[];
  private readonly lookup: LsoaLookup;

  constructor(vintage: LsoaVintage, codes: readonly string[], geometries: readonly (Polygon | MultiPolygon)[], lookup: LsoaLookup) {
    this.numbers = areaNumbers(codes);
    this.geometries = geometries;
    this.lookup = lookup;
    const links = vintage === '2011' ? lookup.parents : lookup.children;
    this.across = new Map([...links].map(([code, others]) => [code, others.map((other) => this.numbers.get(other) ?? -1).filter((area) => area >= 0)]));
  }

  place(code: string, longitude: number, latitude: number): Placed {
    if (code === '') return Number.isNaN(longitude) ? NOWHERE : NO_CODE;
    const own = this.numbers.get(code);
    if (own !== undefined) return { area: own, reason: null };
    const candidates = this.across.get(code) ?? [];
    if (candidates.length === 0) return OUTSIDE;
    if (candidates.length === 1) return { area: candidates[0] ?? -1, reason: null };
    const found = candidates.find((area) => {
      const geometry = this.geometries[area];
      return geometry !== undefined && !Number.isNaN(longitude) && contains(geometry, longitude, latitude);
    });
    return found === undefined ? AMBIGUOUS : { area: found, reason: null };
  }

  /** Every code that means an area, with the areas it may be: several where the LSOA changed and the point decides. */
  *codes(): Generator<{ readonly code: string; readonly areas: readonly number[]; readonly own: boolean }> {
    for (const [code, area] of this.numbers) yield { code, areas: [area], own: true };
    for (const [code, areas] of this.across) if (!this.numbers.has(code) && areas.length > 0) yield { code, areas, own: false };
  }

  /** The vintage a code tells: null for one that is the same in both, or not of the area. */
  vintageOf(code: string): LsoaVintage | null {
    const older = this.lookup.children.has(code);
    return older === this.lookup.parents.has(code) ? null : older ? '2011' : '2021';
  }
}
