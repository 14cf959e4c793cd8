import { useEffect, useId } from 'react';
import { CASING, levelText, widthOf } from '../../../map/layers/densityLayers.ts';
import { BANDWIDTHS, type SurfaceAnswer, type SurfaceSettings } from '../../../model/surface.ts';
import type { DataSetEntry } from '../../../model/manifest.ts';
import { useAtlas } from '../../../store/react.ts';
import { shownSurface } from '../../../store/surfaceKeeper.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { formatNumber } from '../../../ui/formats.ts';
import { Select } from '../../../ui/Select.tsx';
import { densityUnit, linesWords, surfaceLack } from '../surfaceWords.ts';

/** What the lines of density stand for, how they are made and what they cannot say; nothing while their layer is off. */
export function SurfaceKey() {
  const on = useAtlas((state) => state.view.overlays.includes('surface'));
  const entry = useAtlas((state) => state.dataSet.entry);
  return on && entry !== null ? <Key entry={entry} /> : null;
}

function Key({ entry }: { readonly entry: DataSetEntry }) {
  const shown = useAtlas(shownSurface);
  const problem = useAtlas((state) => state.surface.problem);
  const settings = useAtlas((state) => state.view.surface);
  const set = useAtlas((state) => state.setSurface);
  const need = useAtlas((state) => state.needSurface);
  const title = useId();
  useEffect(() => need(), [need]);
  return (
    <section className="surface-key" aria-labelledby={title} aria-busy={shown?.old === true}>
      <h3 id={title} className="legend-title">Lines of equal density</h3>
      {shown !== null && <Lines entry={entry} answer={shown.answer} old={shown.old} />}
      {shown === null && problem === null && <p className="small muted">The surface is being made…</p>}
      {problem !== null && <p className="small"><strong>No density here.</strong> {problem.what}</p>}
      {surfaceLack(entry) === null && <Controls settings={settings} own={shown?.old === false ? shown.answer.ownLevels : []} onChange={set} />}
      {shown !== null && <Caveats answer={shown.answer} />}
    </section>
  );
}

function Lines({ entry, answer, old }: { readonly entry: DataSetEntry; readonly answer: SurfaceAnswer; readonly old: boolean }) {
  const words = old ? null : linesWords(entry, answer);
  return (
    <>
      <p className="small muted">{old ? 'Updating: the faint lines are of the filter before. ' : ''}In {densityUnit(entry, answer.request.selection)}. {answer.levels[0] === undefined ? '' : `No line: fewer than ${levelText(answer.levels[0])}.`}</p>
      <ul className="surface-lines">
        {answer.levels.map((level, i) => (
          <li key={level}>
            <svg width={22} height={14} viewBox="0 0 22 14" aria-hidden="true">
              <path d="M1 7h20" stroke="var(--map-mark-label-halo)" strokeWidth={widthOf(i) + 2 * CASING} />
              <path d="M1 7h20" stroke="var(--map-mark-density)" strokeWidth={widthOf(i)} />
            </svg>
            {levelText(level)}
          </li>
        ))}
      </ul>
      {words !== null && <p className="small">{words}</p>}
    </>
  );
}

interface ControlsProps {
  readonly settings: SurfaceSettings;
  /** Levels that fit the surface on screen; none while there is none. */
  readonly own: readonly number[];
  readonly onChange: (patch: Partial<SurfaceSettings>) => void;
}

/** Lines stay what they are while filtering, until the reader makes them anew; another bandwidth has lines of its own. */
function Controls({ settings: { bandwidthMetres, levels }, own, onChange }: ControlsProps) {
  const widths = [...new Set([...BANDWIDTHS, bandwidthMetres])].toSorted((a, b) => a - b);
  return (
    <div className="legend-rescale-row no-print">
      <Select label="Bandwidth" options={widths.map((metres) => ({ id: String(metres), title: `Bandwidth ${formatNumber(metres)} m` }))} chosen={String(bandwidthMetres)} onChange={(metres) => onChange({ bandwidthMetres: Number(metres), levels: null })} />
      {levels === null
        ? <Button className="small" aria-label="Rescale the lines" onPress={() => { if (own.length > 0) onChange({ levels: own }); }}>Rescale</Button>
        : <Button className="small" aria-label="Lines of the whole data set again" onPress={() => onChange({ levels: null })}>Undo</Button>}
    </div>
  );
}

function Caveats({ answer }: { readonly answer: SurfaceAnswer }) {
  return (
    <>
      {answer.caution !== null && <p className="small surface-caution">{answer.caution}</p>}
      <Disclosure title="How the lines are made" className="small">
        {answer.notes.map((note) => <p key={note}>{note}</p>)}
        <p>{answer.request.settings.levels === null ? 'Lines are round densities of the whole data set at this bandwidth, so that no filter moves them.' : 'Lines were made anew for another filter; they stay until they are undone.'} The peaks are listed beside the ranked areas.</p>
      </Disclosure>
    </>
  );
}
