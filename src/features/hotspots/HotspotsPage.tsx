import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { HotspotMeasure } from '../../map/layers/hotspotClasses.ts';
import type { HotspotAnswer } from '../../model/hotspots.ts';
import { unitOf } from '../../model/kinds.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { Backtest } from './Backtest.tsx';
import { ChangeSection } from './ChangeSection.tsx';
import { Concentration } from './Concentration.tsx';
import { evidenceRows, FIRST_SORT, listed } from './evidence.ts';
import { downloadEvidence } from './evidenceCsv.ts';
import { EvidenceTable } from './EvidenceTable.tsx';
import { Lists } from './Lists.tsx';
import { Picture } from './Picture.tsx';
import { canDraw } from './ResultMap.tsx';
import { methodWords } from './titles.ts';
import { TimeSection } from './TimeSection.tsx';
import { UnitsSection } from './UnitsSection.tsx';
import { useDrawingWidth } from './useDrawingWidth.ts';
import { keySentences } from './words.ts';

export interface PageProps {
  readonly pack: OpenedPack;
  readonly entry: DataSetEntry;
  readonly answer: HotspotAnswer;
  /** Events by area of the same filter; null while they are not at hand. */
  readonly counts: ArrayLike<number> | null;
  /** Codes of the areas selected. */
  readonly selected: readonly string[];
  readonly onSelect: (code: string) => void;
  /** Opens Explore with a measure, and an area where one is named. */
  readonly onMap: (measure: HotspotMeasure, code: string | null) => void;
}

/** Areas whose time is drawn: those selected, otherwise the hottest. */
const MOST_SHOWN = 6;
const FIRST_SHOWN = 1;

/** The evidence of one answer, from which areas are hot to which places to take away. */
export function HotspotsPage({ pack, entry, answer, counts, selected, onSelect, onMap }: PageProps) {
  const text = useRef<HTMLDivElement>(null);
  const width = useDrawingWidth(text);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => evidenceRows(answer, pack.areas, counts), [answer, pack, counts]);
  const unit = unitOf(entry, answer.request.selection);
  const shown = useMemo(() => {
    const chosen = rows.filter(({ code, why }) => why === 0 && selected.includes(code)).slice(0, MOST_SHOWN);
    return chosen.length > 0 ? chosen : listed(rows, FIRST_SORT, { hotOnly: true, find: '' }).slice(0, FIRST_SHOWN);
  }, [rows, selected]);
  const tick = (codes: readonly string[], on: (code: string) => boolean) => setTicked((before) => new Set([...[...before].filter((code) => !codes.includes(code)), ...codes.filter(on)]));
  return (
    <div ref={text} className="hotspots-text">
      <Part id="real" title="Which concentrations are real">
        <div className="hotspots-first">
          <div>
            <dl className="hotspots-key">
              {keySentences(answer, rows).map(({ title, text: words }) => <div key={title}><dt>{title}</dt><dd>{words}</dd></div>)}
            </dl>
            <Notes answer={answer} />
          </div>
          {canDraw(pack) && <Picture pack={pack} answer={answer} rows={rows} shown={shown} onSelect={onSelect} onMap={(measure) => onMap(measure, null)} />}
        </div>
        <EvidenceTable
          answer={answer} rows={rows} ticked={ticked} shown={shown.map(({ code }) => code)} onExport={() => downloadEvidence({ pack, entry, answer, rows })}
          onTick={(code) => tick([code], () => !ticked.has(code))} onTickAll={(codes, on) => tick(codes, () => on)} onShow={onSelect} onMap={(code) => onMap('gi-star', code)}
        />
      </Part>
      <Part id="concentration" title="Concentration"><Concentration answer={answer} unit={unit} width={width} /></Part>
      <Part id="time" title="Time"><TimeSection answer={answer} rows={rows} shown={shown} unit={unit} width={width} /></Part>
      <Part id="change" title="Change"><ChangeSection pack={pack} entry={entry} answer={answer} rows={rows} shown={shown} width={width} onSelect={onSelect} onMap={() => onMap('change', null)} /></Part>
      <Part id="units" title="Units"><UnitsSection pack={pack} answer={answer} unit={unit} /></Part>
      <Part id="backtest" title="Back-test: would it have worked?"><Backtest pack={pack} entry={entry} width={width} unit={unit} /></Part>
      <Part id="lists" title="Hotspot lists"><Lists pack={pack} entry={entry} answer={answer} rows={rows} ticked={ticked} /></Part>
    </div>
  );
}

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return <section className="hotspots-part" aria-labelledby={`hotspots-${id}`}><h2 id={`hotspots-${id}`}>{title}</h2>{children}</section>;
}

function Notes({ answer }: { readonly answer: HotspotAnswer }) {
  return (
    <ul className="hotspots-notes small muted">
      <li>Method: {methodWords(answer.request.settings, answer.permutations)}.</li>
      {answer.notes.map((note) => <li key={note}>{note}</li>)}
    </ul>
  );
}
