
export type HotspotName = 'Luton' | 'Dunstable' | 'Leighton Buzzard' | 'Bedford';

/** The twelve hours from 19:00 to 06:59, in order. */
export const NIGHT_HOURS = [19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5, 6] as const;

export interface NightShape {
  /** Share of weekend offences that fall in the night of Friday into Saturday; the rest Saturday into Sunday. */
  readonly fridayShare: number;
  /** Relative weights of NIGHT_HOURS. */
  readonly offences: readonly number[];
  readonly incidents: readonly number[];
}

/**
 * Peaks as the published profile names them, in words only; the weights are ours. Offences and anti-social
 * behaviour (incidents) peak apart.
 */
export const NIGHT_SHAPES: Readonly<Record<HotspotName, NightShape>> = {
  // 00-01 and 21-22; Saturday into Sunday first.
  Luton: { fridayShare: 0.45, offences: [9, 9.5, 13, 10, 10, 14, 9, 7, 5, 3, 2, 1.5], incidents: [10, 10, 10, 10, 10, 10, 5, 3, 2, 1, 1, 1] },
  // 23-03, and a smaller peak 19-20; Friday into Saturday first.
  Dunstable: { fridayShare: 0.55, offences: [11, 8, 8, 8.5, 13, 13.5, 13, 12, 5, 2, 1, 1], incidents: [15, 14, 13, 8, 6, 4, 3, 2, 1, 1, 1, 1] },
  // 00-02; both nights alike.
  'Leighton Buzzard': { fridayShare: 0.5, offences: [7, 7, 7, 8, 10, 17, 16, 8, 4, 2, 1, 1], incidents: [14, 13, 12, 6, 9, 4, 8, 2, 1, 1, 1, 1] },
  // 23-03; Friday into Saturday first.
  Bedford: { fridayShare: 0.54, offences: [7, 7.5, 8, 9, 13, 13.5, 13, 12.5, 6, 3, 2, 1], incidents: [7, 8, 12, 12, 12, 12, 5, 3, 2, 1, 1, 1] },
};

/** Nights of the other days, Monday first without Friday and Saturday: relative. */
export const QUIET_NIGHTS = [1, 1, 1, 1.25, 1.35] as const;
/** Incidents by night, Monday first: Saturday, then Friday. */
export const INCIDENT_NIGHTS = [1, 1, 1, 1.1, 1.9, 2.2, 1.3] as const;
