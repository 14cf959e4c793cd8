import type { MapOptions } from 'maplibre-gl';
import { styleFor } from './layers/style.ts';
import { PALETTES } from './scale/colours.ts';

/** A flat map with the north up, without a base map, that fetches nothing. */
export function mapOptions(container: HTMLElement): MapOptions {
  return {
    container, style: styleFor(PALETTES.light), center: [-0.45, 52.1], zoom: 6, maxZoom: 17,
    attributionControl: false, maxPitch: 0, dragRotate: false, touchPitch: false, pitchWithRotate: false, rollEnabled: false, boxZoom: false,
    renderWorldCopies: false, fadeDuration: 0,
    locale: { 'Map.Title': 'Map. Arrow keys move it, plus and minus zoom. The table lists the same areas.', 'NavigationControl.ZoomIn': 'Zoom in', 'NavigationControl.ZoomOut': 'Zoom out' },
  };
}
