import { inkOn } from './ink.ts';
import type { MapClassStyle, MapMarks } from './MapFigure.tsx';
import type { MapPaths } from './mapPaths.ts';
import { round } from './text.ts';

/** A class with its look and its areas (numbers). */
export interface ClassLook {
  readonly label: string;
  readonly style: MapClassStyle;
  readonly areas: readonly number[];
}

interface MapAreasProps {
  readonly id: string;
  readonly looks: readonly ClassLook[];
  readonly paths: MapPaths;
  readonly marks: MapMarks;
}

/** Size of a numeral, and the shorter side of an area that holds one, units. */
const NUMERAL = 9;
const NUMERAL_ROOM = 7;

/** The areas of each class as one path, the boroughs' outlines over them, then the symbols. */
export function MapAreas({ id, looks, paths, marks }: MapAreasProps) {
  return (
    <>
      {looks.map((look, code) => <ClassPaths key={`${code} ${look.label}`} id={id} look={look} paths={paths} marks={marks} />)}
      <path transform="scale(0.5)" d={paths.boroughs} fill="none" stroke={marks.borough} strokeWidth={2.4} strokeLinejoin="round" />
      {looks.map((look, code) => <Symbols key={`${code} ${look.label}`} look={look} paths={paths} marks={marks} />)}
    </>
  );
}

interface ClassProps {
  readonly look: ClassLook;
  readonly paths: MapPaths;
  readonly marks: MapMarks;
}

function ClassPaths({ id, look: { areas, style }, paths, marks }: ClassProps & { readonly id: string }) {
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

/** Triangles, as large as their areas allow: up for higher, down for lower; or numerals where there is room for one. */
function Symbols({ look: { areas, style: { symbol, fill } }, paths, marks }: ClassProps) {
  if (symbol === null) return null;
  if (symbol !== 'up' && symbol !== 'down') {
    return (
      <g fontSize={NUMERAL} fontWeight={700} textAnchor="middle" fill={inkOn(fill)}>
        {areas.map((area) => ((paths.points[area]?.room ?? 0) < NUMERAL_ROOM ? null : <text key={area} x={round(paths.points[area]?.x ?? 0)} y={round((paths.points[area]?.y ?? 0) + NUMERAL * 0.35)}>{symbol}</text>))}
      </g>
    );
  }
  const d = areas.map((area) => ((paths.areas[area] ?? '') === '' ? '' : triangle(paths.points[area], symbol))).join('');
  return d === '' ? null : <path d={d} fill={marks[symbol]} />;
}

function triangle(point: MapPaths['points'][number] | undefined, symbol: 'up' | 'down'): string {
  if (point === undefined || !Number.isFinite(point.x) || !Number.isFinite(point.y)) return '';
  const size = round(Math.min(4, Math.max(1.5, point.room * 0.22)));
  return symbol === 'up' ? `M${round(point.x)} ${round(point.y - size)}l${size} ${2 * size}h${-2 * size}z` : `M${round(point.x)} ${round(point.y + size)}l${size} ${-2 * size}h${-2 * size}z`;
}
