import { useEffect, useRef } from 'react';
import type { DrawnArea } from '../../model/drawnAreas.ts';
import type { HotspotAnswer } from '../../model/hotspots.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { drawnAreasFit } from '../../selection/urlDrawnAreas.ts';
import { useAtlas } from '../../store/react.ts';
import { Button } from '../../ui/Button.tsx';
import { downloadText } from '../../ui/download.ts';
import { AddDrawnAreas } from './AddDrawnAreas.tsx';
import { drawnGeoJson } from './drawnFile.ts';
import { DrawnTable } from './DrawnTable.tsx';

interface DrawnAreasProps {
  readonly pack: OpenedPack;
  readonly answer: HotspotAnswer;
  readonly unit: string;
}

/** The reader's own areas beside the other units: what they hold, how they compare with the rest, and ways to add them. */
export function DrawnAreas({ pack, answer, unit }: DrawnAreasProps) {
  const areas = useAtlas((state) => state.view.drawnAreas);
  const title = useRef<HTMLHeadingElement>(null);
  useAfterDrawing(title);
  return (
    <section className="hotspots-drawn" aria-labelledby="drawn-areas">
      <h3 id="drawn-areas" ref={title} tabIndex={-1}>Drawn areas</h3>
      {areas.length === 0
        ? <p>Compare the same {unit} on areas of your own: a town centre, a beat, an estate. They stand beside the other units and can be kept as a hotspot list.</p>
        : <DrawnTable areas={areas} answer={answer} unit={unit} />}
      <AddDrawnAreas pack={pack} />
      {areas.length > 0 && <Keeping areas={areas} demonstration={pack.manifest.demonstration} />}
    </section>
  );
}

/** Back from the map, where the drawing was made or given up. */
function useAfterDrawing(title: { readonly current: HTMLElement | null }): void {
  const ended = useAtlas((state) => state.areaDrawing === 'ended');
  const forget = useAtlas((state) => state.forgetAreaDrawing);
  useEffect(() => {
    if (!ended) return;
    title.current?.focus();
    title.current?.scrollIntoView({ block: 'start' });
    forget();
  }, [ended, forget, title]);
}

function Keeping({ areas, demonstration }: { readonly areas: readonly DrawnArea[]; readonly demonstration: boolean }) {
  return (
    <p className="small muted no-print">
      {drawnAreasFit(areas) ? 'The link carries these areas; otherwise they last until this page is closed.' : 'These areas have too many corners for a link: they last until this page is closed.'}{' '}
      <Button variant="link" className="small" onPress={() => downloadText(`${demonstration ? 'demonstration-' : ''}drawn-areas.geojson`, drawnGeoJson(areas), 'application/geo+json')}>Download them as GeoJSON</Button>
    </p>
  );
}
