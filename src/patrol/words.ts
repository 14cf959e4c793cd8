import type { Shift } from '../model/patrol.ts';
import type { Capacity, Shortage } from '../model/patrolPlan.ts';
import { WEEKDAYS } from '../model/vocabulary.ts';
import { additionGroups } from './withPairs.ts';

/** "4 visits a day short; 2 more pairs on Friday Late would do". Null where the rule is met. */
export function shortageText(shortage: Shortage | null, shifts: readonly Shift[]): string | null {
  if (!shortage) return null;
  const amount = shortage.perDay >= 1 ? `${about(shortage.perDay)} a day short` : `${visitsOf(shortage.visits)} short over the plan`;
  const unstaffed = shortage.hotspots.filter(({ reason }) => reason === 'no-shift-in-peak').length;
  const outside = unstaffed > 0 ? [`no shift is at ${unstaffed === 1 ? '1 hotspot' : `${unstaffed} hotspots`} in its peak hours in time`] : [];
  return [amount, ...(shortage.addition ? [additionText(shortage.addition, shifts)] : []), ...outside].join('; ');
}

function additionText({ pairs, missing, method }: NonNullable<Shortage['addition']>, shifts: readonly Shift[]): string {
  const list = additionGroups(pairs, shifts).map(({ shift, pairs: count, weekdays }) => {
    const title = shifts.find(({ id }) => id === shift)?.title ?? shift;
    const names = weekdays.map((weekday) => WEEKDAYS[weekday]?.title ?? '');
    const more = `${count} more ${count === 1 ? 'pair' : 'pairs'} on`;
    if (names.length === 1) return `${more} ${names[0]} ${title}`;
    return `${more} ${title} ${names.length === WEEKDAYS.length ? 'every day' : `on ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`}`;
  }).join('; ');
  if (method === 'not-met') return list === '' ? 'a few more pairs would not do' : `even with ${list}, ${visitsOf(missing)} would be missing`;
  return `${list} would do${method === 'not-pruned' ? ' (fewer may do)' : ''}`;
}

/** What the minutes alone say, before planning. Null where nothing is excluded. `dateText` writes dates for the reader. */
export function capacityText({ verdict, worst, short, unreachable }: Capacity, dateText: (date: string) => string = (date) => date): string | null {
  if (verdict === 'not-excluded') return null;
  const sentences: string[] = [];
  if (short > 0 && worst) {
    const where = worst.hub === '' ? '' : ` in hub ${worst.hub}`;
    sentences.push(`In the ${worst.days === 1 ? 'day' : `${worst.days} days`} from ${dateText(worst.from)} the rule needs ${visitsOf(worst.needed)}${where} and the pairs on duty can make ${worst.most} at most: at least ${short} short, whatever the plan.`);
  }
  if (unreachable.length > 0) sentences.push(`No shift is ever at ${unreachable.length === 1 ? '1 hotspot' : `${unreachable.length} hotspots`} in its peak hours.`);
  return sentences.join(' ');
}

function about(perDay: number): string {
  const rounded = Math.round(perDay * 10) / 10;
  return visitsOf(rounded);
}

function visitsOf(count: number): string {
  return count === 1 ? '1 visit' : `${count} visits`;
}
