import { memo, useState } from 'react';
import type { Legend, LegendItem } from '../../../map/layers/areaPaint.ts';
import { LegendSwatch } from '../../../map/scale/LegendSwatch.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { formatNumber } from '../../../ui/formats.ts';
import type { BreakMethod } from '../../../model/measures.ts';
import { LegendGrid } from './LegendGrid.tsx';
import { LegendSubtitle } from './LegendSubtitle.tsx';
import { useSides } from '../useSides.ts';

interface LegendCardProps {
  readonly legend: Legend;
  readonly onToggle: (id: string) => void;
  /** Null where the classes need no breaks. */
  readonly onRescale: ((method: BreakMethod) => void) | null;
}

/** What the colours mean, how many areas each has, and what to beware of. Pressing a class takes it off the map. Long words are folded: they would cover the county. */
export const LegendCard = memo(function LegendCard({ legend, onToggle, onRescale }: LegendCardProps) {
  const inGrid = new Set(legend.grid?.items.flat());
  const [open, setOpen] = useState(false);
  const sides = useSides();
  return (
    <section className="legend" aria-labelledby="legend-title">
      <h2 id="legend-title" className="legend-title"><span className="visually-hidden">Legend: </span>{legend.title}</h2>
      <LegendSubtitle key={legend.subtitle} text={legend.subtitle} open={open} onOpen={setOpen} more={legend.grid !== null} />
      {legend.grid !== null && <LegendGrid legend={legend} grid={legend.grid} inWords={open} onToggle={onToggle} />}
      <ul className="legend-items">
        {legend.items.filter((_, index) => !inGrid.has(index)).map((item) => <LegendLine key={item.id} item={item} onToggle={onToggle} />)}
      </ul>
      {onRescale !== null && sides !== null && <sides.Rescale legend={legend} onRescale={onRescale} />}
      {sides !== null && <sides.SurfaceKey />}
      <Disclosure title="Source and caveats" className="small">
        {sides !== null && <sides.OverMap />}
        <p>{legend.caveat}</p>
        <p>Areas of another size or outline could tell another story, and what holds for an area need not hold for the people in it.</p>
        {legend.source !== '' && <p className="muted">{legend.source}</p>}
      </Disclosure>
    </section>
  );
});

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
