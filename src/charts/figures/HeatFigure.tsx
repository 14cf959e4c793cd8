import type { Drawing } from '../../model/assessment.ts';
import { unitTitle } from './axis.tsx';
import { Frame, Label } from './Frame.tsx';
import { AXIS, GRID, INK_MUTED, inkOn, PAPER, TEXT, TEXT_SMALL } from './ink.ts';
import type { FigureProps } from './props.ts';
import { labelLines, round, textWidth, valueText, widestOf } from './text.ts';

export type HeatDrawing = Extract<Drawing, { readonly kind: 'heat' }>;

interface HeatProps extends FigureProps<HeatDrawing> {
  /** Colours from little to much, "#RRGGBB". */
  readonly shades: readonly string[];
}

const EDGE = 4;
const TOP = 24;
const KEY = 48;

/**
 * A value per row and column, shaded in equal steps from the lowest to the highest, written in its cell where there is
 * room. Cells without a value (NaN) are crossed out. Many columns on a narrow sheet are turned: rows become columns.
 */
export function HeatFigure({ basics, drawing, shades }: HeatProps) {
  const turned = basics.width < 420 && drawing.columns.length > drawing.rows.length;
  const { rows, columns, values, unit } = turned ? turn(drawing) : drawing;
  const room = Math.min(widestOf(rows, TEXT), basics.width * 0.3);
  const left = EDGE + room + 8;
  const cell = (basics.width - EDGE - left) / Math.max(1, columns.length);
  const height = columns.length > 12 ? 24 : 28;
  const steps = stepsOf(values.flat(), shades.length);
  const bottom = TOP + rows.length * height;
  const every = Math.max(1, Math.ceil((widestOf(columns, TEXT_SMALL) + 4) / cell));
  return (
    <Frame basics={basics} height={bottom + KEY}>
      <g fontSize={TEXT_SMALL} fill={INK_MUTED} textAnchor="middle">
        {columns.map((column, index) => (index % every === 0 ? <text key={`${index} ${column}`} x={round(left + (index + 0.5) * cell)} y={TOP - 8}>{column}</text> : null))}
      </g>
      {rows.map((row, index) => (
        <g key={`${index} ${row}`}>
          <Label lines={labelLines(row, room, TEXT)} x={left - 8} y={TOP + (index + 0.5) * height} anchor="end" />
          {columns.map((column, at) => <Cell key={`${at} ${column}`} value={values[index]?.[at] ?? Number.NaN} unit={unit} x={left + at * cell} y={TOP + index * height} width={cell} height={height} steps={steps} shades={shades} />)}
        </g>
      ))}
      <Key steps={steps} shades={shades} unit={unit} x={left} y={bottom + 14} width={basics.width - EDGE - left} />
    </Frame>
  );
}

interface CellProps {
  readonly value: number;
  readonly unit: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly steps: Steps;
  readonly shades: readonly string[];
}

function Cell({ value, unit, x, y, width, height, steps, shades }: CellProps) {
  const given = Number.isFinite(value);
  const colour = given ? (shades[steps.of(value)] ?? PAPER) : PAPER;
  const words = valueText(value, unit);
  return (
    <>
      <rect x={round(x)} y={y} width={round(width)} height={height} fill={colour} stroke={PAPER} />
      {!given && <path d={`M${round(x + 4)} ${y + height - 4}L${round(x + width - 4)} ${y + 4}`} stroke={AXIS} />}
      {given && textWidth(words, 10) < width - 2 && <text x={round(x + width / 2)} y={y + height / 2 + 4} textAnchor="middle" fontSize={width > 40 ? TEXT_SMALL : 10} fill={inkOn(colour)}>{words}</text>}
    </>
  );
}

function Key({ steps, shades, unit, x, y, width }: { readonly steps: Steps; readonly shades: readonly string[]; readonly unit: string; readonly x: number; readonly y: number; readonly width: number }) {
  const each = Math.min(90, width / Math.max(1, shades.length));
  return (
    <g fontSize={TEXT_SMALL} fill={INK_MUTED}>
      {shades.map((shade, index) => (
        <g key={shade}>
          <rect x={round(x + index * each)} y={y} width={round(each)} height={10} fill={shade} stroke={GRID} />
          {/* Where each step starts, if there is room, and where the last one ends. */}
          {(each > 60 || index === 0) && <text x={round(x + index * each)} y={y + 23}>{valueText(steps.from(index), unit)}</text>}
        </g>
      ))}
      <text x={round(x + shades.length * each)} y={y + 23} textAnchor="end">{valueText(steps.from(shades.length), unit)}</text>
      <text x={each > 60 ? round(x + shades.length * each + 8) : x} y={each > 60 ? y + 9 : y - 4}>{each > 60 ? unitTitle(unit) : ''}</text>
    </g>
  );
}

interface Steps {
  readonly of: (value: number) => number;
  readonly from: (step: number) => number;
}

function stepsOf(values: readonly number[], count: number): Steps {
  const given = values.filter((value) => Number.isFinite(value));
  const low = given.reduce((least, value) => Math.min(least, value), given[0] ?? 0);
  const high = given.reduce((most, value) => Math.max(most, value), given[0] ?? 0);
  const step = (high - low) / count || 1;
  return { of: (value) => Math.max(0, Math.min(count - 1, Math.floor((value - low) / step))), from: (index) => low + index * step };
}

function turn({ rows, columns, values, unit }: HeatDrawing): Pick<HeatDrawing, 'rows' | 'columns' | 'values' | 'unit'> {
  return { rows: columns, columns: rows, values: columns.map((_, column) => rows.map((_row, row) => values[row]?.[column] ?? Number.NaN)), unit };
}
