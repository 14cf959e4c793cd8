import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { AXIS, GRID, INK_MUTED, TEXT_SMALL } from './ink.ts';
import { round, textWidth, valueText, widestOf } from './text.ts';
import { sentenceCase } from '../../model/text.ts';

export type Linear = ScaleLinear<number, number>;

/** From zero to a round number at or above every value; 0 to 1 where there is nothing above zero. */
export function fromZero(values: readonly number[], count: number): Linear {
  const top = values.reduce((highest, value) => (Number.isFinite(value) ? Math.max(highest, value) : highest), 0);
  return scaleLinear().domain([0, top > 0 ? top : 1]).nice(count);
}

/** "Offences"; "Per cent" for "%" and "share". */
export function unitTitle(unit: string): string {
  return unit === '%' || unit === 'share' ? 'Per cent' : sentenceCase(unit);
}

/** As many ticks as their words have room for. */
export function tickCount(length: number, scale: Linear, unit: string): number {
  const widest = widestOf(scale.ticks(5).map((tick) => valueText(tick, unit)), TEXT_SMALL);
  return Math.max(2, Math.min(7, Math.floor(length / (widest + 22))));
}

/** Room that the words of a vertical axis take. */
export function tickRoom(scale: Linear, count: number, unit: string): number {
  return Math.ceil(widestOf(scale.ticks(count).map((tick) => valueText(tick, unit)), TEXT_SMALL)) + 8;
}

interface AcrossProps {
  readonly scale: Linear;
  readonly count: number;
  readonly unit: string;
  readonly top: number;
  readonly bottom: number;
}

/** Upright lines with their values below and the unit below those; for bars that lie. Takes 34 units below `bottom`. */
export function AxisBelow({ scale, count, unit, top, bottom }: AcrossProps) {
  const [from = 0, to = 0] = scale.range();
  return (
    <g fontSize={TEXT_SMALL} fill={INK_MUTED}>
      {scale.ticks(count).map((tick) => (
        <g key={tick}>
          <path d={`M${round(scale(tick))} ${top}V${bottom}`} stroke={tick === 0 ? AXIS : GRID} />
          <text x={round(scale(tick))} y={bottom + 14} textAnchor="middle">{valueText(tick, unit)}</text>
        </g>
      ))}
      <text x={textWidth(unit, TEXT_SMALL) > to - from ? to : (from + to) / 2} y={bottom + 29} textAnchor={textWidth(unit, TEXT_SMALL) > to - from ? 'end' : 'middle'}>{unitTitle(unit)}</text>
    </g>
  );
}

interface BesideProps {
  readonly scale: Linear;
  readonly count: number;
  readonly unit: string;
  readonly left: number;
  readonly right: number;
}

/** Level lines with their values to the left; the unit stands above, at the left edge. */
export function AxisBeside({ scale, count, unit, left, right }: BesideProps) {
  const top = Math.min(...scale.range());
  return (
    <g fontSize={TEXT_SMALL} fill={INK_MUTED}>
      <text x={0} y={top - 12}>{unitTitle(unit)}</text>
      {scale.ticks(count).map((tick) => (
        <g key={tick}>
          <path d={`M${left} ${round(scale(tick))}H${right}`} stroke={tick === 0 ? AXIS : GRID} />
          <text x={left - 6} y={round(scale(tick)) + 4} textAnchor="end">{valueText(tick, unit)}</text>
        </g>
      ))}
    </g>
  );
}

interface NamesProps {
  readonly names: readonly string[];
  /** Middle of each. */
  readonly at: (index: number) => number;
  /** Room for each. */
  readonly step: number;
  readonly y: number;
}

/** Every name where there is room, otherwise every second, third ... from the first. */
export function NamesBelow({ names, at, step, y }: NamesProps) {
  const every = Math.max(1, Math.ceil((widestOf(names, TEXT_SMALL) + 8) / step));
  return (
    <g fontSize={TEXT_SMALL} fill={INK_MUTED} textAnchor="middle">
      {names.map((name, index) => (index % every === 0 ? <text key={`${index} ${name}`} x={round(at(index))} y={y}>{name}</text> : null))}
    </g>
  );
}
