import { useMemo } from 'react';
import { caterpillarLayout, nearestByX } from './caterpillarLayout.ts';
import { BenchmarkLine, Groups, PickedPlaces, PlotPaths, RateAxis } from './PlotDrawing.tsx';
import { PlotFrame } from './PlotFrame.tsx';
import type { CaterpillarPlotProps } from './props.ts';
import { FIRST_PLOT, useElementSize } from './useElementSize.ts';

/**
 * Every area with its limits against the benchmark, ascending by value; areas with benchmarks of their own stand in
 * groups. Colour and shape tell the class. A few paths hold all areas, so thousands stay smooth. Selection and hover are the caller's: it links them with a map.
 */
export function CaterpillarPlot({ points, benchmark, axisTitle, whole, ...links }: CaterpillarPlotProps) {
  const [frame, { width, height }] = useElementSize<HTMLDivElement>(FIRST_PLOT);
  const layout = useMemo(() => caterpillarLayout(points, benchmark.value, { width, height, whole }), [points, benchmark.value, width, height, whole]);
  const { box, axis, places } = layout;
  return (
    <PlotFrame frame={frame} label={`Areas by ${layout.groups.length > 0 ? 'borough and rate' : 'rate'}, lowest first, ${axisTitle}`} places={places} nearest={(x) => nearestByX(places, x)} {...links}>
      <svg className="chart plot-drawing" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <RateAxis axis={axis} box={box} title={axisTitle} beyond={layout.beyond} />
        <PlotPaths kind="limits" paths={layout.limits} />
                <PlotPaths kind="mark" paths={layout.marks} />
        <line className="chart-axis" x1={box.left} x2={box.right} y1={box.bottom + 0.5} y2={box.bottom + 0.5} />
        <Groups groups={layout.groups} box={box} />
        <BenchmarkLine value={benchmark.value} title={benchmark.title} axis={axis} box={box} end="left" />
        <PickedPlaces places={places} hovered={links.hovered} selected={links.selected} box={box} axis={axis} />
      </svg>
    </PlotFrame>
  );
}
