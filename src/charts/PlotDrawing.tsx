import { memo } from 'react';
import type { CaterpillarGroup } from './caterpillarGroups.ts';
import type { PlotAxis } from './plotAxis.ts';
import { BEYOND, markPath, type PlotBox, type PlotPath, type PlotPlace, shapeOf, tenth } from './plotPoints.ts';
import { countText } from './words.ts';

/** Marks or limits of all areas: one path for each class, whatever the number of areas. */
export const PlotPaths = memo(function PlotPaths({ paths, kind }: { readonly paths: readonly PlotPath[]; readonly kind: 'mark' | 'limits' }) {
  return paths.map(({ shape, chosen, path }) => <path key={`${shape}${String(chosen)}`} className={`plot-${kind} plot-${shape}${chosen ? '' : ' plot-pale'}`} d={path} />);
});

/** Grid, tick labels and the title of the axis of rates; a dashed line where points stand past its end. */
export function RateAxis({ axis, box, title, beyond }: { readonly axis: PlotAxis; readonly box: PlotBox; readonly title: string; readonly beyond: number }) {
  return (
    <g>
      <text className="chart-label" x={2} y={11}>{title}</text>
      {axis.ticks.map(({ at, text }) => (
        <g key={text}>
          <line className="chart-grid" x1={box.left} x2={box.right} y1={at + 0.5} y2={at + 0.5} />
          <text className="chart-label" x={box.left - 6} y={at + 4} textAnchor="end">{text}</text>
        </g>
      ))}
      {beyond > 0 && <line className="plot-break" x1={box.left} x2={box.right} y1={box.top - BEYOND / 2 + 0.5} y2={box.top - BEYOND / 2 + 0.5} />}
    </g>
  );
}

interface BenchmarkLineProps {
  readonly value: number;
  readonly title: string;
  readonly axis: PlotAxis;
  readonly box: PlotBox;
  /** The end at which it is named: where fewer areas stand. */
  readonly end: 'left' | 'right';
}

/** The line that areas are compared with, named; nothing where there is none. */
export function BenchmarkLine({ value, title, axis, box, end }: BenchmarkLineProps) {
  if (!Number.isFinite(value)) return null;
  const y = Math.round(axis.at(value)) + 0.5;
  return (
    <g>
      <line className="plot-benchmark" x1={box.left} x2={box.right} y1={y} y2={y} />
      <text className="chart-label plot-label" x={end === 'left' ? box.left + 4 : box.right - 2} y={y - 5} textAnchor={end === 'left' ? 'start' : 'end'}>{`${title} ${countText(value)}`}</text>
    </g>
  );
}

/** The benchmarks of groups: each a line over its areas with its value, its name under them. */
export function Groups({ groups, box }: { readonly groups: readonly CaterpillarGroup[]; readonly box: PlotBox }) {
  return groups.map(({ name, value, left, right, y }) => (
    <g key={left}>
      {left > box.left && <line className="plot-divide" x1={left} x2={left} y1={box.top} y2={box.bottom + 30} />}
      {Number.isFinite(y) && <line className="plot-benchmark plot-own" x1={left} x2={right} y1={y} y2={y} />}
      {Number.isFinite(y) && <text className="chart-label plot-label" x={left + 4} y={y - 5}>{countText(value)}</text>}
      {name.map((line, index) => <text key={line} className="chart-label" x={(left + right) / 2} y={box.bottom + 15 + index * 13} textAnchor="middle">{line}</text>)}
    </g>
  ));
}

const RADIUS = 5.5;

/** The areas picked out: selected ones ringed and named, the one under pointer or keyboard with a line through the plot. */
export function PickedPlaces({ places, hovered, selected, box, axis }: { readonly places: readonly PlotPlace[]; readonly hovered: number | null; readonly selected: readonly number[]; readonly box: PlotBox; readonly axis: PlotAxis | null }) {
  const under = places.find(({ point }) => point.area === hovered);
  return (
    <g>
      {under !== undefined && <line className="plot-crosshair" x1={under.x} x2={under.x} y1={box.top - BEYOND} y2={box.bottom} />}
      {places.filter(({ point }) => selected.includes(point.area)).map((place) => <Picked key={place.point.area} place={place} axis={axis} className="plot-selected" />)}
      {under !== undefined && <Picked place={under} axis={axis} className="plot-hovered" />}
      {named([...(under === undefined ? [] : [under]), ...places.filter(({ point }) => point.area !== hovered && selected.includes(point.area))]).map((place) => <PlaceName key={place.point.area} place={place} box={box} />)}
    </g>
  );
}

function Picked({ place: { point, x, y }, axis, className }: { readonly place: PlotPlace; readonly axis: PlotAxis | null; readonly className: string }) {
  const shape = shapeOf(point.classCode);
  return (
    <g className={className}>
      {axis !== null && Number.isFinite(point.lower) && Number.isFinite(point.upper) && <path className="plot-picked-limits" d={`M${x} ${tenth(axis.at(point.lower))}V${tenth(axis.at(point.upper))}`} />}
      <circle className="plot-ring" cx={x} cy={y} r={RADIUS + 3.5} />
      <path className={`plot-mark plot-${shape}`} d={markPath(shape, x, y, RADIUS)} />
    </g>
  );
}

/** Those whose names do not run into one before. */
function named(places: readonly PlotPlace[]): PlotPlace[] {
  const kept: PlotPlace[] = [];
  for (const place of places) if (kept.every(({ x, y }) => Math.abs(x - place.x) > NAME.width || Math.abs(y - place.y) > NAME.height)) kept.push(place);
  return kept;
}
/** Room for a name beside its mark, pixels. */
const NAME = { width: 130, height: 15 } as const;

/** Beside its mark, on the side with room. */
function PlaceName({ place: { point, x, y }, box }: { readonly place: PlotPlace; readonly box: PlotBox }) {
  const left = x > (box.left + box.right) / 2;
  return <text className="chart-label plot-label plot-name" x={left ? x - 13 : x + 13} y={Math.max(y + 4, 24)} textAnchor={left ? 'end' : 'start'}>{point.name}</text>;
}
