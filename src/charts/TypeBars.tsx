import { useId } from 'react';
import { SUPPRESSED } from '../model/results.ts';
import { sentenceCase } from '../model/text.ts';
import type { TypeBarItem, TypeBarsProps } from './props.ts';
import { countText, shownCount } from './words.ts';

/** A list of checkboxes whose rows are bars. With none chosen every one counts, so nothing is dimmed. */
export function TypeBars({ items, onToggle, unit = 'offences', label }: TypeBarsProps) {
  const highest = Math.max(1, ...items.map(({ count }) => shownCount(count)));
  const some = items.some(({ chosen }) => chosen);
  return (
    <ul className="type-bars" aria-label={label ?? sentenceCase(unit)}>
      {items.map((item) => (
        <TypeBar key={item.id} item={item} share={(shownCount(item.count) / highest) * 100} dimmed={some && !item.chosen} unit={unit} onToggle={onToggle} />
      ))}
    </ul>
  );
}

interface TypeBarProps {
  readonly item: TypeBarItem;
  readonly share: number;
  readonly dimmed: boolean;
  readonly unit: string;
  readonly onToggle: (id: string) => void;
}

function TypeBar({ item: { id, title, count, chosen, note }, share, dimmed, unit, onToggle }: TypeBarProps) {
  const countId = useId();
  return (
    <li className={dimmed ? 'type-bar type-bar-out' : 'type-bar'}>
      <label className="type-bar-row">
        <input type="checkbox" className="type-bar-box" checked={chosen} onChange={() => onToggle(id)} aria-describedby={countId} />
        <span className="type-bar-title">{title}{note !== undefined && <span className="type-bar-note"> {note}</span>}</span>
      </label>
      <span className={count === SUPPRESSED ? 'type-bar-count type-bar-withheld' : 'type-bar-count'} id={countId}>
        {countText(count)}<span className="chart-hidden"> {unit}</span>
      </span>
      <svg className="chart type-bar-plot" width="100%" height={3} aria-hidden="true">
        <rect className="type-bar-track" width="100%" height={3} />
        {share > 0 && <rect className="chart-bar" width={`${Math.max(0.5, Number(share.toFixed(1)))}%`} height={3} />}
      </svg>
    </li>
  );
}
