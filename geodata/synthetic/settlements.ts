import { shareOut } from '../demo/controlledRounding.ts';
import type { Random } from '../demo/random.ts';
import type { ForcePattern } from './pattern.ts';
import { toPlane, type PlanePoint } from './plane.ts';
import type { Territory } from './territory.ts';

/** An area before it has a shape: one point, and what kind of place it lies in. */
export interface Site {
  readonly point: PlanePoint;
  /** Number of the town in its force, from 0, the largest first; -1 in the country. */
  readonly town: number;
  /** 0 in the middle of the town to 1 at its edge; 1 in the country. */
  readonly edge: number;
  /** Areas the town has; 0 in the country. */
  readonly townAreas: number;
}

export interface Town {
  readonly centre: PlanePoint;
  readonly areas: number;
}

const AREAS_PER_TOWN = 90;
/** Surface of an area in a town, km2: about what LSOAs of English towns have. */
const TOWN_KM2 = 0.42;
/** Share of areas in towns, in forces of few and of many areas per km2. */
const URBAN_SHARE = [0.82, 0.97] as const;
const DENSE = 0.6;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Sizes of towns fall with their rank by this power (Zipf's law is 1). */
const ZIPF = 0.9;
/** Areas lie at least this far apart, km. */
const APART = 0.02;

/** The points of one force's areas, clustered round towns, none nearer to another than 20 m; and its towns. */
export function settle(pattern: ForcePattern, force: number, territory: Territory, taken: Set<string>, random: Random): { sites: Site[]; towns: Town[] } {
  const urban = Math.round(pattern.areas * URBAN_SHARE[pattern.areas / pattern.km2 > DENSE ? 1 : 0]);
  const count = Math.max(1, Math.round(pattern.areas / AREAS_PER_TOWN));
  const sizes = shareOut(urban, Array.from({ length: count }, (_, rank) => (rank + 1) ** -ZIPF));
  const seat = toPlane(pattern.centre);
  const towns = sizes.map((areas, rank): Town => ({ areas, centre: rank === 0 && territory.isOf(force, seat) ? seat : territory.pointIn(force, random) }));
  const sites: Site[] = [];
  const anywhere = (): PlanePoint => {
    for (;;) {
      const point = territory.pointIn(force, random);
      if (claim(taken, point)) return point;
    }
  };
  towns.forEach(({ centre, areas }, town) => {
    for (let i = 0; i < areas; i += 1) {
      const point = inTown(centre, areas, i, random);
      const fits = territory.isOf(force, point) && claim(taken, point);
      sites.push(fits ? { point, town, edge: (i + 0.5) / areas, townAreas: areas } : { point: anywhere(), town: -1, edge: 1, townAreas: 0 });
    }
  });
  while (sites.length < pattern.areas) sites.push({ point: anywhere(), town: -1, edge: 1, townAreas: 0 });
  return { sites, towns };
}

/** Spread like the seeds of a sunflower, denser in the middle, with some disorder. */
function inTown([x, y]: PlanePoint, areas: number, i: number, random: Random): PlanePoint {
  const radius = Math.sqrt((areas * TOWN_KM2) / Math.PI) * ((i + 0.3 + 0.7 * random.next()) / areas) ** 0.62;
  const angle = (i + 0.5 * random.next()) * GOLDEN_ANGLE;
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
}

/** Takes the point's square of 20 m and those around it; false where one is taken by another point. */
function claim(taken: Set<string>, [x, y]: PlanePoint): boolean {
  const [column, row] = [Math.floor(x / APART), Math.floor(y / APART)];
  for (let east = column - 1; east <= column + 1; east += 1) {
    for (let north = row - 1; north <= row + 1; north += 1) if (taken.has(`${east},${north}`)) return false;
  }
  taken.add(`${column},${row}`);
  return true;
}
