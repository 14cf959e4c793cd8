import { type KeyboardEvent, memo } from 'react';
import { TESTED_WHY_TITLES } from '../../model/hotspots.ts';
import { formatCount } from '../../ui/formats.ts';
import { ClassTag } from './ClassTag.tsx';
import type { EvidenceRow } from './evidence.ts';
import { pWords, ratioLimitsWords, ratioWords, signed } from './numbers.ts';
import { changeLook, EMERGING, emergingTitle, giLook, moranTitle } from './titles.ts';

export interface RowActions {
  readonly onTick: (code: string) => void;
  /** Shows or hides the area's time. */
  readonly onShow: (code: string) => void;
  readonly onMap: (code: string) => void;
}

interface RowProps extends RowActions {
  readonly row: EvidenceRow;
  readonly step: string;
  readonly ticked: boolean;
  readonly shown: boolean;
  /** Its controls are the table's stop for the Tab key. */
  readonly tabStop: boolean;
  readonly onFocus: (code: string) => void;
}

/** One area. Up and down move between rows in the same column of controls; Tab goes through those of one row only. */
export const EvidenceTableRow = memo(function EvidenceTableRow({ row, step, ticked, shown, tabStop, onFocus, onTick, onShow, onMap }: RowProps) {
  const { code, name, ward, why } = row;
  const tabIndex = tabStop ? 0 : -1;
  return (
    <tr data-area={code} className={ticked ? 'is-ticked' : undefined} onFocus={() => onFocus(code)} onKeyDown={moveBetweenRows}>
      <td><input type="checkbox" tabIndex={tabIndex} className="hotspots-tick" aria-label={`Tick ${name}`} checked={ticked} onChange={() => onTick(code)} /></td>
      <th scope="row">
        <button type="button" tabIndex={tabIndex} className="hotspots-name" aria-pressed={shown} title={`Show the ${step}s of ${name} under Time`} onClick={() => onShow(code)}>{name}</button>
        <span className="hotspots-under">{ward}</span>
      </th>
      <td className="hotspots-figure">{formatCount(row.count)}</td>
      {why === 0 ? <Tested row={row} /> : <td colSpan={6} className="muted">{TESTED_WHY_TITLES[why] ?? 'Not tested'}</td>}
      <td className="no-print"><button type="button" tabIndex={tabIndex} className="hotspots-link" aria-label={`Show ${name} on the map`} onClick={() => onMap(code)}>Show</button></td>
    </tr>
  );
});

function Tested({ row }: { readonly row: EvidenceRow }) {
  const emerging = EMERGING[row.emergingClass];
  return (
    <>
      <td><span className="hotspots-figure">{signed(row.z, 1)}</span> <ClassTag look={giLook(row.giClass)} /><span className="hotspots-under">p {pWords(row.p)}</span></td>
      <td>{moranTitle(row.moranClass)}</td>
      <td {...(emerging === undefined ? {} : { title: `${emerging.title}: ${emerging.meaning}` })}>{emergingTitle(row.emergingClass)}</td>
      <td className="hotspots-figure">{row.classed > 0 ? `${row.higher} of ${row.classed}` : 'too few'}</td>
      <td className="hotspots-figure" title={ratioLimitsWords(row.ratio, row.ratioLower, row.ratioUpper)}>
        {Number.isFinite(row.ratio) ? ratioWords(row.ratio) : 'too few'}
        {changeLook(row.changeClass).mark !== null && <ChangeMark code={row.changeClass} />}
        <span className="hotspots-under">{Number.isFinite(row.ratioLower) && Number.isFinite(row.ratioUpper) ? `${ratioWords(row.ratioLower)} to ${ratioWords(row.ratioUpper)}` : ''}</span>
      </td>
      <td className="hotspots-figure">{row.unitsTested > 0 ? <>{row.survives} of {row.unitsTested}<span className="hotspots-under">{row.unitsTested === 1 ? 'unit' : 'units'}</span></> : '–'}</td>
    </>
  );
}

function ChangeMark({ code }: { readonly code: number }) {
  const look = changeLook(code);
  return <> <span className={`badge ${look.style} hotspots-mark`}><span aria-hidden="true">{look.mark}</span><span className="visually-hidden">{look.title}</span></span></>;
}

const CONTROLS = ['hotspots-tick', 'hotspots-name', 'hotspots-link'] as const;

/** The same control of the row above or below. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableRowElement>): void {
  const { currentTarget: row, key, target } = event;
  const control = CONTROLS.find((name) => target instanceof Element && target.classList.contains(name));
  const other = key === 'ArrowDown' ? row.nextElementSibling : key === 'ArrowUp' ? row.previousElementSibling : null;
  const next = control === undefined ? null : other?.querySelector<HTMLElement>(`.${control}`);
  if (next === null || next === undefined) return;
  event.preventDefault();
  next.focus();
}
