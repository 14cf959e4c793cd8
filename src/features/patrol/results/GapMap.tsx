import type { LogCompliance } from '../../../model/patrolResults.ts';
import { type GapState, gapState } from '../../../patrol/log/gaps.ts';
import { PlanMap, type SpotMark } from '../PlanMap.tsx';
import { dayText } from '../words.ts';
import type { ResultProps } from './Results.tsx';

const LOOKS: Readonly<Record<GapState, { readonly words: string; readonly symbol: string; readonly mark: Omit<SpotMark, 'label'> }>> = {
  'overdue': { words: 'Overdue', symbol: '■', mark: { shape: 'square', filled: true } },
  'no-visit': { words: 'No visit', symbol: '◆', mark: { shape: 'diamond', filled: true } },
  'gap-earlier': { words: 'Gap earlier', symbol: '◎', mark: { shape: 'ring', filled: false } },
  'kept': { words: 'Kept', symbol: '○', mark: { shape: 'circle', filled: false } },
};
const STATES = ['overdue', 'no-visit', 'gap-earlier', 'kept'] as const satisfies readonly GapState[];

/** "■ Overdue". */
export function gapWords(state: GapState): string {
  return `${LOOKS[state].symbol} ${LOOKS[state].words}`;
}

interface GapMapProps extends Pick<ResultProps, 'plan' | 'pack'> {
  readonly rows: LogCompliance['hotspots'];
  /** The date on which days since the last visit are counted. */
  readonly on: string;
  readonly width: number;
}

/** The plan's map by days since the last visit: shape says how a place stands under the rule, the words under it how long ago. */
export function GapMap({ plan: { request: { hotspots, rule } }, pack, rows, on, width }: GapMapProps) {
  const titles = new Map(hotspots.map(({ id, title }) => [id, title]));
  const states = rows.map((row) => ({ id: row.hotspot, state: gapState(row, on), daysSince: row.daysSince }));
  const marks = new Map(states.map(({ id, state, daysSince }) => [id, { ...LOOKS[state].mark, label: daysSince === null ? 'none' : `${daysSince} d` }]));
  const named = STATES.flatMap((state) => {
    const own = states.filter((one) => one.state === state);
    return own.length === 0 ? [] : [`${LOOKS[state].words}: ${own.map(({ id, daysSince }) => `${titles.get(id) ?? id}${daysSince === null ? '' : ` (${daysSince} ${daysSince === 1 ? 'day' : 'days'})`}`).join(', ')}.`];
  });
  return (
    <>
      <div className="patrol-drawing"><PlanMap pack={pack} hotspots={hotspots} marks={marks} width={width} title={`Days since the last visit, on ${dayText(on)}`} finding={named.join(' ')} /></div>
      <ul className="patrol-legend small">
        {rule.frequency.kind === 'every-days' && <li>{gapWords('overdue')}: no full visit in the last {rule.frequency.days === 1 ? 'day' : `${rule.frequency.days} days`}</li>}
        <li>{gapWords('no-visit')} of full length in the log</li>
        {rule.frequency.kind === 'every-days' && <li>{gapWords('gap-earlier')}: in time now, overdue before</li>}
        <li>○ {rule.frequency.kind === 'every-days' ? 'Kept: never overdue' : 'Visited; this rule makes nothing overdue by days'}</li>
        <li>“6 d”: days from the last full visit to {dayText(on)}</li>
      </ul>
    </>
  );
}
