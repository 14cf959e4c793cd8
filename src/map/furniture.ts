import type { Map as MapLibreMap } from 'maplibre-gl';
import { NavigationControl, ScaleControl } from 'maplibre-gl';

/** The few page elements over the map: whose boundaries these are, and what to do while drawing. */
export interface Furniture {
  readonly attribution: HTMLElement;
  readonly status: HTMLElement;
  remove(): void;
}

export function addFurniture(container: HTMLElement): Furniture {
  const attribution = document.createElement('div');
  attribution.className = 'atlas-map-attribution';
  const status = document.createElement('div');
  status.className = 'atlas-map-status';
  status.setAttribute('role', 'status');
  container.append(attribution, status);
  return {
    attribution, status,
    remove: () => {
      attribution.remove();
      status.remove();
    },
  };
}

/** Zoom buttons and scale. The north stays up, by keyboard and touch too. */
export function addControls(map: MapLibreMap): void {
  map.keyboard.disableRotation();
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right');
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 90 }), 'bottom-right');
}
