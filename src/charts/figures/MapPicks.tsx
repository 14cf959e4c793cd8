import { INK, PAPER } from './ink.ts';
import type { MapPaths } from './mapPaths.ts';

/** Areas that can be told by the pointer. A table beside the map says and does the same by keyboard. */
export interface MapPicking {
  /** Areas with a thick outline (numbers). */
  readonly marked: readonly number[];
  /** What the pointer says over an area; null where there is nothing to pick. */
  readonly wordsOf: (area: number) => string | null;
  readonly onPick: (area: number) => void;
}

/** Outlines of the marked areas, and over all of them what the pointer meets: the classes' paths hold many areas each. */
export function MapPicks({ paths, picking: { marked, wordsOf, onPick } }: { readonly paths: MapPaths; readonly picking: MapPicking }) {
  const outlines = marked.map((area) => paths.areas[area] ?? '').join('');
  return (
    <g transform="scale(0.5)" fill="none" strokeLinejoin="round">
      {outlines !== '' && <path d={outlines} stroke={PAPER} strokeWidth={9} />}
      {outlines !== '' && <path d={outlines} stroke={INK} strokeWidth={5} />}
      {paths.areas.map((d, area) => {
        const words = d === '' ? null : wordsOf(area);
        return words === null ? null : <path key={area} className="map-pick" d={d} pointerEvents="all" onClick={() => onPick(area)}><title>{words}</title></path>;
      })}
    </g>
  );
}
