/** A way to cut the same ground into areas: LSOAs, wards, hexagons. */
export interface Unit {
  readonly name: string;
  /** The area of this unit that holds each event; -1 where none does. */
  readonly areaOfEvent: ArrayLike<number>;
  /** By area: 1 where it is a hotspot, by the same test and level in every unit. */
  readonly hot: ArrayLike<number>;
}

export interface Survival {
  /** Position of the hotspot among the first unit's areas. */
  readonly area: number;
  /**
   * By unit, the first included: the share of the hotspot's events that lie in that unit's hotspots; NaN where none of
   * them lies in any of its areas.
   */
  readonly shares: readonly number[];
  /** "Survives in `survives` of `judged` units". */
  readonly survives: number;
  readonly judged: number;
  /** Names of the units in which it does not survive. */
  readonly lostIn: readonly string[];
}

/** At least this share of a hotspot's events must lie in another unit's hotspots. */
export const SURVIVES_FROM = 0.5;

/**
 * Whether the first unit's hotspots are there on other units too (the modifiable areal unit problem): a hotspot
 * survives on a unit when at least half of its events lie in hotspots of that unit. By events, not by surface, so that
 * empty ground does not count; its own unit counts as one of them. Events that a unit places nowhere are left out of
 * its share; a unit that places none of them is not judged.
 *
 * A large unit's hotspot swallows small ones: surviving in wards says that the ward is hot too, not that the LSOA is.
 * Throws RangeError unless all units place the same events, and for areas that a unit does not have.
 * Source: Openshaw, The Modifiable Areal Unit Problem (1984); the rule of half is ours.
 */
export function survivesInUnits(units: readonly Unit[], share = SURVIVES_FROM): Survival[] {
  const [own] = units;
  if (own === undefined) return [];
  checkUnits(units);
  const areas = own.hot.length;
  const tallies = units.map((unit) => {
    const placed = new Float64Array(areas);
    const inHot = new Float64Array(areas);
    for (let event = 0; event < own.areaOfEvent.length; event += 1) {
      const home = own.areaOfEvent[event] ?? -1;
      const there = unit.areaOfEvent[event] ?? -1;
      if (home < 0 || there < 0) continue;
      placed[home] = (placed[home] ?? 0) + 1;
      if (unit.hot[there] === 1) inHot[home] = (inHot[home] ?? 0) + 1;
    }
    return { placed, inHot };
  });
  return Array.from(own.hot).flatMap((hot, area) => {
    if (hot !== 1) return [];
    const shares = tallies.map(({ placed, inHot }) => (inHot[area] ?? 0) / (placed[area] ?? 0));
    const judged = shares.filter((value) => !Number.isNaN(value)).length;
    const survives = shares.filter((value) => value >= share).length;
    return [{ area, shares, survives, judged, lostIn: units.filter((_, i) => (shares[i] ?? 1) < share).map(({ name }) => name) }];
  });
}

function checkUnits(units: readonly Unit[]): void {
  const events = units[0]?.areaOfEvent.length;
  for (const { name, areaOfEvent, hot } of units) {
    if (areaOfEvent.length !== events) throw new RangeError(`${name} places ${areaOfEvent.length} events, not ${events}.`);
    for (let event = 0; event < areaOfEvent.length; event += 1) {
      const area = areaOfEvent[event] ?? Number.NaN;
      if (!(Number.isInteger(area) && area >= -1 && area < hot.length)) throw new RangeError(`${name} has no area ${area} (event ${event}).`);
    }
  }
}
