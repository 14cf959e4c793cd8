import type { Hotspot } from '../../../model/patrol.ts';
import type { PatrolPlan } from '../../../model/patrolPlan.ts';
import type { TimetableRow } from '../../../model/patrolResults.ts';
import { addDays, dayText } from '../words.ts';

/** Longest shift title that stands before each time; longer ones go by letters. */
const LONGEST = 10;

/** A, B, … Z, AA, AB, … */
function letter(index: number): string {
  return `${index >= 26 ? String.fromCodePoint(64 + Math.floor(index / 26)) : ''}${String.fromCodePoint(65 + index % 26)}`;
}

/** What each shift is called in the tables: by its title, or by letters with a key where one is long or room is short. */
function shiftNames({ request: { shifts } }: PatrolPlan, rows: readonly TimetableRow[], short: boolean): { readonly names: ReadonlyMap<string, string>; readonly key: string } {
  const used = shifts.filter(({ id }) => rows.some(({ shift }) => shift === id));
  if (!short && used.every(({ title }) => title.length <= LONGEST)) return { names: new Map(used.map(({ id, title }) => [id, `${title} `])), key: '' };
  return { names: new Map(used.map(({ id }, index) => [id, letter(index)])), key: used.map(({ title }, index) => `${letter(index)} = ${title}`).join('; ') };
}

/** "Early 2: 11:07, 13:39; Late 1: 16:00". */
function byPair(rows: readonly TimetableRow[], names: ReadonlyMap<string, string>, numberOf?: (hotspot: string) => number): string {
  const pairs = new Map<string, string[]>();
  for (const { shift, pair, from, hotspot } of rows) {
    const name = `${names.get(shift) ?? ''}${pair}`;
    pairs.set(name, [...pairs.get(name) ?? [], numberOf ? `${from} (${numberOf(hotspot)})` : from]);
  }
  return [...pairs].map(([name, starts]) => `${name}: ${starts.join(', ')}`).join('; ') || '–';
}

function datesOf({ from, days }: PatrolPlan['request'], rows: readonly TimetableRow[]): string[] {
  return [...new Set([...Array.from({ length: days }, (_, day) => addDays(from, day)), ...rows.map(({ date }) => date)])].toSorted();
}

/** Characters of a line of small type across the page, and lines left for visits beside the words and a map; a little less than were measured. */
const LINE = 125;
const LINES = 46;

/** True where a hub's page holds every start of the plan. */
export function fitsHubPage(plan: PatrolPlan, rows: readonly TimetableRow[], numberOf: (hotspot: string) => number): boolean {
  const { names, key } = shiftNames(plan, rows, true);
  const lines = datesOf(plan.request, rows).map((date) => Math.ceil(byPair(rows.filter((row) => row.date === date), names, numberOf).length / LINE));
  return plan.request.days <= MOST_ROWS && Math.ceil(key.length / LINE) + lines.reduce((sum, own) => sum + own, 0) <= LINES;
}

interface VisitTableProps {
  readonly plan: PatrolPlan;
  readonly rows: readonly TimetableRow[];
  readonly caption: string;
  /** Stands in brackets after each time where the visits are of several places; makes the type small. */
  readonly numberOf?: (hotspot: string) => number;
}

/** Days beside which a second column begins. */
const MOST_ROWS = 10;

/** A row a day, in two columns where there are many, so that four weeks stay on the page. */
export function VisitTable({ plan, rows, caption, numberOf }: VisitTableProps) {
  const { request } = plan;
  const { names, key } = shiftNames(plan, rows, numberOf !== undefined);
  const dates = datesOf(request, rows);
  const half = dates.length > MOST_ROWS ? Math.ceil(dates.length / 2) : dates.length;
  const parts = [dates.slice(0, half), dates.slice(half)].filter((part) => part.length > 0);
  return (
    <>
      {key !== '' && <p>Pairs: {key}; the number is the pair.</p>}
      <div className={parts.length > 1 ? 'briefing-halves' : ''}>
        {parts.map((part, index) => (
          <table key={part[0]} className={`briefing-table${numberOf ? ' briefing-small' : ''}`}>
            <caption>{caption}{index > 0 ? ', continued' : `, ${request.rule.visitMinutes} minutes each`}</caption>
            <thead><tr><th scope="col">Day</th><th scope="col">Pair and starts</th></tr></thead>
            <tbody>{part.map((date) => (
              <tr key={date}><th scope="row">{dayText(date)}</th><td>{byPair(rows.filter((row) => row.date === date), names, numberOf)}</td></tr>
            ))}</tbody>
          </table>
        ))}
      </div>
    </>
  );
}

interface CountsProps {
  readonly plan: PatrolPlan;
  readonly rows: readonly TimetableRow[];
  /** Columns; with none the days stand in all. */
  readonly own: readonly { readonly hotspot: Hotspot; readonly number: number }[];
}

/** Visits of each day by place, where a page cannot hold every start; says where the starts are. */
export function VisitCounts({ plan: { request }, rows, own }: CountsProps) {
  return (
    <>
      <p>{rows.length} starts do not fit on this page: they stand on the pages of the places and in the timetable file.</p>
      {own.length > 0 && (
        <table className="briefing-table briefing-small">
          <caption>Visits by day and number of the place, {request.rule.visitMinutes} minutes each</caption>
          <thead><tr><th scope="col">Day</th>{own.map(({ hotspot, number }) => <th key={hotspot.id} scope="col">{number}</th>)}<th scope="col">All</th></tr></thead>
          <tbody>{datesOf(request, rows).map((date) => {
            const ofDay = rows.filter((row) => row.date === date);
            return <tr key={date}><th scope="row">{dayText(date)}</th>{own.map(({ hotspot }) => <td key={hotspot.id}>{ofDay.filter((row) => row.hotspot === hotspot.id).length || '–'}</td>)}<td>{ofDay.length}</td></tr>;
          })}</tbody>
        </table>
      )}
    </>
  );
}
