import { readShapesFile, type LooseFeature } from '../files/shapesFile.ts';
import { failed, succeeded } from '../files/outcome.ts';
import { circle } from '../geometry/circle.ts';
import { fromBritishGrid } from '../geometry/grid.ts';
import { type DrawnArea, type DrawnRing, MOST_CORNERS, MOST_DRAWN, type ShapeSource } from '../model/drawnAreas.ts';
import type { Outcome } from '../model/pack.ts';

/** Corners of a circle: 0.3% of its surface are cut off, and a link carries many. */
const CIRCLE_CORNERS = 48;

/** Drawn areas from a circle or from a file; notes count what of the file was left out, by reason. */
export async function shapesOf(source: ShapeSource): Promise<Outcome<readonly DrawnArea[]>> {
  if (source.kind === 'file') return shapesOfFile(source);
  const { name, longitude, latitude, metres } = source;
  const [ring = []] = circle([longitude, latitude], metres, CIRCLE_CORNERS).coordinates;
  return succeeded([{ name, polygons: [[cornersOf(ring) ?? []]] }]);
}

const DEGREES: readonly string[] = ['EPSG:4326', 'OGC:CRS84', 'OGC:84'];
const BRITISH_GRID = 'EPSG:27700';
const REMEDY = 'Export it as longitude and latitude (EPSG:4326), for example from QGIS or with ogr2ogr.';

async function shapesOfFile({ name, bytes }: ShapeSource & { readonly kind: 'file' }): Promise<Outcome<readonly DrawnArea[]>> {
  const read = await readShapesFile(bytes, name);
  if (!read.ok) return read;
  const { crs, features } = read.value;
  if (crs !== null && crs !== BRITISH_GRID && !DEGREES.includes(crs)) return failed(`The file is in ${crs}, not in longitude and latitude or the British National Grid.`, name, REMEDY);
  const left = new Map<string, number>();
  const leave = (reason: string): readonly DrawnArea[] => {
    left.set(reason, (left.get(reason) ?? 0) + 1);
    return [];
  };
  const stem = name.replace(/\.[^.]*$/, '');
  const areas = features.flatMap((feature, i) => {
    const polygons = polygonsOf(feature, crs === BRITISH_GRID);
    if (typeof polygons === 'string') return leave(polygons);
    if (polygons.flat().reduce((sum, ring) => sum + ring.length, 0) > MOST_CORNERS) return leave(`more than ${MOST_CORNERS.toLocaleString('en-GB')} corners: simplify it first`);
    return [{ name: nameOf(feature) ?? (features.length === 1 ? stem : `${stem} ${i + 1}`), polygons }];
  });
  const kept = areas.slice(0, MOST_DRAWN);
  if (areas.length > kept.length) left.set(`more than ${MOST_DRAWN} areas`, areas.length - kept.length);
  const words = [...left].map(([reason, count]) => `${count} (${reason})`).join(', ');
  if (kept.length === 0) return failed(features.length === 0 ? 'The file holds no features.' : `No feature of the file is an area that can be used: ${words}.`, name, REMEDY);
  return succeeded(kept, [...read.notes, ...(words === '' ? [] : [`${name}: ${features.length} features read, ${kept.length} kept, left out ${words}.`])]);
}

/** The polygons of a feature in degrees, or why there are none. */
function polygonsOf({ geometry }: LooseFeature, onGrid: boolean): DrawnArea['polygons'] | string {
  if (geometry === null) return 'no geometry';
  const { type, coordinates } = geometry;
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(coordinates)) return 'not a polygon';
  const listed: readonly unknown[] = type === 'Polygon' ? [coordinates] : coordinates;
  const polygons = listed.map((rings) => (Array.isArray(rings) ? rings.map((ring: unknown) => cornersOf(ring, onGrid)) : [null]));
  const sound = polygons.map((rings) => rings.filter((ring) => ring !== null));
  if (sound.some((rings, i) => rings.length !== polygons[i]?.length || rings.length === 0)) return 'a ring without three corners, or positions that are not numbers';
  if (sound.flat(2).some(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90)) return 'positions that are no longitude and latitude';
  return sound;
}

/** The corners of a closed ring, not closed; null where it is none. */
function cornersOf(ring: unknown, onGrid = false): DrawnRing | null {
  if (!Array.isArray(ring)) return null;
  const corners = ring.map((position: unknown): readonly [number, number] => {
    const pair: readonly unknown[] = Array.isArray(position) ? position : [];
    const [x, y] = pair;
    if (typeof x !== 'number' || typeof y !== 'number') return [Number.NaN, Number.NaN];
    return onGrid ? fromBritishGrid(x, y) : [x, y];
  });
  const [first, last] = [corners[0], corners.at(-1)];
  const open = first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1] ? corners.slice(0, -1) : corners;
  return open.length >= 3 && open.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y)) ? open : null;
}

const NAMES = ['name', 'title', 'label', 'area', 'beat', 'id'];

function nameOf({ properties }: LooseFeature): string | null {
  const texts = Object.entries(properties).flatMap(([key, value]) => (typeof value === 'string' && value.trim() !== '' || typeof value === 'number' ? [[key.toLowerCase(), String(value)] as const] : []));
  const known = NAMES.flatMap((wanted) => texts.filter(([key]) => key === wanted || key.endsWith(`_${wanted}`)));
  return known[0]?.[1] ?? null;
}
