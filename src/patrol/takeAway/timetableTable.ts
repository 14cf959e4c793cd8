import type { PatrolPlan } from '../../model/patrolPlan.ts';
import { timetableRows } from '../results/rows.ts';

/** A table for a CSV file: `toCsv` of src/ui writes it, with its guard against formulas in text. */
export interface TableForFile {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The timetable with one row per visit and break, local times. */
export function timetableTable(plan: PatrolPlan): TableForFile {
  return {
    header: ['Date', 'Start', 'End', 'Shift', 'Shift starts', 'Pair', 'Order', 'What', 'Hotspot', 'Code', 'Hub', 'Minutes of travel before', 'Straight-line metres', 'Needed by the rule'],
    rows: timetableRows(plan).map((row) => [
      row.date, row.from, row.until, row.shiftTitle, row.shiftDate, row.pair, row.order, row.kind === 'visit' ? 'Visit' : 'Break',
      row.title, row.hotspot, row.hub, row.travelMinutes, Math.round(row.metres), row.required ? 'yes' : 'no',
    ]),
  };
}
