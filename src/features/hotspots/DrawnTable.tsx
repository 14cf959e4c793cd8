import { useState } from 'react';
import type { DrawnArea, DrawnFigures } from '../../model/drawnAreas.ts';
import type { HotspotAnswer } from '../../model/hotspots.ts';
import { useAtlas } from '../../store/react.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount, formatNumber, formatRate, formatShare, plural } from '../../ui/formats.ts';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { ClassTag } from './ClassTag.tsx';
import { pWords, ratioLimitsWords } from './numbers.ts';
import { drawnLook } from './titles.ts';

interface DrawnTableProps {
  readonly areas: readonly DrawnArea[];
  readonly answer: HotspotAnswer;
  readonly unit: string;
}

/** What each drawn area holds; one whose figures are still being made says so. */
export function DrawnTable({ areas, answer, unit }: DrawnTableProps) {
  const { figures, notes } = answer.drawn;
  // Names are unique, so a renamed area waits for the answer that knows it; figures of another shape never stand beside it.
  const asked = answer.request.drawnAreas;
  return (
    <>
      <ScrollBox className="hotspots-scroll" label="Figures of the drawn areas">
        <table className="hotspots-table">
          <caption className="visually-hidden">The same {unit} on drawn areas</caption>
          <thead>
            <tr>
              <th scope="col">Drawn area</th><th scope="col">Count</th><th scope="col">Per km²</th><th scope="col">Per 100,000 residents a year</th><th scope="col">Share of the {unit}</th>
              <th scope="col">Ratio to the rest (limits)</th><th scope="col">Class</th><th scope="col" className="no-print">Remove</th>
            </tr>
          </thead>
          <tbody>
            {areas.map((area, place) => {
              const at = asked.findIndex((one) => one.name === area.name && JSON.stringify(one.polygons) === JSON.stringify(area.polygons));
              return <DrawnRow key={area.name} area={area} place={place} figures={figures[at] ?? null} />;
            })}
          </tbody>
        </table>
      </ScrollBox>
      <ul className="hotspots-notes small muted">{notes.map((note) => <li key={note}>{note}</li>)}</ul>
    </>
  );
}

interface DrawnRowProps {
  readonly area: DrawnArea;
  readonly place: number;
  readonly figures: DrawnFigures | null;
}

function DrawnRow({ area, place, figures }: DrawnRowProps) {
  const remove = useAtlas((state) => state.removeDrawnArea);
  return (
    <tr>
      <th scope="row"><AreaName name={area.name} place={place} />{figures !== null && <span className="hotspots-under">{membersWords(figures)}</span>}</th>
      {figures === null ? <td colSpan={6} className="muted">Being counted</td> : <Figures of={figures} />}
      <td className="no-print"><Button variant="link" aria-label={`Remove ${area.name}`} onPress={() => remove(place)}>Remove</Button></td>
    </tr>
  );
}

function Figures({ of }: { readonly of: DrawnFigures }) {
  const per = of.comparedBy === 'surface' ? 'per km²' : 'per resident';
  return (
    <>
      <td className="hotspots-figure">{formatCount(of.count)}<span className="hotspots-under">by {of.countedBy}</span></td>
      <td className="hotspots-figure">{formatNumber(of.perKm2)}</td>
      <td className="hotspots-figure">{formatRate(of.rate)}</td>
      <td className="hotspots-figure">{formatShare(of.share)}</td>
      {of.problem === null
        ? <><td className="hotspots-figure">{of.ratio === Number.POSITIVE_INFINITY ? 'no events in the rest' : ratioLimitsWords(of.ratio, of.ratioLower, of.ratioUpper)}<span className="hotspots-under">{per}</span></td><td><ClassTag look={drawnLook(of.side)} /><span className="hotspots-under">p {pWords(of.adjustedP)}</span></td></>
        : <td colSpan={2} className="muted">{of.problem}</td>}
    </>
  );
}

function membersWords({ members, withheld }: DrawnFigures): string {
  const taken = members.length === 0 ? 'no area’s inside point' : `${plural(members.length, 'area', 'areas')} taken`;
  return withheld === 0 ? taken : `${taken}, ${formatNumber(withheld)} withheld and left out`;
}

/** The name, changed where it stands; takes effect on Enter or when the field is left. */
function AreaName({ name, place }: { readonly name: string; readonly place: number }) {
  const rename = useAtlas((state) => state.renameDrawnArea);
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft !== null && draft.trim() !== '' && draft !== name) rename(place, draft);
    setDraft(null);
  };
  return (
    <input
      className="text-input hotspots-rename" type="text" autoComplete="off" maxLength={80} aria-label={`Name of ${name}`} value={draft ?? name}
      onChange={({ target }) => setDraft(target.value)} onBlur={commit} onKeyDown={({ key }) => { if (key === 'Enter') commit(); }}
    />
  );
}
