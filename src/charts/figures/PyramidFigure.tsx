import type { Drawing, Series } from '../../model/assessment.ts';
import { AxisBelow, fromZero, type Linear, tickCount, unitTitle } from './axis.tsx';
import { Frame } from './Frame.tsx';
import { INK_MUTED, seriesColour, TEXT, TEXT_SMALL } from './ink.ts';
import type { FigureProps } from './props.ts';
import { round, textWidth, valueText, widestOf } from './text.ts';

export type PyramidDrawing = Extract<Drawing, { readonly kind: 'pyramid' }>;

const ROW = 17;
const TOP = 24;
const EDGE = 4;

/** Bars to the left and right of the categories, on one scale; the first category (the youngest) stands at the bottom. */
export function PyramidFigure({ basics, drawing }: FigureProps<PyramidDrawing>) {
  const { categories, left, right, unit } = drawing;
  const middle = basics.width / 2;
  const half = widestOf(categories, TEXT_SMALL) / 2 + 8;
  const all = [...left.values, ...right.values];
  const room = widestOf(all.map((value) => valueText(value, unit)), TEXT_SMALL) + 8;
  const bottom = TOP + categories.length * ROW;
  const length = Math.max(20, middle - half - room - EDGE);
  const leftScale = fromZero(all, 4).range([middle - half, middle - half - length]);
  const rightScale = fromZero(all, 4).range([middle + half, middle + half + length]);
  const count = Math.min(4, tickCount(length, rightScale, unit));
  const y = (index: number) => TOP + (categories.length - 1 - index) * ROW;
  return (
    <Frame basics={basics} height={bottom + 38}>
      <text x={middle - half} y={14} textAnchor="end" fontWeight={600} fontSize={TEXT}>{left.title}</text>
      <text x={middle + half} y={14} fontWeight={600} fontSize={TEXT}>{right.title}</text>
      {/* The unit stands once, in the middle. */}
      <AxisBelow scale={leftScale} count={count} unit="" top={TOP} bottom={bottom} />
      <AxisBelow scale={rightScale} count={count} unit="" top={TOP} bottom={bottom} />
      <text x={middle} y={bottom + 29} textAnchor="middle" fontSize={TEXT_SMALL} fill={INK_MUTED}>{unitTitle(unit)}</text>
      {categories.map((category, index) => <text key={`${index} ${category}`} x={middle} y={y(index) + 12} textAnchor="middle" fontSize={TEXT_SMALL}>{category}</text>)}
      <Side series={left} index={0} scale={leftScale} y={y} unit={unit} />
      <Side series={right} index={1} scale={rightScale} y={y} unit={unit} />
    </Frame>
  );
}

function Side({ series, index, scale, y, unit }: { readonly series: Series; readonly index: number; readonly scale: Linear; readonly y: (row: number) => number; readonly unit: string }) {
  const anchor = index === 0 ? 'end' : 'start';
  const away = index === 0 ? -4 : 4;
  return series.values.map((value, row) => {
    const given = Number.isFinite(value);
    const end = scale(given ? value : 0);
    const words = given ? valueText(value, unit) : 'not given';
    const outside = Math.abs((scale.range()[1] ?? 0) - end) + 40 > textWidth(words, TEXT_SMALL);
    return (
      <g key={row}>
        {value > 0 && <rect x={round(Math.min(end, scale(0)))} y={y(row) + 1} width={Math.max(1, round(Math.abs(end - scale(0))))} height={ROW - 3} fill={seriesColour(index)} />}
        {outside && <text x={round(end) + away} y={y(row) + 12} textAnchor={anchor} fontSize={TEXT_SMALL} fill={INK_MUTED}>{words}</text>}
      </g>
    );
  });
}
