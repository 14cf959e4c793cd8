import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Problem } from '../model/pack.ts';

/** What can go wrong in a map that has been made. */
export interface MapFaults {
  /** True while the graphics card has given up the drawing: the map then has no picture. */
  readonly contextLost: () => boolean;
}

export function watchFaults(map: MapLibreMap, onProblem: (problem: Problem) => void): MapFaults {
  let lost = false;
  map.on('webglcontextlost', () => {
    lost = true;
    onProblem({ what: 'The map stopped', where: 'The graphics card gave up the drawing', remedy: 'It comes back by itself in most browsers; otherwise reload the page.' });
  });
  map.on('webglcontextrestored', () => {
    lost = false;
  });
  map.on('error', ({ error }) => onProblem({ what: 'Part of the map could not be drawn', where: firstLine(error.message), remedy: 'Reload the page. The table is not affected.' }));
  return { contextLost: () => lost };
}

export function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
