import type { SurfaceAnswer, SurfaceRequest } from '../../src/model/surface.ts';

/** A surface of two peaks in the first and third area, with two lines. */
export function surfaceOf(request: SurfaceRequest, change: Partial<SurfaceAnswer> = {}): SurfaceAnswer {
  return {
    request, cellMetres: 200, levels: [50, 100], ownLevels: [5, 10],
    lines: [
      { level: 0, points: [[-0.43, 51.87], [-0.41, 51.87], [-0.41, 51.89], [-0.43, 51.89], [-0.43, 51.87]] },
      { level: 1, points: [[-0.425, 51.875], [-0.415, 51.875], [-0.415, 51.885], [-0.425, 51.875]] },
    ],
    peaks: [
      { area: 0, longitude: -0.42, latitude: 51.88, perKm2Year: 1027.4, events: 9356 },
      { area: 2, longitude: -0.46, latitude: 52.13, perKm2Year: 83.25, events: 832 },
    ],
    peaksLeft: 3, highest: 1027.4, years: 5, events: 12_345, caution: null, notes: ['Quartic kernel of 1,000 m on cells of 200 m.'], ...change,
  };
}
