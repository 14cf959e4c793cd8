import { useId } from 'react';
import type { OpenedPack } from '../../model/pack.ts';
import type { AreaPaint, AreaSymbol } from '../layers/legend.ts';
import { DIGIT_LATER, DIMMED_STRENGTH } from '../areas/look.ts';
import { areaPoints } from '../layers/mapData.ts';
import { cssVariable } from '../scale/colours.ts';
import { type PaperView, pathOf } from './paperView.ts';

interface PaperAreasProps {
  readonly pack: OpenedPack;
  readonly paint: AreaPaint;
  readonly view: PaperView;
}

/** Fills, patterns and lines of the areas. Dimmed ones and classes switched off as on the screen. */
export function PaperAreas({ pack, paint, view, boundaries }: PaperAreasProps & { readonly boundaries: boolean }) {
  const id = useId();
  const line = boundaries ? { stroke: 'var(--map-mark-boundary)', strokeWidth: 0.6 } : { stroke: 'var(--map-mark-separator)', strokeWidth: 0.8 };
  return (
    <g strokeLinejoin="round">
      <defs>
        <pattern id={`${id}hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.2" height="5" fill="var(--map-mark-hatch)" /></pattern>
        <pattern id={`${id}cross`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0h5v1.1h-3.9v3.9h-1.1z" fill="var(--map-mark-hatch)" /></pattern>
        <pattern id={`${id}dots`} width="5.6" height="5.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><circle cx="2.8" cy="2.8" r="1.05" fill="var(--map-mark-dots)" /></pattern>
      </defs>
      {pack.shapes.features.map(({ properties: { area, code }, geometry }) => {
        const item = paint.legend.items[paint.classes[area] ?? 0];
        const d = pathOf(geometry, view);
        const opacity = paint.dimmed[area] === 1 ? DIMMED_STRENGTH : 1;
        const shown = item !== undefined && !item.hidden;
        return (
          <g key={code}>
            <path d={d} fill="var(--map-plain)" {...line} />
            {shown && <path d={d} fill={`var(${cssVariable(item.colour)})`} fillOpacity={opacity} {...line} />}
            {shown && item.pattern !== null && <path d={d} fill={`url(#${id}${item.pattern})`} fillOpacity={opacity} />}
            {shown && item.kind === 'no-data' && <path d={d} fill="none" stroke="var(--map-mark-no-data-line)" strokeDasharray="2.5 2" strokeOpacity={opacity} />}
          </g>
        );
      })}
    </g>
  );
}

/** Triangles and numerals in the areas that are wide enough for them. */
export function PaperSymbols({ pack, paint, view }: PaperAreasProps) {
  return areaPoints(pack.areas).features.map(({ geometry: { coordinates: [longitude = 0, latitude = 0] }, properties: { area, fit } }) => {
    const item = paint.legend.items[paint.classes[area] ?? 0];
    if (item === undefined || item.hidden || item.symbol === null || view.zoom < fit + (item.symbol.startsWith('digit') ? DIGIT_LATER : 0)) return null;
    const [x, y] = view.at(longitude, latitude);
    return <g key={area} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} opacity={paint.dimmed[area] === 1 ? DIMMED_STRENGTH : 1}><Mark symbol={item.symbol} /></g>;
  });
}

function Mark({ symbol }: { readonly symbol: AreaSymbol }) {
  if (symbol === 'triangle-up') return <path d="M0 -3.4l3.8 6.8h-7.6z" fill="var(--map-mark-triangle-up)" />;
  if (symbol === 'triangle-down') return <path d="M0 3.4l3.8 -6.8h-7.6z" fill="var(--map-mark-triangle-down)" />;
  return (
    <text y={3.3} textAnchor="middle" fontSize={9.5} fontWeight={700} fill="var(--map-mark-label)" stroke="var(--map-mark-label-halo)" strokeWidth={2.4} paintOrder="stroke" strokeLinejoin="round">
      {symbol.slice('digit-'.length)}
    </text>
  );
}
