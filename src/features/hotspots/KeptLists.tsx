import { type ChangeEvent, useId, useState } from 'react';
import type { StoredHotspotList } from '../../model/hotspotLists.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatNumber, formatPeriod } from '../../ui/formats.ts';
import { ScrollBox } from '../../ui/ScrollBox.tsx';

interface KeptListsProps {
  readonly lists: readonly StoredHotspotList[];
  readonly onPlan: (list: StoredHotspotList) => void;
  readonly onDownload: (list: StoredHotspotList) => void;
  readonly onRemove: (name: string) => void;
  /** Why a file was refused; null where its list is kept. */
  readonly onFile: (text: string) => string | null;
}

/** The lists this browser keeps, and a way in for one from a file. */
export function KeptLists({ lists, onPlan, onDownload, onRemove, onFile }: KeptListsProps) {
  return (
    <>
      {lists.length === 0 ? <p className="muted">No list is kept in this browser yet.</p> : (
        <ScrollBox className="hotspots-scroll" label="Hotspot lists kept in this browser">
          <table className="hotspots-table">
            <caption>Kept in this browser</caption>
            <thead><tr><th scope="col">Name</th><th scope="col">Areas</th><th scope="col">How they were chosen</th><th scope="col">Months</th><th scope="col" className="no-print">Use</th></tr></thead>
            <tbody>
              {lists.map((list) => (
                <tr key={list.name}>
                  <th scope="row">{list.name}<span className="hotspots-under">version {list.version}, {new Date(list.made).toLocaleDateString('en-GB')}</span>{list.demonstration && <Badge tone="warning">Demonstration data</Badge>}</th>
                  <td className="hotspots-figure">{formatNumber(list.areas.length)}</td>
                  <td className="hotspots-method small">{list.method}<span className="hotspots-under">{list.filter.description}</span></td>
                  <td>{formatPeriod(list.period.from, list.period.to)}</td>
                  <td className="no-print">
                    <span className="hotspots-actions">
                      <Button variant="link" aria-label={`Plan patrols for ${list.name}`} onPress={() => onPlan(list)}>Plan patrols</Button>
                      <Button variant="link" aria-label={`Download ${list.name}`} onPress={() => onDownload(list)}>Download</Button>
                      <Button variant="link" aria-label={`Remove ${list.name}`} onPress={() => onRemove(list.name)}>Remove</Button>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <ListFile onFile={onFile} />
    </>
  );
}

function ListFile({ onFile }: Pick<KeptListsProps, 'onFile'>) {
  const id = useId();
  const [words, setWords] = useState<{ readonly refused: boolean; readonly text: string } | null>(null);
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file === undefined) return;
    // The same words once more are said again.
    setWords(null);
    const refusal = await file.text().then(onFile, () => 'This file could not be read from the disk. Nothing was changed.');
    setWords({ refused: refusal !== null, text: refusal ?? `The list of ${file.name} is kept.` });
    // So that the same file can be chosen again once it is mended.
    target.value = '';
  };
  return (
    <div className="hotspots-file no-print">
      <label className="field-label" htmlFor={id}>Load a hotspot list from a file</label>
      <input id={id} type="file" accept=".json,application/json" onChange={(event) => void read(event)} {...(words === null ? {} : { 'aria-describedby': `${id}-words` })} />
      {words !== null && <p id={`${id}-words`} className={words.refused ? 'field-problem' : 'small muted'} role={words.refused ? 'alert' : 'status'}>{words.text}</p>}
    </div>
  );
}
