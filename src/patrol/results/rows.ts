import type { PatrolPlan } from '../../model/patrolPlan.ts';
import type { PairLoad, TimetableRow } from '../../model/patrolResults.ts';
import { clockText, localTime } from '../londonTime.ts';

/** The timetable, ordered by start, shift and pair. */
export function timetableRows({ request, duties }: PatrolPlan): TimetableRow[] {
  const hotspots = new Map(request.hotspots.map((hotspot) => [hotspot.id, hotspot]));
  const titles = new Map(request.shifts.map(({ id, title }) => [id, title]));
  return duties.flatMap(({ shift, date, pair, stops }) => stops.map((stop, i): TimetableRow => {
    const hotspot = hotspots.get(stop.hotspot);
    const start = localTime(stop.start);
    return {
      shift, shiftTitle: titles.get(shift) ?? shift, shiftDate: date, pair, order: i + 1, kind: stop.kind,
      hotspot: stop.hotspot, title: hotspot?.title ?? '', hub: hotspot?.hub ?? '',
      date: start.date, from: clockText(start.minute), until: clockText(localTime(stop.end).minute), start: stop.start, end: stop.end,
      travelMinutes: stop.travel, metres: stop.metres, required: stop.required,
    };
  })).toSorted((a, b) => a.start - b.start || (a.shift < b.shift ? -1 : a.shift > b.shift ? 1 : 0) || a.pair - b.pair);
}

/** Minutes of each pair over all its shifts: visits, travel (way home included), breaks, and what is left. */
export function pairLoads({ request, duties }: PatrolPlan): PairLoad[] {
  const loads = new Map<string, PairLoad>();
  for (const duty of duties) {
    const key = `${duty.pair} ${duty.shift}`;
    const had = loads.get(key) ?? { shift: duty.shift, pair: duty.pair, shifts: 0, visits: 0, visitMinutes: 0, travelMinutes: 0, breakMinutes: 0, idleMinutes: 0, total: 0 };
    const minutes = (kind: 'visit' | 'break'): number => duty.stops.reduce((sum, stop) => sum + (stop.kind === kind ? stop.end - stop.start : 0), 0);
    const travel = duty.stops.reduce((sum, stop) => sum + stop.travel, duty.homeTravel);
    const total = duty.end - duty.start;
    loads.set(key, {
      ...had, shifts: had.shifts + 1, visits: had.visits + duty.stops.filter(({ kind }) => kind === 'visit').length,
      visitMinutes: had.visitMinutes + minutes('visit'), travelMinutes: had.travelMinutes + travel, breakMinutes: had.breakMinutes + minutes('break'),
      idleMinutes: had.idleMinutes + total - minutes('visit') - minutes('break') - travel, total: had.total + total,
    });
  }
  const order = request.shifts.map(({ id }) => id);
  return [...loads.values()].toSorted((a, b) => order.indexOf(a.shift) - order.indexOf(b.shift) || a.pair - b.pair);
}
