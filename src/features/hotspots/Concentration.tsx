import { useId, useState } from 'react';
import { LorenzFigure } from '../../charts/figures/LorenzFigure.tsx';
import type { HotspotAnswer } from '../../model/hotspots.ts';
import { formatNumber, formatShare, plural } from '../../ui/formats.ts';
import { Term } from '../../ui/Term.tsx';
import { fewestFor, heldBy } from './lorenz.ts';
import { concentrationWords } from './words.ts';

/** A curve of shares needs no more. */
const WIDEST = 480;

interface ConcentrationProps {
  readonly answer: HotspotAnswer;
  readonly unit: string;
  readonly width: number;
}

/** How few areas hold how much, with a share to choose. */
export function Concentration({ answer, unit, width }: ConcentrationProps) {
  const [share, setShare] = useState(50);
  const id = useId();
  const { concentration } = answer;
  const fewest = fewestFor(concentration, share / 100);
  const text = fewest === null ? `No ${unit} to share out.` : `${plural(fewest, 'area holds', 'areas hold')} ${share}% of the ${unit}: ${formatShare(fewest / concentration.areas)} of the ${formatNumber(concentration.areas)} tested.`;
  const held = fewest === null ? null : { areas: fewest / concentration.areas, events: heldBy(concentration, fewest / concentration.areas), title: `${formatNumber(fewest)} areas: ${share}%` };
  const finding = concentrationWords(answer, unit);
  return (
    <>
      <p className="hotspots-finding">{finding}</p>
      <div className="hotspots-share">
        <label className="field-label" htmlFor={id}>Share of the {unit}: {share}%</label>
        <input id={id} className="hotspots-slider" type="range" min={5} max={100} step={5} value={share} aria-valuetext={`${share}%`} onChange={({ target }) => setShare(Number(target.value))} />
        <output htmlFor={id}>{text}</output>
      </div>
      <div className="hotspots-drawing">
        <LorenzFigure basics={{ id: 'hotspots-lorenz', title: 'Concentration curve', finding, width: Math.min(width, WIDEST), caption: null }} drawing={{ ...concentration.lorenz, mark: held, unit }} />
      </div>
      <p className="small muted">Areas are sorted from the most {unit} to the fewest. The dashed line is an even spread; the further the curve lies above it, the fewer areas hold most (<Term term="Gini" />). Large areas count like small ones here.</p>
    </>
  );
}
