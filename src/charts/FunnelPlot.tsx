import { useMemo } from 'react';
import { type FunnelLayout, funnelLayout, nearestPlace } from './funnelLayout.ts';
import { BenchmarkLine, PickedPlaces, PlotPaths, RateAxis } from './PlotDrawing.tsx';
import { PlotFrame } from './PlotFrame.tsx';
import type { FunnelPlotProps } from './props.ts';
import { FIRST_PLOT, useElementSize } from './useElementSize.ts';

/**
 * Rate against size with the limits that chance alone would draw around the benchmark, at 95% and 99.8%
 * (Spiegelhalter, Statistics in Medicine 24 (2005), 1185-1202). Sizes that differ much stand on a logarithmic axis.
 */
export function FunnelPlot({ points, limits, benchmarkTitle, axisTitle, sizeTitle, whole, ...links }: FunnelPlotProps) {
  const [frame, { width, height }] = useElementSize<HTMLDivElement>(FIRST_PLOT);
  const layout = useMemo(() => funnelLayout(points, limits, { width, height, whole }), [points, limits, width, height, whole]);
  const { box, axis, places } = layout;
  return (
    <PlotFrame frame={frame} label={`Areas by ${sizeTitle}, smallest first, ${axisTitle}`} places={places} nearest={(x, y) => nearestPlace(places, x, y)} {...links}>
      <svg className="chart plot-drawing" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <RateAxis axis={axis} box={box} title={axisTitle} beyond={layout.beyond} />
        <Sizes layout={layout} title={sizeTitle} />
        {layout.curves.map(({ level, path }, index) => <path key={index < 2 ? `95 ${index}` : `99.8 ${index}`} className={`plot-curve plot-curve-${level === '95' ? '95' : '998'}`} d={path} />)}
        <PlotPaths kind="mark" paths={layout.marks} />
        <BenchmarkLine value={limits.benchmark} title={benchmarkTitle} axis={axis} box={box} end="right" />
        <PickedPlaces places={places} hovered={links.hovered} selected={links.selected} box={box} axis={null} />
      </svg>
    </PlotFrame>
  );
}

function Sizes({ layout: { box, sizes }, title }: { readonly layout: FunnelLayout; readonly title: string }) {
  return (
    <g>
      <line className="chart-axis" x1={box.left} x2={box.right} y1={box.bottom + 0.5} y2={box.bottom + 0.5} />
      {sizes.ticks.map(({ at, text }) => (
        <g key={text}>
          <line className="chart-axis" x1={at} x2={at} y1={box.bottom} y2={box.bottom + 4} />
          <text className="chart-label" x={at} y={box.bottom + 16} textAnchor="middle">{text}</text>
        </g>
      ))}
      <text className="chart-label" x={box.right} y={box.bottom + 31} textAnchor="end">{`${title}${sizes.logarithmic ? ', logarithmic' : ''}`}</text>
    </g>
  );
}
