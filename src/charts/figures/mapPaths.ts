import type { AreaShapes, AreaTable, Places } from '../../model/areas.ts';
import { boxOf, drawRings, fitBox, type Projection, ringsOf } from './mapProjection.ts';
import { TEXT_SMALL } from './ink.ts';
import { textWidth } from './text.ts';

/** Shapes fitted into a width. Paths are relative and in half units: scale them by 0.5. */
export interface MapPaths {
  readonly width: number;
  readonly height: number;
  /** By area number; '' where an area has no shape here. */
  readonly areas: readonly string[];
  readonly boroughs: string;
  /** Where a symbol stands inside each area, and how large it may be; units. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly room: number }[];
  readonly labels: readonly { readonly title: string; readonly x: number; readonly y: number }[];
  /** Units to a kilometre, in the middle of the shapes. */
  readonly perKm: number;
}

/** A county for every map of a page, and its most crowded borough at a larger scale. */
export interface CountyPaths extends MapPaths {
  readonly inset: (MapPaths & { readonly title: string; readonly times: number }) | null;
}

interface County {
  readonly shapes: AreaShapes;
  readonly places: Places;
  readonly areas: AreaTable;
}

/** Widths of the county and of the part beside it, units; no part beside it where `inset` is 0. */
export interface MapSizes {
  readonly county: number;
  readonly inset: number;
}

/** An enlargement below this is not worth its place. */
const WORTH = 1.4;

/**
 * Fits a county into a width once for all maps of a page. Longitudes are shrunk by the cosine of the middle latitude
 * (equirectangular), which is right to a per mille over a county. Every corner is moved to the nearest half unit, alike
 * for neighbours, so that no gap opens between them; corners that then say nothing are left out. Shapes without
 * positions give empty paths and a map 1 unit high.
 */
export function mapPaths({ shapes, places, areas }: County, sizes: MapSizes): CountyPaths {
  const whole = fitted({ shapes, places, areas }, sizes.county);
  return { ...whole, inset: sizes.inset > 0 ? insetOf({ shapes, places, areas }, sizes.inset, whole.perKm) : null };
}

function fitted({ shapes, places, areas }: County, width: number): MapPaths {
  const projection = fitBox(boxOf(shapes.features), width);
  const drawn = new Map(shapes.features.map(({ properties, geometry }) => [properties.area, drawRings(ringsOf(geometry), projection)]));
  return {
    width,
    height: projection.height,
    areas: areas.code.map((_, area) => drawn.get(area)?.path ?? ''),
    boroughs: places.features.map(({ properties, geometry }) => (properties.kind === 'borough' && geometry.type !== 'Point' ? drawRings(ringsOf(geometry), projection).path : '')).join(''),
    points: areas.code.map((_, area) => {
      const [x, y] = projection.at([areas.longitude[area] ?? Number.NaN, areas.latitude[area] ?? Number.NaN]);
      return { x, y, room: drawn.get(area)?.room ?? 0 };
    }),
    labels: labelsOf(places, projection, width),
    perKm: projection.perKm,
  };
}

/** Towns of the first rank, their names kept within the width. */
function labelsOf(places: Places, projection: Projection, width: number): MapPaths['labels'] {
  return places.features.flatMap(({ properties: { kind, rank, title }, geometry }) => {
    if (kind !== 'label' || rank !== 1 || geometry.type !== 'Point') return [];
    const [x, y] = projection.at(geometry.coordinates);
    const half = textWidth(title, TEXT_SMALL) / 2 + 2;
    return y < 0 || y > projection.height || x < 0 || x > width ? [] : [{ title, x: Math.min(Math.max(x, half), width - half), y }];
  });
}

/** The borough with the most areas to the square kilometre, by itself; null where enlarging it would show no more. */
function insetOf({ shapes, places, areas }: County, width: number, perKm: number): CountyPaths['inset'] {
  const boroughs = places.features.filter(({ properties }) => properties.kind === 'borough');
  const crowd = boroughs.map(({ properties }) => crowdOf(areas, properties.id));
  const most = boroughs[crowd.indexOf(Math.max(...crowd))];
  if (most === undefined || boroughs.length < 2) return null;
  const own = (area: number): boolean => areas.borough[area] === most.properties.id;
  const paths = fitted({
    shapes: { ...shapes, features: shapes.features.filter(({ properties }) => own(properties.area)) },
    places: { ...places, features: [most] },
    areas,
  }, width);
  const times = paths.perKm / perKm;
  return Number.isFinite(times) && times >= WORTH ? { ...paths, title: most.properties.title, times } : null;
}

function crowdOf(areas: AreaTable, borough: string): number {
  let [count, size] = [0, 0];
  areas.borough.forEach((own, area) => {
    if (own !== borough) return;
    count += 1;
    size += areas.areaKm2[area] ?? 0;
  });
  return size > 0 ? count / size : 0;
}
