import type { Opening, Turn, World } from './world.ts';

/** What a required visit must keep to when it is moved: its hotspot, its calendar day and its range of starts. */
export interface Demand {
  readonly hotspot: number;
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

/** A visit or a break on a route. */
export interface RouteStop {
  /** Hotspot number; -1 for a break. */
  readonly hotspot: number;
  readonly opening: Opening | null;
  readonly demand: Demand | null;
  readonly minutes: number;
  /** Earliest and latest start its opening, demand or break window allows. */
  readonly from: number;
  readonly to: number;
  start: number;
}

export const NOWHERE = -1;

/** One pair's turn: stops in order of time with fixed starts. All moments and durations in minutes. */
export class Route {
  readonly turn: Turn;
  readonly pair: number;
  /** Most minutes of visits and travel. */
  readonly limit: number;
  stops: RouteStop[] = [];
  /** Minutes of visits and travel, way home included. */
  busy = 0;
  /** How early and how late each stop could start if the others gave way; null = to be computed. */
  slack: { readonly earliest: Float64Array; readonly latest: Float64Array } | null = null;
  private readonly minutes: Uint16Array;
  private readonly places: number;

  constructor(world: World, turn: Turn, pair: number) {
    this.turn = turn;
    this.pair = pair;
    this.minutes = world.travel.minutes[turn.shift.mode];
    this.places = world.travel.places;
    const { pause } = turn.shift;
    const whole = turn.end - turn.start - (pause?.minutes ?? 0);
    this.limit = Math.min(whole, turn.shift.patrolMinutes ?? whole);
    if (pause) {
      const to = Math.min(turn.start + pause.to, turn.end - pause.minutes);
      const from = Math.min(turn.start + pause.from, to);
      this.stops.push({ hotspot: NOWHERE, opening: null, demand: null, minutes: pause.minutes, from, to, start: from });
    }
  }

  /** Minutes between two places; 0 from or to nowhere. */
  trip(from: number, to: number): number {
    return from === NOWHERE || to === NOWHERE ? 0 : this.minutes[from * this.places + to] ?? 0;
  }

  /** Where the pair is when it has done the stops before `position`: at a visit's hotspot, at its base, or anywhere. */
  placeBefore(position: number): number {
    for (let i = position - 1; i >= 0; i -= 1) {
      const stop = this.stops[i];
      if (stop && stop.hotspot !== NOWHERE) return stop.hotspot;
    }
    return this.turn.base;
  }

  /** The next visit's hotspot from `position` on, or the base. */
  placeAfter(position: number): number {
    for (let i = position; i < this.stops.length; i += 1) {
      const stop = this.stops[i];
      if (stop && stop.hotspot !== NOWHERE) return stop.hotspot;
    }
    return this.turn.base;
  }

  /** Minutes of travel just before a stop. A break is taken where the pair is, so that the way goes after it. */
  travelTo(position: number): number {
    const stop = this.stops[position];
    return stop && stop.hotspot !== NOWHERE ? this.trip(this.placeBefore(position), stop.hotspot) : 0;
  }

  /** Way home after the last visit; none where there is no visit. */
  homeTravel(): number {
    const last = this.placeBefore(this.stops.length);
    return last === this.turn.base ? 0 : this.trip(last, this.turn.base);
  }

  /** Earliest moment at which the stop at `position` could start, by the stop before it. */
  readyFor(position: number, previousStart: number | undefined): number {
    const previous = this.stops[position - 1];
    return (previous && previousStart !== undefined ? previousStart + previous.minutes : this.turn.start) + this.travelTo(position);
  }

  /** Latest moment at which the stop at `position` must end, by the stop after it. */
  dueAfter(position: number, nextStart: number | undefined): number {
    if (nextStart === undefined) return this.turn.end - this.homeTravel();
    return nextStart - this.travelTo(position + 1);
  }

  recount(): void {
    let busy = this.homeTravel();
    this.stops.forEach((stop, position) => {
      if (stop.hotspot !== NOWHERE) busy += stop.minutes + this.travelTo(position);
    });
    this.busy = busy;
    this.slack = null;
  }
}
