import { scaleLinear } from 'd3-scale';
import { AxisBelow, AxisBeside, tickRoom } from './axis.tsx';
import { Frame } from './Frame.tsx';
import { AXIS, INK, SERIES_COLOURS, TEXT_SMALL } from './ink.ts';
import type { FigureProps } from './props.ts';
import { round, textWidth, wrapText } from './text.ts';

/** Shares 0-1 of areas, those with the most events first, and of events; equally long, both from 0 to 1. */
export interface LorenzDrawing {
  readonly areas: ArrayLike<number>;
  readonly events: ArrayLike<number>;
  /** A point of the curve to read off; null for none. */
  readonly mark: { readonly areas: number; readonly events: number; readonly title: string } | null;
  readonly unit: string;
}

const PLOT = 260;
const TICKS = 5;
const LINE = 14;
/** More corners than a line can show. */
const MOST_POINTS = 600;

/** The concentration curve above the line of even spread, with the point that is read off. Without points only the line of even spread. */
export function LorenzFigure({ basics, drawing }: FigureProps<LorenzDrawing>) {
  const { areas, events, mark, unit } = drawing;
  const title = wrapText(`Share of the ${unit} (upwards) in so much of the areas (across), fullest first`, basics.width - 8, TEXT_SMALL);
  const top = title.length * LINE + 28;
  const bottom = top + PLOT;
  const down = scaleLinear().domain([0, 1]).range([bottom, top]);
  const left = tickRoom(down, TICKS, 'share');
  const right = Math.min(basics.width - 20, left + PLOT * 1.5);
  const across = scaleLinear().domain([0, 1]).range([left, right]);
  const every = Math.max(1, Math.ceil(areas.length / MOST_POINTS));
  const points = Array.from({ length: areas.length }, (_, at) => at).filter((at) => at % every === 0 || at === areas.length - 1);
  const path = points.map((at) => `${round(across(areas[at] ?? 0))} ${round(down(events[at] ?? 0))}`).join('L');
  return (
    <Frame basics={basics} height={bottom + 40}>
      <AxisBeside scale={down} count={TICKS} unit="share" left={left} right={right} />
      <AxisBelow scale={across} count={TICKS} unit="share" top={top} bottom={bottom} />
      <path d={`M${left} ${bottom}L${round(right)} ${top}`} stroke={AXIS} strokeDasharray="4 3" />
      {path !== '' && <path d={`M${path}`} fill="none" stroke={SERIES_COLOURS[0]} strokeWidth={2.4} strokeLinejoin="round" />}
      {mark !== null && <Mark x={round(across(mark.areas))} y={round(down(mark.events))} left={left} bottom={bottom} right={right} title={mark.title} />}
      {title.map((line, at) => <text key={line} x={0} y={11 + at * LINE} fontSize={TEXT_SMALL}>{line}</text>)}
    </Frame>
  );
}

interface MarkProps {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly title: string;
}

function Mark({ x, y, left, bottom, right, title }: MarkProps) {
  const before = x + 10 + textWidth(title, TEXT_SMALL) > right;
  return (
    <>
      <path d={`M${left} ${y}H${x}V${bottom}`} fill="none" stroke={SERIES_COLOURS[3]} strokeWidth={1.5} />
      <circle cx={x} cy={y} r={5} fill={SERIES_COLOURS[3]} stroke={INK} />
      <text x={before ? right : x + 10} y={y + 18} textAnchor={before ? 'end' : 'start'} fontSize={TEXT_SMALL} fontWeight={600} stroke="#FFFFFF" strokeWidth={3} paintOrder="stroke">{title}</text>
    </>
  );
}
