import type { OpenedPack } from '../../../model/pack.ts';
import type { Hotspot } from '../../../model/patrol.ts';
import type { PatrolPlan } from '../../../model/patrolPlan.ts';
import type { TimetableRow } from '../../../model/patrolResults.ts';
import type { HoursBasis, PatrolPlaces } from '../../../model/patrolSettings.ts';
import { peakHours } from '../../../patrol/peakHours.ts';
import { DAY_GROUPS } from '../../../patrol/pooledHours.ts';
import { formatShare } from '../../../ui/formats.ts';
import { hubTitle } from '../PlanBar.tsx';
import { PlanMap } from '../PlanMap.tsx';
import { addDays, captureText, dayText, hoursFromText, hoursText, longDayText, ruleText, verdictOf, weekdayTitle } from '../words.ts';

export interface BriefingProps {
  readonly plan: PatrolPlan;
  readonly pack: OpenedPack;
  readonly places: PatrolPlaces;
  /** The filter in words. */
  readonly filter: string;
  /** Visits only. */
  readonly rows: readonly TimetableRow[];
}

/** CSS pixels on A4 within the margins, beside the words. */
const MAP = 300;

/** One A4 page of a hotspot: why, when, what kind, where, the visits, and what to be careful with. */
export function HotspotBriefing(props: BriefingProps & { readonly hotspot: Hotspot; readonly number: number }) {
  const { plan, pack, places, rows, hotspot, number } = props;
  const place = places.places.find((one) => one.hotspot.id === hotspot.id);
  const own = rows.filter((row) => row.hotspot === hotspot.id);
  return (
    <Sheet {...props} title={hotspot.title} under={`${hotspot.id}, ${hubTitle(pack, hotspot.hub)}; number ${number} on the map`}>
      <div className="briefing-top">
        <div>
          <h2>Why this place</h2>
          <p>{place?.why ?? ''} {hotspot.perWeek.toFixed(1)} a week are expected. {hotspot.quintile === null ? '' : `Deprivation: quintile ${hotspot.quintile} of England (1 = most deprived).`}</p>
          <h2>What kind</h2>
          {place === undefined || place.top.length === 0 ? <p>Kinds are not given.</p> : <ul>{place.top.map(({ title, share }) => <li key={title}>{title}: {formatShare(share)}</li>)}</ul>}
          <h2>When</h2>
          {hotspot.profile === null ? <p>Only months are known, no hours.</p> : <PeakTable hotspot={hotspot} share={plan.request.rule.peakShare} from={place?.hoursFrom ?? []} />}
        </div>
        <PlanMap pack={pack} hotspots={plan.request.hotspots} marked={new Set([hotspot.id])} width={MAP} title={`Where ${hotspot.title} is`} finding={`Number ${number}, in black.`} />
      </div>
      <h2>Visits of the plan</h2>
      {own.length === 0 ? <p>The plan has no visit here.</p> : <VisitTable plan={plan} rows={own} caption={`${own.length} visits of ${hotspot.title}`} />}
    </Sheet>
  );
}

/** One A4 page of a hub: its places with the visits of each day. */
export function HubBriefing(props: BriefingProps & { readonly hub: string }) {
  const { plan, pack, places, rows, hub } = props;
  const own = plan.request.hotspots.map((hotspot, index) => ({ hotspot, number: index + 1 })).filter(({ hotspot }) => hotspot.hub === hub);
  return (
    <Sheet {...props} title={hubTitle(pack, hub)} under={`${own.length} places`}>
      <PlanMap pack={pack} hotspots={plan.request.hotspots} marked={new Set(own.map(({ hotspot }) => hotspot.id))} width={MAP} title="Places of the hub" finding="Its places in black." />
      <table className="briefing-table">
        <caption>Places and their visits</caption>
        <thead><tr><th scope="col">No.</th><th scope="col">Place</th><th scope="col">A week</th><th scope="col">What kind</th><th scope="col">Visits</th></tr></thead>
        <tbody>{own.map(({ hotspot, number }) => {
          const visits = rows.filter((row) => row.hotspot === hotspot.id);
          const top = places.places.find((one) => one.hotspot.id === hotspot.id)?.top[0];
          return <tr key={hotspot.id}><td>{number}</td><th scope="row">{hotspot.title}</th><td>{hotspot.perWeek.toFixed(1)}</td><td>{top ? `${top.title} ${formatShare(top.share)}` : '–'}</td><td>{visits.length} visits, first {visits[0] ? `${longDayText(visits[0].date)} ${visits[0].from}` : '–'}</td></tr>;
        })}</tbody>
      </table>
      <VisitTable plan={plan} rows={rows.filter((row) => row.hub === hub)} caption="Visits by day, with the number of the place" numberOf={(id) => plan.request.hotspots.findIndex((one) => one.id === id) + 1} />
    </Sheet>
  );
}

function Sheet({ plan, pack, places, filter, title, under, children }: Omit<BriefingProps, 'rows'> & { readonly title: string; readonly under: string; readonly children: React.ReactNode }) {
  const { request } = plan;
  const verdict = verdictOf(plan, (id) => hubTitle(pack, id));
  const capture = places.backTest ?? places.lastQuarter;
  return (
    <article className="briefing">
      {pack.manifest.demonstration && <p className="briefing-mark">Demonstration data: invented records. Nobody should be sent anywhere by this page.</p>}
      <h1>{title}</h1>
      <p>{under}. {longDayText(request.from)} to {longDayText(addDays(request.from, request.days - 1))}. Rule: {request.rule.title} ({ruleText(request.rule)}). {verdict.title}</p>
      {children}
      <div className="briefing-foot">
        <h2>Be careful with</h2>
        <ul>
          <li>Counts are of recorded events at snapped or recorded locations: {filter}. Not everything is reported.</li>
          <li>No effect is promised. Travel is the straight line times {request.travel.factor}, not a route.</li>
          {places.midnightShare !== null && places.midnightShare > 0 && <li>{formatShare(places.midnightShare)} of the places’ events are recorded at exactly 00:00 and tell no hour.</li>}
          {capture !== null && <li>{captureText(capture, 'the area planned for')}</li>}
        </ul>
        <p>Hotspot Atlas, seed {request.seed}.</p>
      </div>
    </article>
  );
}

/** Weekdays of one group with the same hours share a row. */
function PeakTable({ hotspot, share, from }: { readonly hotspot: Hotspot; readonly share: number; readonly from: readonly HoursBasis[] }) {
  const peaks = peakHours(hotspot, share);
  const ofDay = (day: number): string => hoursText(Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => peaks[day * 24 + hour] === 1));
  const rows = DAY_GROUPS.flatMap(({ title, days }) => {
    const texts = days.map(ofDay);
    return new Set(texts).size === 1 ? [{ title, hours: texts[0] ?? '' }] : days.map((day) => ({ title: weekdayTitle(day), hours: ofDay(day) }));
  });
  return (
    <>
      <table className="briefing-table">
        <caption>Peak hours by the clock: the fewest with {formatShare(share)} of the day’s events</caption>
        <tbody>{rows.map(({ title, hours }) => <tr key={title}><th scope="row">{title}</th><td>{hours}</td></tr>)}</tbody>
      </table>
      {from.length > 0 && <p>{hoursFromText(from)}</p>}
    </>
  );
}

/** "Early 2: 11:07, 13:39; Late 1: 16:00". */
function byPair(rows: readonly TimetableRow[], numberOf?: (hotspot: string) => number): string {
  const pairs = new Map<string, string[]>();
  for (const { shiftTitle, pair, from, hotspot } of rows) {
    const name = `${shiftTitle} ${pair}`;
    pairs.set(name, [...pairs.get(name) ?? [], numberOf ? `${from} no. ${numberOf(hotspot)}` : from]);
  }
  return [...pairs].map(([name, starts]) => `${name}: ${starts.join(', ')}`).join('; ') || '–';
}

interface VisitTableProps {
  readonly plan: PatrolPlan;
  readonly rows: readonly TimetableRow[];
  readonly caption: string;
  /** Stands before each time where the visits are of several places. */
  readonly numberOf?: (hotspot: string) => number;
}

/** Days beside which a second column begins. */
const MOST_ROWS = 10;

/** A row a day, in two columns where there are many, so that four weeks stay on the page. */
function VisitTable({ plan: { request }, rows, caption, numberOf }: VisitTableProps) {
  const dates = [...new Set([...Array.from({ length: request.days }, (_, day) => addDays(request.from, day)), ...rows.map(({ date }) => date)])].toSorted();
  const half = dates.length > MOST_ROWS ? Math.ceil(dates.length / 2) : dates.length;
  const parts = [dates.slice(0, half), dates.slice(half)].filter((part) => part.length > 0);
  return (
    <div className={parts.length > 1 ? 'briefing-halves' : ''}>
      {parts.map((part, index) => (
        <table key={part[0]} className="briefing-table">
          <caption>{caption}{index > 0 ? ', continued' : `, ${request.rule.visitMinutes} minutes each`}</caption>
          <thead><tr><th scope="col">Day</th><th scope="col">Pair and starts</th></tr></thead>
          <tbody>{part.map((date) => (
            <tr key={date}><th scope="row">{dayText(date)}</th><td>{byPair(rows.filter((row) => row.date === date), numberOf)}</td></tr>
          ))}</tbody>
        </table>
      ))}
    </div>
  );
}
