import type { Drawing } from '../../model/assessment.ts';
import { Frame } from './Frame.tsx';
import { INK, PAPER, TEXT, TEXT_SMALL } from './ink.ts';
import { MapLegend } from './MapLegend.tsx';
import type { MapPaths } from './mapPaths.ts';
import { MapPatterns } from './MapPatterns.tsx';
import type { FigureProps } from './props.ts';
import { round, wrapText } from './text.ts';

export type MapDrawing = Extract<Drawing, { readonly kind: 'map' }>;

/** How a class looks. Colours "#RRGGBB". */
export interface MapClassStyle {
  readonly fill: string;
  readonly pattern: 'hatch' | 'dots' | null;
  readonly symbol: 'up' | 'down' | null;
  readonly dashed: boolean;
}

export interface MapMarks {
  readonly separator: string;
  readonly hatch: string;
  readonly dots: string;
  readonly noDataLine: string;
  readonly up: string;
  readonly down: string;
  readonly borough: string;
  readonly label: string;
}

interface MapProps extends FigureProps<MapDrawing> {
  /** Made for `mapWidth(basics.width)`. */
  readonly paths: MapPaths;
  /** By position in the drawing's labels; the last stands for what it lacks. */
  readonly styles: readonly MapClassStyle[];
  readonly marks: MapMarks;
}

const LEGEND = 200;
const SCALE_KM = 10;

/** The map's part of a figure's width: beside the legend where there is room, above it where there is not. */
export function mapWidth(width: number): number {
  return width >= 560 ? Math.min(480, width - LEGEND - 20) : width - 8;
}

/**
 * Areas in the colours of their classes, with patterns and symbols that tell classes apart without colour, boroughs'
 * outlines, towns, a scale and a legend that counts the areas of each class. One path per class, whatever the number of areas.
 */
export function MapFigure({ basics, drawing, paths, styles, marks }: MapProps) {
  const { labels, classes } = drawing;
  const beside = basics.width >= 560;
  const members = labels.map((_, code) => [...classes.keys()].filter((area) => Math.min(classes[area] ?? 0, labels.length - 1) === code));
  const styleOf = (code: number): MapClassStyle => styles[Math.min(code, styles.length - 1)] ?? { fill: PAPER, pattern: null, symbol: null, dashed: true };
  const items = labels.map((label, code) => ({ lines: wrapText(`${label} (${(members[code]?.length ?? 0).toLocaleString('en-GB')})`, (beside ? LEGEND : basics.width) - 34, TEXT), style: styleOf(code) }));
  const title = wrapText(drawing.title, (beside ? LEGEND : basics.width) - 8, TEXT);
  const legendHeight = title.length * 16 + 8 + items.reduce((sum, { lines }) => sum + Math.max(22, lines.length * 15 + 4), 0);
  const mapHeight = paths.height + 30;
  const legend = beside ? { x: paths.width + 20, y: 8 } : { x: 4, y: mapHeight + 12 };
  return (
    <Frame basics={basics} height={beside ? Math.max(mapHeight, legendHeight + 16) : mapHeight + legendHeight + 16}>
      <MapPatterns id={basics.id} marks={marks} />
      <g transform="translate(4 4)">
        {members.map((areas, code) => <ClassPaths key={`${code} ${labels[code] ?? ''}`} id={basics.id} areas={areas} style={styleOf(code)} paths={paths} marks={marks} />)}
        <path transform="scale(0.5)" d={paths.boroughs} fill="none" stroke={marks.borough} strokeWidth={2.4} strokeLinejoin="round" />
        {members.map((areas, code) => <Symbols key={`${code} ${labels[code] ?? ''}`} areas={areas} symbol={styleOf(code).symbol} paths={paths} marks={marks} />)}
        <TownsAndScale paths={paths} marks={marks} />
      </g>
      <MapLegend id={basics.id} title={title} items={items} marks={marks} x={legend.x} y={legend.y} />
    </Frame>
  );
}

interface ClassProps {
  readonly id: string;
  readonly areas: readonly number[];
  readonly style: MapClassStyle;
  readonly paths: MapPaths;
  readonly marks: MapMarks;
}

function ClassPaths({ id, areas, style, paths, marks }: ClassProps) {
  const d = areas.map((area) => paths.areas[area] ?? '').join('');
  if (d === '') return null;
  const line = style.dashed ? { stroke: marks.noDataLine, strokeDasharray: '5 4' } : { stroke: marks.separator };
  return (
    <g transform="scale(0.5)" fillRule="evenodd" strokeLinejoin="round">
      <path d={d} fill={style.fill} strokeWidth={style.pattern === null ? 1 : 0} {...line} />
      {style.pattern !== null && <path d={d} fill={`url(#${id}-${style.pattern})`} stroke={marks[style.pattern]} strokeWidth={0.8} />}
    </g>
  );
}

/** Triangles, as large as their areas allow: up for higher, down for lower. */
function Symbols({ areas, symbol, paths, marks }: { readonly areas: readonly number[]; readonly symbol: MapClassStyle['symbol']; readonly paths: MapPaths; readonly marks: MapMarks }) {
  if (symbol === null) return null;
  const d = areas.map((area) => triangle(paths.points[area], symbol)).join('');
  return d === '' ? null : <path d={d} fill={marks[symbol]} />;
}

function triangle(point: MapPaths['points'][number] | undefined, symbol: 'up' | 'down'): string {
  if (point === undefined || !Number.isFinite(point.x) || !Number.isFinite(point.y)) return '';
  const size = round(Math.min(4, Math.max(1.5, point.room * 0.22)));
  return symbol === 'up' ? `M${round(point.x)} ${round(point.y - size)}l${size} ${2 * size}h${-2 * size}z` : `M${round(point.x)} ${round(point.y + size)}l${size} ${-2 * size}h${-2 * size}z`;
}

function TownsAndScale({ paths, marks }: { readonly paths: MapPaths; readonly marks: MapMarks }) {
  const length = round(SCALE_KM * paths.perKm);
  return (
    <g fontSize={TEXT_SMALL}>
      {paths.labels.map(({ title, x, y }) => <text key={title} x={round(x)} y={round(y)} textAnchor="middle" fontWeight={600} fill={marks.label} stroke={PAPER} strokeWidth={3} strokeLinejoin="round" paintOrder="stroke">{title}</text>)}
      {length > 0 && length < paths.width && <path d={`M1 ${paths.height + 10}v5h${length}v-5`} fill="none" stroke={INK} />}
      {length > 0 && length < paths.width && <text x={length + 8} y={paths.height + 16} fill={INK}>{SCALE_KM} km</text>}
    </g>
  );
}
