import type { Legend, LegendItem } from '../../../map/layers/areaPaint.ts';
import { LegendSwatch } from '../../../map/scale/LegendSwatch.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { formatNumber } from '../../../ui/formats.ts';
import { OverMap } from './OverMap.tsx';

interface LegendCardProps {
  readonly legend: Legend;
  readonly onToggle: (id: string) => void;
  /** Null where the classes need no breaks. */
  readonly onRescale: (() => void) | null;
}

/** What the colours mean, how many areas each has, and what to beware of. Pressing a class takes it off the map. */
export function LegendCard({ legend, onToggle, onRescale }: LegendCardProps) {
  return (
    <section className="legend" aria-labelledby="legend-title">
      <h2 id="legend-title" className="legend-title"><span className="visually-hidden">Legend: </span>{legend.title}</h2>
      <p className="small muted">{legend.subtitle}</p>
      <ul className="legend-items">
        {legend.items.map((item) => <LegendLine key={item.id} item={item} onToggle={onToggle} />)}
      </ul>
      {onRescale !== null && (
        <p className="small legend-rescale">
          <span className="muted">{classesWords(legend)}</span>{' '}
          <Button variant="link" onPress={onRescale}>Rescale</Button>
        </p>
      )}
      <Disclosure title="Source and caveats" className="small">
        <OverMap />
        <p>{legend.caveat}</p>
        <p>Areas of another size or outline could tell another story, and what holds for an area need not hold for the people in it.</p>
        {legend.source !== '' && <p className="muted">{legend.source}</p>}
      </Disclosure>
    </section>
  );
}

/** Fixed classes keep colours comparable from filter to filter, until a filter is too narrow for them. */
function classesWords({ items }: Legend): string {
  const used = items.filter(({ kind, count }) => kind === 'class' && count > 0).length;
  if (used === 0) return 'No area falls in these classes; Rescale may help.';
  return used === 1 ? 'All areas fall in one class; Rescale may help.' : 'Classes stay fixed while you filter.';
}

function LegendLine({ item, onToggle }: { readonly item: LegendItem; readonly onToggle: (id: string) => void }) {
  return (
    <li>
      <button type="button" className={`legend-item${item.hidden ? ' is-off' : ''}`} aria-pressed={!item.hidden} onClick={() => onToggle(item.id)}>
        <LegendSwatch item={item} />
        <span className="legend-label">{item.label}</span>
        <span className="legend-count">{formatNumber(item.count)}<span className="visually-hidden"> {item.count === 1 ? 'area' : 'areas'}</span></span>
      </button>
    </li>
  );
}
