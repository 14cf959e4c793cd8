import { type DrawnArea, type DrawnRing, MOST_CORNERS, MOST_DRAWN } from '../model/drawnAreas.ts';
import { cleanTitle } from './benchmarks.ts';
import { LONGEST_VALUE, readable, readRing } from './urlReaders.ts';

/**
 * `Arndale:-0.41,51.88,-0.42,51.88,-0.42,51.87*High Town:...`: a name and its corners; polygons are parted by "/",
 * a polygon's holes by "!", areas by "*".
 */
export const DRAWN_AREAS_VALUE = readable('drawn areas such as Arndale:-0.41,51.88,-0.42,51.88,-0.42,51.87', (text): readonly DrawnArea[] | null => {
  const areas = text.split('*').map((part): ReadArea | null => {
    const mark = part.indexOf(':');
    const polygons = part.slice(mark + 1).split('/').map((polygon) => polygon.split('!').map(readRing));
    return mark < 1 ? null : { name: part.slice(0, mark), polygons };
  });
  const sound = areas.filter(isSound);
  return sound.length === areas.length ? withDrawn([], sound) : null;
});

interface ReadArea {
  readonly name: string;
  readonly polygons: readonly (readonly (DrawnRing | null)[])[];
}

function isSound(area: ReadArea | null): area is DrawnArea {
  return area !== null && area.polygons.every((rings) => rings.every((ring) => ring !== null));
}

// A long list is written anew at every change of the view otherwise.
const texts = new WeakMap<readonly DrawnArea[], string | null>();

/** The same the other way round; null for none, and for more than an address holds. */
export function drawnAreasText(areas: readonly DrawnArea[]): string | null {
  if (areas.length === 0) return null;
  const known = texts.get(areas);
  if (known !== undefined) return known;
  const text = areas.map(({ name, polygons }) => `${name}:${polygons.map((rings) => rings.map((ring) => ring.flat().join(',')).join('!')).join('/')}`).join('*');
  const fits = text.length <= LONGEST_VALUE && DRAWN_AREAS_VALUE.read(text) !== null;
  texts.set(areas, fits ? text : null);
  return fits ? text : null;
}

/** True where a link carries them; otherwise they last as long as the page. */
export function drawnAreasFit(areas: readonly DrawnArea[]): boolean {
  return areas.length === 0 || drawnAreasText(areas) !== null;
}

/**
 * The areas with more added, as they are kept: names clean and unique, corners to five decimals (about a metre), so that
 * a link gives back exactly what was measured. Left out: rings of fewer than three corners, areas without any ring or
 * with too many corners, and those beyond the most that are kept.
 */
export function withDrawn(areas: readonly DrawnArea[], more: readonly DrawnArea[]): readonly DrawnArea[] {
  return more.reduce<readonly DrawnArea[]>((kept, { name, polygons }) => {
    const tidy = polygons.map((rings) => rings.map(roundedRing)).filter(([outer]) => (outer?.length ?? 0) >= LEAST_CORNERS)
      .map((rings) => rings.filter((ring) => ring.length >= LEAST_CORNERS));
    const corners = tidy.flat().reduce((sum, ring) => sum + ring.length, 0);
    if (corners === 0 || corners > MOST_CORNERS || kept.length >= MOST_DRAWN) return kept;
    return [...kept, { name: freeName(name, kept), polygons: tidy }];
  }, areas);
}

const LEAST_CORNERS = 3;
const DECIMALS = 5;

function roundedRing(ring: DrawnRing): DrawnRing {
  const rounded = ring.map(([x, y]) => [Number(x.toFixed(DECIMALS)), Number(y.toFixed(DECIMALS))] as const);
  return rounded.filter(([x, y], i) => {
    const [lastX, lastY] = rounded.at(i - 1) ?? [];
    return x !== lastX || y !== lastY;
  });
}

/** The areas with one renamed; unchanged where the name is empty. */
export function renamedDrawn(areas: readonly DrawnArea[], place: number, name: string): readonly DrawnArea[] {
  if (cleanName(name) === '') return areas;
  const others = areas.filter((_, i) => i !== place);
  return areas.map((area, i) => (i === place ? { ...area, name: freeName(name, others) } : area));
}

/** Without the signs that part names from corners in an address. */
function cleanName(name: string): string {
  return cleanTitle(name.replace(/[:*]/g, ' '));
}

function freeName(name: string, kept: readonly DrawnArea[]): string {
  const taken = new Set(kept.map((area) => area.name));
  const clean = cleanName(name) === '' ? 'Drawn area' : cleanName(name);
  if (!taken.has(clean)) return clean;
  let number = 2;
  while (taken.has(`${clean} ${number}`)) number += 1;
  return `${clean} ${number}`;
}
