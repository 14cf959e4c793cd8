/** Layers that pick out areas. What all areas look like is drawn by map/areas. */
import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../scale/colours.ts';

/** Hovered and selected areas, so that outlines cost nothing for the others. */
export const OUTLINE_SOURCE = 'outlined-areas';

/** Hovered and selected areas (`role`): casing, then orange with a dark line in its middle, or a plain line for the hovered. */
export function outlineLayers(palette: Palette): LayerSpecification[] {
  const { focus, focusInner, label, labelHalo } = palette.mark;
  return [
    outline('selected', 'casing', labelHalo, 7), outline('selected', 'outer', focus, 4.5), outline('selected', 'inner', focusInner, 1.2),
    outline('hovered', 'casing', labelHalo, 4.5), outline('hovered', 'outer', label, 2),
  ];
}

function outline(role: 'hovered' | 'selected', part: string, colour: string, width: number): LayerSpecification {
  return {
    id: `${role}-${part}`, type: 'line', source: OUTLINE_SOURCE, filter: ['==', ['get', 'role'], role],
    layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': colour, 'line-width': width },
  };
}
