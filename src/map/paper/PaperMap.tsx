import { useId } from 'react';
import type { DrawnArea } from '../../model/drawnAreas.ts';
import type { OverlayId } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';
import type { SurfacePaint } from '../layers/densityLayers.ts';
import type { Camera, Ring } from '../types.ts';
import type { AreaPaint } from '../layers/legend.ts';
import { drawnGeometry, shapesBox } from '../layers/mapData.ts';
import { PaperAreas, PaperSymbols } from './PaperAreas.tsx';
import { PaperDensity } from './PaperDensity.tsx';
import { PaperDrawnNames, PaperNames, PaperPlaces } from './PaperPlaces.tsx';
import { paperView, pathOf } from './paperView.ts';

export interface PaperMapProps {
  readonly pack: OpenedPack;
  readonly paint: AreaPaint;
  readonly overlays: readonly OverlayId[];
  /** Lines of equal density; drawn where their layer is on. */
  readonly surface: SurfacePaint | null;
  /** Area numbers. */
  readonly selected: readonly number[];
  readonly camera: Camera | null;
  readonly drawn: Ring | null;
  readonly drawnAreas: readonly DrawnArea[];
  /** CSS pixels of the map on screen; 0 where it is hidden. */
  readonly width: number;
  readonly height: number;
}

/**
 * The map as a drawing of lines and words, made in one go: a browser that prints by itself (its menu, Ctrl+P) waits
 * for nothing, and a live map would be caught half done in the colours of the screen. Colours are the page's custom
 * properties, which are the light ones on paper. Nothing without areas.
 */
export function PaperMap({ pack, paint, overlays, surface, selected, camera, drawn, drawnAreas, width, height }: PaperMapProps) {
  const id = useId();
  const county = shapesBox(pack.shapes);
  if (county === null) return null;
  const view = paperView(camera, county, width, height);
  return (
    <svg className="print-map" viewBox={`0 0 ${view.width} ${view.height}`}>
      <title>The map as it stood on the screen</title>
      <defs>
        <clipPath id={`${id}frame`}><rect width={view.width} height={view.height} /></clipPath>
      </defs>
      <g clipPath={`url(#${id}frame)`}>
        <rect width={view.width} height={view.height} fill="var(--map-mark-page)" />
        <PaperAreas pack={pack} paint={paint} view={view} boundaries={overlays.includes('lsoa')} />
        <PaperPlaces pack={pack} overlays={overlays} view={view} />
        {surface !== null && overlays.includes('surface') && <PaperDensity surface={surface} view={view} />}
        <PaperSymbols pack={pack} paint={paint} view={view} />
        {pack.shapes.features.filter(({ properties }) => selected.includes(properties.area)).map(({ properties, geometry }) => (
          <g key={properties.code} fill="none" strokeLinejoin="round">
            <path d={pathOf(geometry, view)} stroke="var(--map-mark-focus)" strokeWidth={4.5} />
            <path d={pathOf(geometry, view)} stroke="var(--map-mark-focus-inner)" strokeWidth={1.2} />
          </g>
        ))}
        {drawn !== null && <polygon points={drawn.map(([longitude, latitude]) => view.at(longitude, latitude).join(',')).join(' ')} fill="none" stroke="var(--map-mark-label)" strokeWidth={2} strokeDasharray="4 3" />}
        {drawnAreas.map((area) => <path key={area.name} d={pathOf(drawnGeometry(area), view)} fill="none" stroke="var(--map-mark-label)" strokeWidth={2} strokeDasharray="4 3" />)}
        <PaperNames pack={pack} overlays={overlays} view={view} />
        <PaperDrawnNames areas={drawnAreas} view={view} />
      </g>
    </svg>
  );
}
