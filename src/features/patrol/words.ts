import { formatShare } from '../../ui/formats.ts';
import { monthTitle } from '../../model/months.ts';
import type { PatrolPlan } from '../../model/patrolPlan.ts';
import type { Hotspot, PatrolRule } from '../../model/patrol.ts';
import type { Capture, HoursBasis, MonthSpan } from '../../model/patrolSettings.ts';
import { WEEKDAYS } from '../../model/vocabulary.ts';
import { DAY_GROUPS, ENOUGH_EVENTS } from '../../patrol/pooledHours.ts';
import { capacityText, shortageText } from '../../patrol/words.ts';

export interface Verdict {
  readonly met: boolean;
  readonly title: string;
  /** What would do, and what no plan could do. */
  readonly details: readonly string[];
}

/** Whether a plan meets its rule with the officers on duty, and if not, why and what would do. */
export function verdictOf(plan: PatrolPlan, hubTitle: (id: string) => string): Verdict {
  const { shortage, capacity, request: { rule, shifts, days, lastVisits, hotspots } } = plan;
  const short = shortageText(shortage, shifts);
  if (short === null) {
    const known = hotspots.some(({ id }) => lastVisits[id] !== undefined);
    const asksNothing = rule.frequency.kind === 'every-days' && days < rule.frequency.days && !known;
    return { met: true, title: 'Meets the rule with the officers on duty.', details: asksNothing ? [`In a plan of fewer than ${rule.frequency.days} days the rule asks for no visit.`] : [] };
  }
  const worst = capacity.worst === null ? null : { ...capacity.worst, hub: capacity.worst.hub === '' ? '' : hubTitle(capacity.worst.hub) };
  const why = capacityText({ ...capacity, worst }, dayText);
  const idle = WEEKDAYS.filter((_weekday, day) => !shifts.some((shift) => shift.pairs > 0 && shift.days.includes(day))).map(({ title }) => title);
  const empty = days >= WEEKDAYS.length && idle.length > 0 ? [`Nobody is on duty on ${idle.length > 1 ? `${idle.slice(0, -1).join(', ')} and ` : ''}${idle.at(-1)}.`] : [];
  return { met: false, title: `Does not meet the rule with the officers on duty: ${short}.`, details: [why ?? 'Whether another plan could meet it is not known: these are the visits that this planner found no place for.', ...empty] };
}

/**
 * "15 minutes in each hotspot every 3 days".
 * @param hotspots those of a plan, so that no peak hours are claimed where the data holds none; left out for the rule by itself
 */
export function ruleText({ frequency, visitMinutes, peakShare }: PatrolRule, hotspots: readonly Pick<Hotspot, 'profile'>[] = []): string {
  const noHours = hotspots.length > 0 && hotspots.every(({ profile }) => profile === null);
  const when = noHours ? ', at any hour of the shifts because this data holds no hours' : peakShare < 1 ? `, in the hours that hold ${formatShare(peakShare)} of its events of the day` : '';
  if (frequency.kind === 'every-days') return `${visitMinutes} unbroken minutes in each hotspot ${frequency.days === 1 ? 'every day' : `every ${frequency.days} days`}${when}`;
  if (frequency.kind === 'draw') return `One hotspot in ${frequency.oneIn} drawn for ${frequency.runDays === 1 ? 'a day' : `${frequency.runDays} days in a row`}, ${visitMinutes} minutes on each day drawn${when}`;
  return `${visitMinutes} minutes at least every ${frequency.minutes} minutes${when}`;
}

/** What share of later events the places held, in a sentence with its counts. */
export function captureText({ chosenOn, testedOn, places, held, of, share, fair }: Capture, where: string): string {
  if (share === null) return `Nothing was recorded in ${where} from ${spanText(testedOn)}.`;
  const counts = `${formatShare(share)} of the events of ${where} from ${spanText(testedOn)} (${held.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')})`;
  if (fair && chosenOn !== null) return `Back-test: the ${places} areas with most events from ${spanText(chosenOn)} held ${counts}. These later months played no part in the choice.`;
  const caution = cautionText(chosenOn, testedOn);
  return `The ${places === 1 ? 'place' : `${places} places`} listed held ${counts}. ${caution}`;
}

/** Whether the months of a test helped to choose what it tests. */
function cautionText(chosenOn: Capture['chosenOn'], testedOn: Capture['testedOn']): string {
  if (chosenOn === null) return 'How they were chosen is not known here, so this may flatter them.';
  const chosen = `They were chosen from ${spanText(chosenOn)}.`;
  if (chosenOn.to < testedOn.from || chosenOn.from > testedOn.to) return `${chosen} These months played no part in the choice.`;
  return `${chosen} ${chosenOn.to < testedOn.to || chosenOn.from > testedOn.from ? 'Some of these months' : 'These months'} helped to choose them, which flatters them.`;
}

export function spanText({ from, to }: Pick<MonthSpan, 'from' | 'to'>): string {
  return from === to ? monthTitle(from) : `${monthTitle(from)} to ${monthTitle(to)}`;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const longDayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "Mon, 3 Mar". */
export function dayText(date: string): string {
  return dayFormat.format(new Date(`${date}T00:00:00Z`));
}

/** "Monday 3 March 2025". */
export function longDayText(date: string): string {
  return longDayFormat.format(new Date(`${date}T00:00:00Z`)).replace(',', '');
}

/** Hours 0-23 as runs: "16–19, 21–24". */
export function hoursText(hours: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const hour of hours) {
    const last = runs.at(-1);
    if (last && last[1] === hour) last[1] = hour + 1;
    else runs.push([hour, hour + 1]);
  }
  return runs.map(([from, to]) => `${two(from)}–${two(to)}`).join(', ');
}

/** Which events the hours of the day come from, and where they are too few to trust. */
export function hoursFromText(from: readonly HoursBasis[]): string {
  const own = from.filter(({ from: source }) => source === 'group').map(({ group, events }) => `${DAY_GROUPS[group]?.title ?? ''} from the place’s own ${events.toLocaleString('en-GB')} timed events`);
  const pooled = from.filter(({ from: source }) => source === 'all-days');
  const all = pooled.map(({ group }) => DAY_GROUPS[group]?.title ?? '').join(' and ');
  const few = (pooled[0]?.events ?? ENOUGH_EVENTS) < ENOUGH_EVENTS ? ', still few: take them as rough' : '';
  const shared = pooled.length === 0 ? [] : [`${all} from all days together, because ${pooled.length > 1 ? 'each has' : 'it has'} fewer than ${ENOUGH_EVENTS} (${(pooled[0]?.events ?? 0).toLocaleString('en-GB')} in all${few})`];
  return `Hours of ${[...own, ...shared].join('; ')}.`;
}

const two = (hour: number): string => String(hour).padStart(2, '0');

export function weekdayTitle(day: number): string {
  return WEEKDAYS[day]?.title ?? '';
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
