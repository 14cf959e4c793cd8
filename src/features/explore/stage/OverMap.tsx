import type { OverlayId } from '../../../model/measures.ts';
import { useAtlas } from '../../../store/react.ts';
import { overlayNotes } from './overlayNotes.ts';

/** The key to the layers that lie over the classes; nothing while none is on. */
export function OverMap() {
  const pack = useAtlas((state) => state.pack.opened);
  const on = useAtlas((state) => state.view.overlays);
  const notes = pack === null ? [] : overlayNotes(pack, on);
  if (notes.length === 0) return null;
  return (
    <>
      <h3 className="over-map-title">Over the map</h3>
      <ul className="over-map">
        {notes.map(({ id, title, source, approximate }) => (
          <li key={id}>
            <OverlaySwatch id={id} />
            <span>{title}{approximate && <strong>, approximate</strong>}. <span className="muted">{source}</span></span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A layer's line, ring or letters as on the map. Decorative: the words say it. */
function OverlaySwatch({ id }: { readonly id: OverlayId }) {
  return (
    <svg className="over-map-swatch" width={22} height={16} viewBox="0 0 22 16" aria-hidden="true" fill="none">
      {id === 'lsoa' && <path d="M1 8h20" stroke="var(--map-mark-boundary)" strokeWidth={1} />}
      {id === 'boroughs' && <path d="M1 8h20" stroke="var(--map-mark-borough)" strokeWidth={2.4} />}
      {id === 'wards' && <path d="M1 8h20" stroke="var(--map-mark-ward)" strokeWidth={1.4} strokeDasharray="3 2" />}
      {id === 'hubs' && <path d="M1 8h20" stroke="var(--map-mark-hub)" strokeWidth={2.2} strokeDasharray="6 3" />}
      {id === 'nte' && <circle cx={11} cy={8} r={5.5} stroke="var(--map-mark-hotspot)" strokeWidth={2.6} />}
      {id === 'surface' && <path d="M1 8h20" stroke="var(--map-mark-density)" strokeWidth={2.3} />}
      {id === 'labels' && <text x={11} y={12} textAnchor="middle" fontSize={12} fontWeight={600} fill="var(--map-mark-label)">Aa</text>}
    </svg>
  );
}
