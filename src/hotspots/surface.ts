import { makeLocator } from '../geometry/containment.ts';
import { fromBritishGrid, toBritishGrid } from '../geometry/grid.ts';
import { bounds, type Box } from '../geometry/bounds.ts';
import { mapVertices } from '../geometry/rings.ts';
import type { SurfaceAnswer, SurfaceRequest } from '../model/hotspots.ts';
import { messageOf, type Outcome } from '../model/pack.ts';
import { kernelDensitySurface } from '../statistics/kernelDensitySurface.ts';
import { placedEvents } from './density.ts';
import { entryOf, type HotspotInput } from './input.ts';
import { surfacesOf } from './neighbours.ts';
import { pointNotes } from './notes.ts';

/**
 * A quartic kernel density surface over the county, from the points of the events that match. A Problem where there are
 * no points, where small counts are withheld (a surface would show them), and for sizes that cannot be drawn.
 */
export function densitySurface(request: SurfaceRequest, { pack, points }: Pick<HotspotInput, 'pack' | 'points'>): Outcome<SurfaceAnswer> {
  const entry = entryOf(pack, request.dataSet);
  const problem = points.problem ?? (entry.disclosureThreshold > 1 ? 'This data set withholds small counts, and a surface would show them.' : null);
  if (points.of === null || problem !== null) return refused(problem ?? '', entry.title, 'Choose another data set.');
  const shapes = surfacesOf(pack);
  const events = points.of(request.selection);
  const locate = makeLocator(shapes);
  try {
    const [west, south, east, north]: Box = bounds(shapes.map((shape) => mapVertices(shape, toBritishGrid)));
    const surface = kernelDensitySurface(events, { west, south, east, north }, {
      kernel: 'quartic', bandwidth: request.bandwidthMetres, cellMetres: request.cellMetres, inside: (x, y) => locate(...fromBritishGrid(x, y)) >= 0,
    });
    const { events: placed, missing } = placedEvents(events);
    const [left, bottom] = [(surface.grid.x[0] ?? Number.NaN) - surface.cellMetres / 2, (surface.grid.y[0] ?? Number.NaN) - surface.cellMetres / 2];
    const [right, top] = [left + surface.columns * surface.cellMetres, bottom + surface.rows * surface.cellMetres];
    return {
      ok: true, notes: [],
      value: {
        request, columns: surface.columns, rows: surface.rows, perKm2: surface.perKm2, inside: Uint8Array.from(surface.perKm2, (value) => (Number.isNaN(value) ? 0 : 1)),
        west: left, south: bottom, corners: [fromBritishGrid(left, top), fromBritishGrid(right, top), fromBritishGrid(right, bottom), fromBritishGrid(left, bottom)],
        events: placed,
        notes: [
          `Quartic kernel of ${request.bandwidthMetres.toLocaleString('en-GB')} m on cells of ${request.cellMetres.toLocaleString('en-GB')} m. Within that distance of the county’s edge the surface is too low, because events beyond it are not in the data.`,
          ...(missing > 0 ? [`${missing === 1 ? '1 event has' : `${missing} events have`} no point and ${missing === 1 ? 'is' : 'are'} not in the surface.`] : []),
          ...pointNotes(entry),
        ],
      },
    };
  } catch (error) {
    return refused(messageOf(error), entry.title, 'Choose another bandwidth or cell size.');
  }
}

function refused(what: string, where: string, remedy: string): Outcome<never> {
  return { ok: false, problem: { what, where, remedy } };
}
