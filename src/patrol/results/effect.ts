import type { PatrolPlan } from '../../model/patrolPlan.ts';
import type { ExpectedEffect } from '../../model/patrolResults.ts';
import { RULE_PRESETS } from '../../model/patrolRules.ts';
import { dayNumber, localDay, weekdayOfDay } from '../londonTime.ts';
import { hourlyEvents } from '../peakHours.ts';

/**
 * What the rule's trials found, applied to the events expected in the hotspots on the dates on which the plan visits
 * them (the trials compared whole days, 00:00 to 24:00). Null for a rule without a trial of its own. The trials
 * measured outcomes of their own, elsewhere or years ago: a range to think with, not a forecast.
 */
export function expectedEffect(plan: PatrolPlan): ExpectedEffect | null {
  const preset = RULE_PRESETS.find(({ rule }) => rule.id === plan.request.rule.id);
  const found = (preset?.evidence.trials ?? []).flatMap((trial) => (trial.change === null ? [] : [{ trial, change: trial.change }]));
  if (!preset || found.length === 0) return null;
  const events = eventsOnVisitedDates(plan);
  const trials = found.map(({ trial, change }) => ({ trial, fewer: -change * events }));
  const certain = trials.every(({ trial }) => trial.significant !== false);
  const amounts = trials.map(({ fewer }) => fewer);
  const { frequency, visitMinutes } = plan.request.rule;
  const edited = JSON.stringify(frequency) !== JSON.stringify(preset.rule.frequency) || visitMinutes < preset.minutes[0] || visitMinutes > preset.minutes[1];
  return {
    events, trials, fewer: [certain ? Math.min(...amounts) : 0, Math.max(...amounts)],
    text: [
      'Not a promise: these are the changes that trials found, in outcomes of their own, put beside the events expected here.',
      ...trials.map(({ trial, fewer }) => {
        const percent = Math.abs((trial.change ?? 0) * 100).toFixed(1).replace(/\.0$/, '');
        return `${trial.title}: ${percent}% fewer ${trial.outcome} (${trial.uncertainty}). If the same held here: ${fewer.toFixed(1)} of ${events.toFixed(1)} expected events fewer.`;
      }),
      ...(certain ? [] : ['One of them could not tell its result from chance, so the range starts at no change.']),
      ...(edited ? ['The rule has been changed from the one that was studied.'] : []),
    ],
  };
}

function eventsOnVisitedDates({ request, duties }: PatrolPlan): number {
  const first = dayNumber(request.from) ?? 0;
  return request.hotspots.reduce((total, hotspot) => {
    const hourly = hourlyEvents(hotspot);
    const days = new Set(duties.flatMap(({ stops }) => stops.filter(({ kind, hotspot: id }) => kind === 'visit' && id === hotspot.id).map(({ start }) => localDay(start))));
    return [...days].filter((day) => day < first + request.days).reduce((sum, day) => {
      const weekday = weekdayOfDay(day);
      return sum + hourly.slice(weekday * 24, weekday * 24 + 24).reduce((a, b) => a + b, 0);
    }, total);
  }, 0);
}
