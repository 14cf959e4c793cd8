import { useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useEscape } from '../../../ui/useEscape.ts';
import type { AreaRows } from '../areaRows.ts';
import type { Scene } from '../scene.ts';
import { AreaPlot } from './AreaPlot.tsx';
import type { AreaPlotKind } from './areaViews.ts';

const TITLES: Readonly<Record<AreaPlotKind, string>> = { caterpillar: 'Caterpillar plot', funnel: 'Funnel plot' };

interface LargePlotProps {
  readonly scene: Scene;
  readonly rows: AreaRows;
  readonly kind: AreaPlotKind;
  readonly onClose: () => void;
}

/** A plot as wide as the map, under it, so that both are in sight together. Escape closes it. */
export function LargePlot({ scene, rows, kind, onClose }: LargePlotProps) {
  const section = useRef<HTMLElement>(null);
  useEscape(section, onClose);
  return (
    <section className="large-plot" ref={section} aria-labelledby="large-plot-title">
      <div className="large-plot-head">
        <h2 id="large-plot-title" tabIndex={-1} className="clause-title">{TITLES[kind]}</h2>
        <Button variant="link" icon="close" className="no-print" aria-label={`Put the ${TITLES[kind].toLowerCase()} back into the panel`} onPress={onClose} />
      </div>
      <AreaPlot key={kind} scene={scene} rows={rows} kind={kind} />
    </section>
  );
}
