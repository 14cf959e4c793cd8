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
