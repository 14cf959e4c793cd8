import { BarsFigure } from '../../../charts/figures/BarsFigure.tsx';
import { HeatFigure } from '../../../charts/figures/HeatFigure.tsx';
import { IntervalsFigure } from '../../../charts/figures/IntervalsFigure.tsx';
import { LinesFigure } from '../../../charts/figures/LinesFigure.tsx';
import { MapFigure } from '../../../charts/figures/MapFigure.tsx';
import type { CountyPaths } from '../../../charts/figures/mapPaths.ts';
import type { FigureBasics } from '../../../charts/figures/props.ts';
import { PyramidFigure } from '../../../charts/figures/PyramidFigure.tsx';
import type { Drawing } from '../../../model/assessment.ts';
import { MAP_MARKS, MAP_STYLES, SHADES } from '../mapLook.ts';

/** A drawing in the looks of the product. `paths` are made for its width (mapSizes of charts/figures/MapFigure). */
export function FigureDrawing({ basics, drawing, paths }: { readonly basics: FigureBasics; readonly drawing: Drawing; readonly paths: CountyPaths }) {
  if (drawing.kind === 'map') return <MapFigure basics={basics} drawing={drawing} paths={paths} styles={MAP_STYLES[drawing.scheme]} marks={MAP_MARKS} />;
  if (drawing.kind === 'bars') return <BarsFigure basics={basics} drawing={drawing} />;
  if (drawing.kind === 'intervals') return <IntervalsFigure basics={basics} drawing={drawing} />;
  if (drawing.kind === 'lines') return <LinesFigure basics={basics} drawing={drawing} />;
  if (drawing.kind === 'heat') return <HeatFigure basics={basics} drawing={drawing} shades={SHADES} />;
  return <PyramidFigure basics={basics} drawing={drawing} />;
}
