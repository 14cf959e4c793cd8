import type { Drawing } from '../../model/assessment.ts';
import { Frame } from './Frame.tsx';
import { INK, INK_MUTED, PAPER, TEXT, TEXT_SMALL } from './ink.ts';
import { legendHeights, MapLegend } from './MapLegend.tsx';
import { MapAreas } from './MapAreas.tsx';
import type { CountyPaths, MapPaths, MapSizes } from './mapPaths.ts';
import { MapPatterns } from './MapPatterns.tsx';
import { MapPicks, type MapPicking } from './MapPicks.tsx';
import { townNames } from './townNames.ts';
import type { FigureProps } from './props.ts';
import { round, wrapText } from './text.ts';

export type MapDrawing = Extract<Drawing, { readonly kind: 'map' }>;

/** A mark inside an area: a triangle, or a numeral where a map has more classes than triangles can tell apart. */
export type MapSymbol = 'up' | 'down' | '1' | '2' | '3' | '4' | '5';

/** How a class looks. Colours "#RRGGBB". */
export interface MapClassStyle {
  readonly fill: string;
  readonly pattern: 'hatch' | 'dots' | 'cross' | null;
  readonly symbol: MapSymbol | null;
  readonly dashed: boolean;
  /** False: the legend leaves it out where no area has it. */
  readonly always: boolean;
}

export interface MapMarks {
  readonly separator: string;
  readonly hatch: string;
  readonly dots: string;
  readonly cross: string;
  readonly noDataLine: string;
  readonly up: string;
  readonly down: string;
  readonly borough: string;
  readonly label: string;
}

interface MapProps extends FigureProps<MapDrawing> {
  /** Made for `mapSizes(basics.width)`. */
  readonly paths: CountyPaths;
  /** By position in the drawing's labels; the last stands for what it lacks. */
  readonly styles: readonly MapClassStyle[];
  readonly marks: MapMarks;
  /** Left out: a picture only. */
  readonly picking?: MapPicking;
}

const SIDE = 250;
const WIDE = 600;
const EDGE = 4;
const FOOT = 30;
const SCALE_KM = 10;

/** The map's parts of a figure's width: legend and enlarged part beside the county where there is room, below it where not. */
export function mapSizes(width: number): MapSizes {
  return width >= WIDE ? { county: width - SIDE - 32, inset: SIDE } : { county: width - 2 * EDGE, inset: width - 2 * EDGE };
}

/**
 * Areas in the colours of their classes, with patterns and symbols that tell classes apart without colour, boroughs'
 * outlines, towns, a scale, a legend that counts the areas of each class, and the most crowded borough enlarged. One path
 * per class, whatever the number of areas.
 */
export function MapFigure({ basics, drawing, paths, styles, marks, picking }: MapProps) {
  const { labels, classes } = drawing;
  const beside = basics.width >= WIDE;
  const side = beside ? SIDE : basics.width - 2 * EDGE;
  const last = labels.length - 1;
  const looks = labels.map((label, code) => ({ label, style: styles[Math.min(code, styles.length - 1)] ?? { fill: PAPER, pattern: null, symbol: null, dashed: true, always: true }, areas: membersOf(classes, code, last) }));
  const items = looks.filter(({ style, areas }) => style.always || areas.length > 0).map(({ label, style, areas }) => ({ lines: wrapText(`${label} (${areas.length.toLocaleString('en-GB')})`, side - 34, TEXT), style }));
  const title = wrapText(drawing.title, side, TEXT);
  const legend = legendHeights(title, items);
  const mapHeight = paths.height + FOOT;
  const insetHeight = paths.inset === null ? 0 : paths.inset.height + 34;
  const x = beside ? paths.width + 28 : EDGE;
  const legendY = beside ? 8 : mapHeight + 12;
  const insetY = beside ? Math.max(legendY + legend.all + 16, mapHeight - insetHeight) : legendY + legend.all + 8;
  return (
    <Frame basics={basics} height={Math.max(mapHeight, legendY + legend.all, insetY + insetHeight) + 8}>
      <MapPatterns id={basics.id} marks={marks} />
      <g transform={`translate(${EDGE} ${EDGE})`}>
        <MapAreas id={basics.id} looks={looks} paths={paths} marks={marks} />
        <TownsAndScale paths={paths} marks={marks} standing={looks.flatMap(({ style, areas }) => (style.symbol === null ? [] : areas))} />
        {picking !== undefined && <MapPicks paths={paths} picking={picking} />}
      </g>
      <MapLegend id={basics.id} title={title} items={items} heights={legend} marks={marks} x={x} y={legendY} />
      {paths.inset !== null && (
        <g transform={`translate(${x} ${insetY})`}>
          <text y={14} fontSize={TEXT_SMALL} fill={INK_MUTED}>{paths.inset.title}, enlarged {paths.inset.times.toFixed(1)} times</text>
          <g transform="translate(0 26)">
            <MapAreas id={basics.id} looks={looks} paths={paths.inset} marks={marks} />
            {picking !== undefined && <MapPicks paths={paths.inset} picking={picking} />}
          </g>
        </g>
      )}
    </Frame>
  );
}

/** Areas of a class; those of a class beyond the labels count with the last. */
function membersOf(classes: Uint8Array, code: number, last: number): number[] {
  return [...classes.keys()].filter((area) => Math.min(classes[area] ?? 0, last) === code);
}

function TownsAndScale({ paths, marks, standing }: { readonly paths: MapPaths; readonly marks: MapMarks; readonly standing: readonly number[] }) {
  const length = round(SCALE_KM * paths.perKm);
  const shown = length > 0 && length < paths.width;
  return (
    <g fontSize={TEXT_SMALL}>
      {townNames(paths, standing).map(({ title, x, y }) => <text key={title} x={round(x)} y={round(y)} textAnchor="middle" fontWeight={600} fill={marks.label} stroke={PAPER} strokeWidth={3} strokeLinejoin="round" paintOrder="stroke">{title}</text>)}
      {shown && <path d={`M1 ${paths.height + 10}v5h${length}v-5`} fill="none" stroke={INK} />}
      {shown && <text x={length + 8} y={paths.height + 16} fill={INK}>{SCALE_KM} km</text>}
    </g>
  );
}
