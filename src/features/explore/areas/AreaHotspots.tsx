import { useAtlas } from '../../../store/react.ts';
import { currentHotspots } from '../../../store/hotspotKeepers.ts';
import { hotspotLines } from '../hotspotWords.ts';

/** What the hotspot tests say of an area, once they have been made for the filter shown; they are not asked for here. */
export function AreaHotspots({ area }: { readonly area: number }) {
  const answer = useAtlas(currentHotspots);
  const lines = answer === null ? [] : hotspotLines(answer, area);
  if (lines.length === 0) return null;
  return (
    <dl className="small hotspot-lines" aria-label="Hotspot tests">
      {lines.map(({ title, text }) => <div key={title}><dt className="muted">{title}</dt> <dd>{text}</dd></div>)}
    </dl>
  );
}
