import { AXIS, inkOn, TEXT } from './ink.ts';
import type { MapClassStyle, MapMarks, MapSymbol } from './MapFigure.tsx';

const SWATCH = { width: 22, height: 14 };

interface LegendItem {
  readonly lines: readonly string[];
  readonly style: MapClassStyle;
}

interface Heights {
  readonly title: number;
  readonly items: readonly number[];
  readonly all: number;
}

/** Room that a legend's title and items take. */
export function legendHeights(title: readonly string[], items: readonly LegendItem[]): Heights {
  const heights = items.map(({ lines }) => Math.max(22, lines.length * 15 + 4));
  const above = title.length * 16 + 8;
  return { title: above, items: heights, all: heights.reduce((sum, height) => sum + height, above) };
}

interface LegendProps {
  readonly id: string;
  readonly title: readonly string[];
  readonly items: readonly LegendItem[];
  readonly heights: Heights;
  readonly marks: MapMarks;
  readonly x: number;
  readonly y: number;
}

/** Classes with their looks, their names and how many areas are in each. */
export function MapLegend({ id, title, items, heights, marks, x, y }: LegendProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      {title.map((line, index) => <text key={line} y={12 + index * 16} fontWeight={600}>{line}</text>)}
      {items.map(({ lines, style }, index) => (
        <g key={lines.join(' ')} transform={`translate(0 ${heights.title + heights.items.slice(0, index).reduce((sum, height) => sum + height, 0)})`}>
          <Swatch id={id} style={style} marks={marks} />
          {lines.map((line, row) => <text key={line} x={SWATCH.width + 8} y={12 + row * 15} fontSize={TEXT}>{line}</text>)}
        </g>
      ))}
    </g>
  );
}

function Swatch({ id, style, marks }: { readonly id: string; readonly style: MapClassStyle; readonly marks: MapMarks }) {
  const box = { x: 0.5, y: 0.5, width: SWATCH.width - 1, height: SWATCH.height };
  return (
    <>
      <rect {...box} fill={style.fill} />
      {style.pattern !== null && <g transform="scale(0.5)"><rect x={1} y={1} width={2 * box.width} height={2 * box.height} fill={`url(#${id}-${style.pattern})`} /></g>}
      <rect {...box} fill="none" stroke={style.dashed ? marks.noDataLine : AXIS} strokeDasharray={style.dashed ? '3 2' : undefined} />
      {style.symbol !== null && <SwatchSymbol symbol={style.symbol} fill={style.fill} marks={marks} />}
    </>
  );
}

function SwatchSymbol({ symbol, fill, marks }: { readonly symbol: MapSymbol; readonly fill: string; readonly marks: MapMarks }) {
  if (symbol === 'up' || symbol === 'down') return <path d={symbol === 'up' ? 'M11 3.5l4 8h-8z' : 'M11 11.5l4-8h-8z'} fill={marks[symbol]} />;
  return <text x={SWATCH.width / 2} y={11.5} textAnchor="middle" fontSize={11} fontWeight={700} fill={inkOn(fill)}>{symbol}</text>;
}
