import { useRef } from 'react';
import { HOTSPOT_MEASURES, type HotspotMeasure, isHotspotMeasure } from '../../map/layers/hotspotClasses.ts';
import type { HotspotAnswer } from '../../model/hotspots.ts';
import { MEASURES } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { useAtlas } from '../../store/react.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import type { EvidenceRow } from './evidence.ts';
import { ResultMap } from './ResultMap.tsx';
import { useDrawingWidth } from './useDrawingWidth.ts';
import { keySentences } from './words.ts';

const RESULTS = MEASURES.flatMap(({ id, title }) => (isHotspotMeasure(id) ? [{ id, title }] : []));

interface PictureProps {
  readonly pack: OpenedPack;
  readonly answer: HotspotAnswer;
  readonly rows: readonly EvidenceRow[];
  readonly shown: readonly EvidenceRow[];
  readonly onSelect: (code: string) => void;
  readonly onMap: (measure: HotspotMeasure) => void;
}

/** One result of the tests as a map; which one is the address's measure, so that Explore goes on with the same. */
export function Picture({ pack, answer, rows, shown, onSelect, onMap }: PictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useDrawingWidth(place);
  const asked = useAtlas((state) => state.view.measure);
  const setMeasure = useAtlas((state) => state.setMeasure);
  const measure = asked !== null && isHotspotMeasure(asked) ? asked : HOTSPOT_MEASURES[0];
  const title = RESULTS.find(({ id }) => id === measure)?.title ?? '';
  return (
    <div ref={place} className="hotspots-picture">
      <div className="hotspots-tools">
        <Select label="Map of" labelHidden={false} options={RESULTS} chosen={measure} onChange={setMeasure} />
        <Button variant="link" onPress={() => onMap(measure)}>Open this map in Explore</Button>
      </div>
      <ResultMap
        id="hotspots-picture" title={title} finding={keySentences(answer, rows)[0]?.text ?? ''} legend={title} measure={measure}
        pack={pack} answer={answer} rows={rows} shown={shown} width={width} onSelect={onSelect}
      />
    </div>
  );
}
