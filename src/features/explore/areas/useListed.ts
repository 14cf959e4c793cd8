import { useMemo } from 'react';
import { CLASS } from '../../../model/measures.ts';
import type { OpenedPack } from '../../../model/pack.ts';
import { memoise } from '../../../store/memoise.ts';
import { type Order, orderAreas, type Sort } from '../areaOrder.ts';
import type { AreaRows } from '../areaRows.ts';

/** Which areas a table lists. */
export interface Listing {
  /** Only areas that read significantly higher. */
  readonly onlyHigher: boolean;
  /** Only areas with this in their name, ward or code, whatever its case; '' lists all. */
  readonly find: string;
}

export interface Listed {
  readonly order: Order;
  /** Lines of the table: the areas and, where some lie outside the chosen places, the heading above these. */
  readonly lines: number;
  /** Code of the first area; '' where none is listed. */
  readonly first: string;
  /** The line of an area by its code; null where it is not listed. */
  readonly lineOf: (code: string | null) => number | null;
}

/** The areas of a table in its order. */
export function useListed(rows: AreaRows, sort: Sort, { onlyHigher, find }: Listing): Listed {
  return useMemo(() => listed(rows, sort, { onlyHigher, find }), [rows, sort, onlyHigher, find]);
}

export function listed(rows: AreaRows, sort: Sort, { onlyHigher, find }: Listing): Listed {
  const words = find.trim().toLowerCase();
  const texts = words === '' ? null : searchTexts(rows.pack);
  const order = orderAreas(rows, sort, (area) => (!onlyHigher || rows.rate.classes[area] === CLASS.higher) && (texts === null || texts[area]?.includes(words) === true));
  const { areas, inside } = order;
  const places = new Int32Array(rows.length).fill(-1);
  areas.forEach((area, position) => {
    places[area] = position;
  });
  return {
    order,
    lines: areas.length + (areas.length > inside ? 1 : 0),
    first: rows.at(areas[0] ?? -1)?.code ?? '',
    lineOf: (code) => {
      const place = places[rows.of(code)?.area ?? -1] ?? -1;
      return place < 0 ? null : place + (place >= inside ? 1 : 0);
    },
  };
}

const searchTexts = memoise(({ areas }: OpenedPack): readonly string[] => areas.code.map((code, area) => `${areas.name[area] ?? ''}\n${areas.ward[area] ?? ''}\n${code}`.toLowerCase()));
