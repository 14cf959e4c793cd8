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
import { fitsHubPage, VisitCounts, VisitTable } from './visits.tsx';

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

const HUB_MAP = 200;

/** The hub's places with the plan's numbers: those of other hubs would only make the map small. */
function hubMap({ request: { hotspots } }: PatrolPlan, hub: string): { readonly hotspots: readonly Hotspot[]; readonly numbers: ReadonlyMap<string, number> } {
  return { hotspots: hotspots.filter((one) => one.hub === hub), numbers: new Map(hotspots.map(({ id }, index) => [id, index + 1])) };
}

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
        <PlanMap pack={pack} {...hubMap(plan, hotspot.hub)} marked={new Set([hotspot.id])} width={MAP} title={`Where ${hotspot.title} is`} finding={`Number ${number}, in black.`} />
      </div>
      <h2>Visits of the plan</h2>
      {own.length === 0 ? <p>The plan has no visit here.</p> : <VisitTable plan={plan} rows={own} caption={`${own.length} visits of ${hotspot.title}`} />}
    </Sheet>
  );
}

/** Most places of a hub whose table stands beside its map; more take two columns. */
const BESIDE = 14;
/** Most places that are columns of a table of days, and most beside which a large map finds room. */
const COLUMNS = 24;
const ROOM = 60;

/** One A4 page of a hub: its places, and the visits of each day as far as a page holds them. */
export function HubBriefing(props: BriefingProps & { readonly hub: string }) {
  const { plan, pack, rows, hub } = props;
  const own = plan.request.hotspots.map((hotspot, index) => ({ hotspot, number: index + 1 })).filter(({ hotspot }) => hotspot.hub === hub);
  const many = own.length > BESIDE;
  const half = Math.ceil(own.length / 2);
  const visits = rows.filter((row) => row.hub === hub);
  const numberOf = (id: string): number => plan.request.hotspots.findIndex((one) => one.id === id) + 1;
  const fits = !many && fitsHubPage(plan, visits, numberOf);
  const columns = own.length <= COLUMNS ? own : [];
  const roomy = many && columns.length === 0 && own.length <= ROOM;
  return (
    <Sheet {...props} title={hubTitle(pack, hub)} under={`${own.length} places`}>
      <div className={many ? 'briefing-halves' : 'briefing-top briefing-hub'}>
        {(many ? [own.slice(0, half), own.slice(half)] : [own]).map((part) => <PlacesTable key={part[0]?.number} {...props} own={part} narrow={many} />)}
        <PlanMap pack={pack} {...hubMap(plan, hub)} width={roomy ? HUB_MAP * 2 : many ? HUB_MAP * 0.75 : HUB_MAP} title="Places of the hub" finding="With their numbers." />
      </div>
      {fits
        ? <VisitTable plan={plan} rows={visits} caption="Visits by day, with the number of the place" numberOf={numberOf} />
        : <VisitCounts plan={plan} rows={visits} own={columns} />}
    </Sheet>
  );
}

function PlacesTable({ places, rows, own, narrow }: BriefingProps & { readonly own: readonly { readonly hotspot: Hotspot; readonly number: number }[]; readonly narrow: boolean }) {
  return (
    <table className="briefing-table briefing-small">
      <caption>Places and their visits</caption>
      <thead><tr><th scope="col">No.</th><th scope="col">Place</th><th scope="col">A week</th>{!narrow && <th scope="col">What kind</th>}<th scope="col">Visits, first</th></tr></thead>
      <tbody>{own.map(({ hotspot, number }) => {
        const visits = rows.filter((row) => row.hotspot === hotspot.id);
        const top = places.places.find((one) => one.hotspot.id === hotspot.id)?.top[0];
        return <tr key={hotspot.id}><td>{number}</td><th scope="row">{hotspot.title}</th><td>{hotspot.perWeek.toFixed(1)}</td>{!narrow && <td>{top ? `${top.title} ${formatShare(top.share)}` : '–'}</td>}<td>{visits.length}{visits[0] ? `, ${dayText(visits[0].date)} ${visits[0].from}` : ''}</td></tr>;
      })}</tbody>
    </table>
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
      <p>{under}. {longDayText(request.from)} to {longDayText(addDays(request.from, request.days - 1))}. Rule: {request.rule.title} ({ruleText(request.rule, request.hotspots)}). {verdict.title}</p>
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
