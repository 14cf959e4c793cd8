import type { AddedPairs } from '../model/patrolPlan.ts';
import { NOWHERE, Route, type RouteStop } from './route.ts';
import type { World } from './world.ts';

/** A route as it was before the changes since `begin`. */
interface Saved {
  readonly route: Route;
  readonly stops: readonly RouteStop[];
  readonly starts: readonly number[];
  readonly busy: number;
}

/** All routes of a plan in the making, and who is at each hotspot when. Changes can be taken back. */
export class Board {
  readonly world: World;
  /** By turn, then pair. */
  readonly routes: readonly (readonly Route[])[];
  /** Visits by hotspot, then calendar day of the plan. */
  private readonly visits: RouteStop[][][];
  private saved: Map<Route, Saved> | null = null;

  constructor(world: World, added: readonly AddedPairs[] = []) {
    this.world = world;
    this.routes = world.turns.map((turn) => {
      const more = added.reduce((sum, { shift, weekday, pairs }) => sum + (shift === turn.shift.id && weekday === turn.weekday ? pairs : 0), 0);
      return Array.from({ length: turn.shift.pairs + more }, (_, pair) => new Route(world, turn, pair + 1));
    });
    this.visits = world.request.hotspots.map(() => Array.from({ length: world.request.days + 1 }, () => []));
  }

  visitsOf(hotspot: number, day: number): readonly RouteStop[] {
    return this.visits[hotspot]?.[day] ?? [];
  }

  /** True where a visit may start then: no other visit to the hotspot is nearer than the rule's spacing. */
  isFree(hotspot: number, day: number, start: number, except: RouteStop | null = null): boolean {
    const apart = this.apart();
    return this.around(hotspot, day, (other) => other === except || Math.abs(other.start - start) >= apart);
  }

  /** The start nearest to `target` within low and high at which a visit may start; null where there is none. */
  nearestFree(hotspot: number, day: number, low: number, high: number, target: number): number | null {
    if (high < low) return null;
    const wished = Math.max(low, Math.min(high, target));
    const apart = this.apart();
    let best: number | null = null;
    const offer = (start: number): void => {
      if (start < low || start > high || (best !== null && Math.abs(start - wished) >= Math.abs(best - wished))) return;
      if (this.isFree(hotspot, day, start)) best = start;
    };
    offer(wished);
    if (best !== null) return best;
    this.around(hotspot, day, (other) => {
      offer(other.start + apart);
      offer(other.start - apart);
      return true;
    });
    return best;
  }

  /** Earliest and latest start of a visit while the other visits to its hotspot stay where they are. */
  bounds(stop: RouteStop): { from: number; to: number } {
    let { from, to } = stop;
    if (stop.opening) {
      const apart = this.apart();
      this.around(stop.hotspot, stop.opening.day, (other) => {
        if (other !== stop && other.start <= stop.start) from = Math.max(from, other.start + apart);
        else if (other !== stop) to = Math.min(to, other.start - apart);
        return true;
      });
    }
    return { from, to };
  }

  insert(route: Route, position: number, stop: RouteStop): void {
    this.remember(route);
    route.stops.splice(position, 0, stop);
    this.dayOf(stop)?.push(stop);
    route.recount();
  }

  remove(route: Route, stop: RouteStop): void {
    this.remember(route);
    route.stops = route.stops.filter((other) => other !== stop);
    this.forget(stop);
    route.recount();
  }

  move(route: Route, stop: RouteStop, start: number): void {
    this.remember(route);
    stop.start = start;
    route.slack = null;
  }

  /** From here on changes are remembered until `commit` or `rollback`. */
  begin(): void {
    this.saved = new Map();
  }

  /** The routes changed since `begin`, as they were. */
  changes(): readonly Saved[] {
    return [...this.saved?.values() ?? []];
  }

  commit(): void {
    this.saved = null;
  }

  rollback(): void {
    const saved = this.saved ?? new Map<Route, Saved>();
    this.saved = null;
    for (const route of saved.keys()) for (const stop of route.stops) this.forget(stop);
    for (const [route, { stops, starts }] of saved) {
      route.stops = [...stops];
      stops.forEach((stop, i) => {
        stop.start = starts[i] ?? stop.start;
        this.dayOf(stop)?.push(stop);
      });
      route.recount();
    }
  }

  private remember(route: Route): void {
    if (this.saved && !this.saved.has(route)) this.saved.set(route, { route, stops: [...route.stops], starts: route.stops.map(({ start }) => start), busy: route.busy });
  }

  private dayOf(stop: RouteStop): RouteStop[] | undefined {
    return stop.hotspot === NOWHERE ? undefined : this.visits[stop.hotspot]?.[stop.opening?.day ?? -1];
  }

  private forget(stop: RouteStop): void {
    const day = this.dayOf(stop);
    const at = day?.indexOf(stop) ?? -1;
    if (day && at >= 0) day.splice(at, 1);
  }

  /** Least minutes between two starts at the same hotspot. */
  private apart(): number {
    return this.world.request.rule.visitMinutes + this.world.request.rule.spacingMinutes;
  }

  /** Asks about every visit to the hotspot on the day and the days beside it, until an answer is false. */
  private around(hotspot: number, day: number, ask: (other: RouteStop) => boolean): boolean {
    const days = this.visits[hotspot];
    if (!days) return true;
    for (let near = Math.max(0, day - 1); near <= day + 1; near += 1) {
      for (const other of days[near] ?? []) if (!ask(other)) return false;
    }
    return true;
  }
}
