import type { Feature, MultiPolygon, Point, Polygon } from 'geojson';
import { areaKm2 } from '../../src/geometry/area.ts';
import { bounds } from '../../src/geometry/bounds.ts';
import type { AreaTable, PlaceProperties, Places, PopulationTable } from '../../src/model/areas.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import type { Progress } from '../../src/model/pack.ts';
import { makeRandom } from '../demo/random.ts';
import { shareBoroughs } from './boroughs.ts';
import { fromPlane } from './plane.ts';
import type { CountryPattern } from './pattern.ts';
import { imdOf, peopleOf, type Deprivation } from './people.ts';
import { settle, type Site, type Town } from './settlements.ts';
import { makeCells, type Shapes } from './shapes.ts';
import { makeTerritory } from './territory.ts';

/** A synthetic country: its areas in ascending order of code, which is also the order of their forces. */
export interface Country {
  readonly areas: AreaTable;
  readonly shapes: Shapes;
  readonly sites: readonly Site[];
  readonly deprivation: Deprivation;
  /** First area number of each force, and one past the last area. */
  readonly starts: readonly number[];
  /** Force number of each area. */
  readonly partOfArea: readonly number[];
  readonly population: PopulationTable;
  readonly places: Places;
  /** Force number of each place, in the order of `places`. */
  readonly partOfPlace: readonly number[];
  /** [west, south, east, north], degrees. */
  readonly box: [number, number, number, number];
  /** One for each force. */
  readonly jumps: Manifest['jumps'];
}

export interface CountryOptions {
  readonly seed: number;
  /** Mid-years whose population is made, ascending. */
  readonly years: readonly number[];
  readonly onProgress: (progress: Progress) => void;
}

const LABELS_PER_FORCE = 6;
const AREAS_PER_NAME = 5;

/** Lays out the country. The same pattern and seed give the same country. */
export function makeCountry(pattern: CountryPattern, { seed, years, onProgress }: CountryOptions): Country {
  const step = (name: string): void => onProgress({ step: name, done: 0, total: 0 });
  step('Laying out towns and areas');
  const territory = makeTerritory(pattern);
  const taken = new Set<string>();
  const settled = pattern.forces.map((force, i) => settle(force, i, territory, taken, makeRandom(seed, `places of ${force.id}`)));
  const starts = [0];
  const sites: Site[] = [];
  const boroughOf: number[] = [];
  let boroughs = 0;
  settled.forEach((of, i) => {
    const count = pattern.forces[i]?.boroughs ?? 1;
    const shared = shareBoroughs(of.sites, count);
    for (const { site, borough } of shared) {
      sites.push(site);
      boroughOf.push(boroughs + borough);
    }
    boroughs += count;
    starts.push(sites.length);
  });
  step('Drawing areas');
  const shapes = makeCells(sites.map((site) => site.point), territory, makeRandom(seed, 'sea'));
  const deprivation = imdOf(sites, starts, seed);
  const { population, residents } = peopleOf(sites, years, seed);
  const areas = { ...areaTable(pattern, sites, boroughOf, shapes, deprivation), residents };
  step('Drawing boroughs');
  const { places, partOfPlace } = placesOf(pattern, boroughOf, settled.map((of) => of.towns), shapes);
  return {
    areas, shapes, sites, deprivation, starts, population, places, partOfPlace,
    partOfArea: pattern.forces.flatMap((_, force) => sites.slice(starts[force], starts[force + 1]).map(() => force)),
    box: bounds(shapes.polygons),
    jumps: pattern.forces.map(({ title }, force) => ({ title, box: bounds(shapes.polygons.slice(starts[force], starts[force + 1])) })),
  };
}

const boroughCode = (borough: number): string => `X06${String(borough + 1).padStart(6, '0')}`;

/** Force of each borough and the borough's title: the force's own where it has one borough. */
function boroughTitles({ forces }: CountryPattern): { title: string; force: number }[] {
  return forces.flatMap(({ title, boroughs }, force) => Array.from({ length: boroughs }, (_, i) => ({ title: boroughs === 1 ? title : `${title} district ${i + 1}`, force })));
}

function areaTable(pattern: CountryPattern, sites: readonly Site[], boroughOf: readonly number[], shapes: Shapes, deprivation: Deprivation): Omit<AreaTable, 'residents'> {
  const titles = boroughTitles(pattern);
  const firstOf = new Map<number, number>();
  boroughOf.forEach((borough, area) => { if (!firstOf.has(borough)) firstOf.set(borough, area); });
  const empty = sites.map(() => '');
  const name = (area: number): string => {
    const borough = boroughOf[area] ?? 0;
    const within = area - (firstOf.get(borough) ?? 0);
    return `${titles[borough]?.title ?? ''} ${String(Math.floor(within / AREAS_PER_NAME) + 1).padStart(3, '0')}${'ABCDE'[within % AREAS_PER_NAME] ?? ''}`;
  };
  return {
    code: sites.map((_, area) => `X01${String(area + 1).padStart(6, '0')}`),
    name: sites.map((_, area) => name(area)),
    borough: boroughOf.map(boroughCode),
    ward: empty, wardId: empty, hub: empty, nteHotspot: empty,
    imdRank: deprivation.rank, imdDecile: deprivation.decile,
    areaKm2: Float64Array.from(shapes.polygons, areaKm2),
    longitude: Float64Array.from(shapes.inside, ([longitude]) => longitude),
    latitude: Float64Array.from(shapes.inside, ([, latitude]) => latitude),
  };
}

function placesOf(pattern: CountryPattern, boroughOf: readonly number[], towns: readonly (readonly Town[])[], shapes: Shapes): Pick<Country, 'places' | 'partOfPlace'> {
  const members = new Map<number, number[]>();
  boroughOf.forEach((borough, area) => members.set(borough, [...(members.get(borough) ?? []), area]));
  const features: Feature<Polygon | MultiPolygon | Point, PlaceProperties>[] = [];
  const partOfPlace: number[] = [];
  const add = (geometry: Polygon | MultiPolygon | Point, force: number, properties: Pick<PlaceProperties, 'kind' | 'id' | 'title' | 'borough' | 'rank'>): void => {
    features.push({ type: 'Feature', geometry, properties: { approximate: false, profile: null, ...properties } });
    partOfPlace.push(force);
  };
  boroughTitles(pattern).forEach(({ title, force }, borough) => {
    add(shapes.outlineOf(members.get(borough) ?? []), force, { kind: 'borough', id: boroughCode(borough), title, borough: boroughCode(borough), rank: 0 });
  });
  towns.forEach((of, force) => of.slice(0, LABELS_PER_FORCE).forEach(({ centre }, rank) => {
    const { id, title } = pattern.forces[force] ?? { id: '', title: '' };
    add({ type: 'Point', coordinates: fromPlane(centre) }, force, { kind: 'label', id: `${id}-town-${rank + 1}`, title: `${title} town ${rank + 1}`, borough: '', rank: rank === 0 ? 1 : 2 });
  }));
  return { places: { type: 'FeatureCollection', features }, partOfPlace };
}
