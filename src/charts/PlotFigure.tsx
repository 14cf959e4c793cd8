import type { FunnelLimits } from '../model/results.ts';
import type { CaterpillarGroup } from './caterpillarGroups.ts';
import { caterpillarLayout } from './caterpillarLayout.ts';
import { Frame } from './figures/Frame.tsx';
import { AXIS, GRID, INK, INK_MUTED, PAPER, TEXT_SMALL } from './figures/ink.ts';
import type { FigureBasics } from './figures/props.ts';
import { funnelLayout } from './funnelLayout.ts';
import type { PlotAxis } from './plotAxis.ts';
import { BEYOND, markPath, type PlotBox, type PlotPath, type PlotPlace, type PlotPoint, type PlotShape, shapeOf } from './plotPoints.ts';
import { countText } from './words.ts';

export interface PlotFigureProps {
  readonly basics: FigureBasics;
  readonly points: readonly PlotPoint[];
  readonly axisTitle: string;
  readonly benchmark: { readonly title: string; readonly value: number };
  /** A funnel plot around these; null draws a caterpillar plot. */
  readonly funnel: { readonly limits: FunnelLimits; readonly sizeTitle: string } | null;
  /** Areas by number that are ringed and named. */
  readonly selected: readonly number[];
  readonly whole: boolean;
}

const HEIGHT = 420;
/** The map's classes on white, as in map/scale/colours.ts. */
const FILLS: Readonly<Record<PlotShape, string>> = { higher: '#701048', lower: '#528DBA', similar: '#F2EDE2', none: PAPER };
const EDGES: Readonly<Record<PlotShape, string>> = { higher: '#701048', lower: '#528DBA', similar: AXIS, none: AXIS };

/** A caterpillar or funnel plot as a picture of its own: presentation attributes only, on white whatever the theme. */
export function PlotFigure({ basics, points, axisTitle, benchmark, funnel, selected, whole }: PlotFigureProps) {
  const size = { width: basics.width, height: HEIGHT, whole };
  const caterpillar = funnel === null ? caterpillarLayout(points, benchmark.value, size) : null;
  const around = funnel === null ? null : funnelLayout(points, funnel.limits, size);
  const layout = caterpillar ?? around;
  if (layout === null) return null;
  const { box, axis, places } = layout;
  return (
    <Frame basics={basics} height={HEIGHT}>
      <Rates axis={axis} box={box} title={axisTitle} beyond={layout.beyond} />
      {caterpillar?.limits.map(({ shape, chosen, path }) => <path key={`${shape}${String(chosen)}`} d={path} stroke={EDGES[shape]} strokeWidth={1} opacity={chosen ? 0.55 : 0.18} fill="none" />)}
      {around !== null && <Sizes box={box} ticks={around.sizes.ticks} title={`${funnel?.sizeTitle ?? ''}${around.sizes.logarithmic ? ', logarithmic' : ''}`} />}
      {around?.curves.map(({ level, path }, index) => <path key={index < 2 ? `95 ${index}` : `99.8 ${index}`} d={path} fill="none" stroke={level === '95' ? INK_MUTED : INK} strokeWidth={1} strokeDasharray={level === '95' ? '4 3' : undefined} />)}
      <Marks paths={layout.marks} />
      <line x1={box.left} x2={box.right} y1={box.bottom + 0.5} y2={box.bottom + 0.5} stroke={AXIS} />
      <Groups groups={caterpillar?.groups ?? []} box={box} />
      <Benchmark {...benchmark} axis={axis} box={box} right={around !== null} />
      {places.filter(({ point }) => selected.includes(point.area)).map((place) => <Selected key={place.point.area} place={place} box={box} />)}
    </Frame>
  );
}

function Marks({ paths }: { readonly paths: readonly PlotPath[] }) {
  return <>{paths.map(({ shape, chosen, path }) => <path key={`${shape}${String(chosen)}`} d={path} fill={FILLS[shape]} stroke={shape === 'higher' || shape === 'lower' ? 'none' : EDGES[shape]} strokeWidth={0.75} opacity={chosen ? 1 : 0.28} />)}</>;
}

function Rates({ axis, box, title, beyond }: { readonly axis: PlotAxis; readonly box: PlotBox; readonly title: string; readonly beyond: number }) {
  return (
    <>
      <text x={2} y={13} fontSize={TEXT_SMALL} fill={INK_MUTED}>{title}</text>
      {axis.ticks.map(({ at, text }) => (
        <g key={text}>
          <line x1={box.left} x2={box.right} y1={at + 0.5} y2={at + 0.5} stroke={GRID} />
          <text x={box.left - 6} y={at + 4} textAnchor="end" fontSize={TEXT_SMALL} fill={INK_MUTED}>{text}</text>
        </g>
      ))}
      {beyond > 0 && <line x1={box.left} x2={box.right} y1={box.top - BEYOND / 2} y2={box.top - BEYOND / 2} stroke={AXIS} strokeDasharray="2 3" />}
    </>
  );
}

function Sizes({ box, ticks, title }: { readonly box: PlotBox; readonly ticks: PlotAxis['ticks']; readonly title: string }) {
  return (
    <>
      {ticks.map(({ at, text }) => <text key={text} x={at} y={box.bottom + 16} textAnchor="middle" fontSize={TEXT_SMALL} fill={INK_MUTED}>{text}</text>)}
      <text x={box.right} y={box.bottom + 31} textAnchor="end" fontSize={TEXT_SMALL} fill={INK_MUTED}>{title}</text>
    </>
  );
}

function Benchmark({ value, title, axis, box, right }: { readonly value: number; readonly title: string; readonly axis: PlotAxis; readonly box: PlotBox; readonly right: boolean }) {
  if (!Number.isFinite(value)) return null;
  const y = Math.round(axis.at(value)) + 0.5;
  return (
    <>
      <line x1={box.left} x2={box.right} y1={y} y2={y} stroke={INK} strokeWidth={1.5} strokeDasharray="5 3" />
      <text x={right ? box.right - 2 : box.left + 4} y={y - 5} textAnchor={right ? 'end' : 'start'} fontSize={TEXT_SMALL} stroke={PAPER} strokeWidth={3} paintOrder="stroke" fill={INK}>{`${title} ${countText(value)}`}</text>
    </>
  );
}

function Groups({ groups, box }: { readonly groups: readonly CaterpillarGroup[]; readonly box: PlotBox }) {
  return groups.map(({ name, value, left, right, y }) => (
    <g key={left}>
      {left > box.left && <line x1={left} x2={left} y1={box.top} y2={box.bottom + 30} stroke={AXIS} strokeDasharray="2 3" />}
      {Number.isFinite(y) && <line x1={left} x2={right} y1={y} y2={y} stroke={INK} strokeWidth={1.5} />}
      {Number.isFinite(y) && <text x={left + 4} y={y - 5} fontSize={TEXT_SMALL} stroke={PAPER} strokeWidth={3} paintOrder="stroke" fill={INK}>{countText(value)}</text>}
      {name.map((line, index) => <text key={line} x={(left + right) / 2} y={box.bottom + 15 + index * 13} textAnchor="middle" fontSize={TEXT_SMALL} fill={INK_MUTED}>{line}</text>)}
    </g>
  ));
}

function Selected({ place: { point, x, y }, box }: { readonly place: PlotPlace; readonly box: PlotBox }) {
  const left = x > (box.left + box.right) / 2;
  const shape = shapeOf(point.classCode);
  return (
    <>
      <path d={markPath(shape, x, y, 5.5)} fill={FILLS[shape]} stroke={EDGES[shape]} strokeWidth={0.75} />
      <circle cx={x} cy={y} r={9} fill="none" stroke="#F46A25" strokeWidth={2.5} />
      <text x={left ? x - 13 : x + 13} y={Math.max(y + 4, 26)} textAnchor={left ? 'end' : 'start'} fontSize={TEXT_SMALL} fontWeight={600} stroke={PAPER} strokeWidth={3} paintOrder="stroke" fill={INK}>{point.name}</text>
    </>
  );
}
