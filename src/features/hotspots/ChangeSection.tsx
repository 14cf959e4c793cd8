import { useState } from 'react';
import { CHANGE_CLASS, type HotspotAnswer } from '../../model/hotspots.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount, formatPeriod, plural } from '../../ui/formats.ts';
import { useOnPaper } from '../../ui/useOnPaper.ts';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { ClassTag } from './ClassTag.tsx';
import { ComparedPeriods } from './ComparedPeriods.tsx';
import type { EvidenceRow } from './evidence.ts';
import { ratioLimitsWords } from './numbers.ts';
import { canDraw, ResultMap } from './ResultMap.tsx';
import { changeLook } from './titles.ts';
import { changeWords } from './words.ts';

interface ChangeProps {
  readonly pack: OpenedPack;
  readonly entry: DataSetEntry;
  readonly answer: HotspotAnswer;
  readonly rows: readonly EvidenceRow[];
  readonly shown: readonly EvidenceRow[];
  readonly width: number;
  readonly onSelect: (code: string) => void;
  readonly onMap: () => void;
}

const FIRST = 10;

/** What rose and fell between two periods: one map and the areas, not two maps to eyeball. */
export function ChangeSection({ pack, entry, answer, rows, shown, width, onSelect, onMap }: ChangeProps) {
  const finding = changeWords(answer, rows);
  if (answer.change === null) return <><ComparedPeriods entry={entry} answer={answer} /><p className="hotspots-finding">{finding}</p></>;
  return (
    <>
      <ComparedPeriods entry={entry} answer={answer} />
      <p className="hotspots-finding">{finding} <Button variant="link" onPress={onMap}>Show the change on the map</Button></p>
      {canDraw(pack) && (
        <ResultMap
          id="hotspots-change" title="Change of the rate by area" finding={finding} legend={`${formatPeriod(answer.change.after.from, answer.change.after.to)} against ${formatPeriod(answer.change.before.from, answer.change.before.to)}`}
          measure="change" pack={pack} answer={answer} rows={rows} shown={shown} width={width} onSelect={onSelect}
        />
      )}
      <Changed title="Rose" code={CHANGE_CLASS.higher} rows={rows} />
      <Changed title="Fell" code={CHANGE_CLASS.lower} rows={rows} />
      <p className="small muted">Ratio of the later period’s rate to the earlier one’s with exact 95% limits. Ratios move most where there are few events; areas that were chosen because they were high tend to fall by themselves (regression to the mean).</p>
    </>
  );
}

interface ChangedProps {
  readonly title: string;
  readonly code: number;
  readonly rows: readonly EvidenceRow[];
}

function Changed({ title, code, rows }: ChangedProps) {
  const [most, setMost] = useState(FIRST);
  const onPaper = useOnPaper();
  const found = rows.filter(({ changeClass }) => changeClass === code).toSorted((a, b) => (code === CHANGE_CLASS.higher ? b.ratio - a.ratio : a.ratio - b.ratio));
  if (found.length === 0) return null;
  return (
    <>
      <ScrollBox className="hotspots-scroll" label={`${title} significantly`}>
        <table className="hotspots-table">
          <caption>{title} significantly: {plural(found.length, 'area', 'areas')}</caption>
          <thead><tr><th scope="col">Area</th><th scope="col">Ratio (95% limits)</th><th scope="col">Class</th><th scope="col">Count, whole period</th></tr></thead>
          <tbody>
            {(onPaper ? found : found.slice(0, most)).map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.name}<span className="hotspots-under">{row.ward}</span></th>
                <td className="hotspots-figure">{ratioLimitsWords(row.ratio, row.ratioLower, row.ratioUpper)}</td>
                <td><ClassTag look={changeLook(row.changeClass)} /></td>
                <td className="hotspots-figure">{formatCount(row.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {found.length > most && !onPaper && <Button variant="link" className="small" onPress={() => setMost(found.length)}>Show all {found.length}</Button>}
    </>
  );
}
