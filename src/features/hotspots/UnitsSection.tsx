import type { HotspotAnswer, UnitTest } from '../../model/hotspots.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { formatCount, formatNumber, formatShare, plural } from '../../ui/formats.ts';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { signed } from './numbers.ts';
import { DrawnAreas } from './DrawnAreas.tsx';

/** Longer lists are read in the file or on the map. */
const MOST_NAMED = 100;

/** The same events on other units side by side. */
export function UnitsSection({ pack, answer, unit }: { readonly pack: OpenedPack; readonly answer: HotspotAnswer; readonly unit: string }) {
  return (
    <>
      <p className="hotspots-finding">Where lines are drawn decides what looks hot. These are the same {unit}, tested on other units with the same correction: by Gi*, and drawn areas by an exact test against the rest.</p>
      <ScrollBox className="hotspots-scroll" label="Hot spots by kind of unit">
        <table className="hotspots-table">
          <caption className="visually-hidden">Hot spots by kind of unit</caption>
          <thead><tr><th scope="col">Unit</th><th scope="col">Tested</th><th scope="col">Hot</th><th scope="col">Share of the {unit} in hot ones</th></tr></thead>
          <tbody>
            {answer.units.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.title}</th>
                {one.problem === null ? <Figures test={one} /> : <td colSpan={3} className="muted">{one.problem}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {answer.units.filter(({ id, hotUnits }) => id !== 'drawn' && hotUnits.length > 0).map((one) => (
        <Disclosure key={one.id} title={`${one.title}: ${plural(one.hotUnits.length, 'hot one', 'hot ones')}`}>
          <ol className="hotspots-counts small">{one.hotUnits.slice(0, MOST_NAMED).map(({ title, count, z }, at) => <li key={`${at} ${title}`}><span className="strong">{title}</span> {formatCount(count)}, Gi* {signed(z, 1)}</li>)}</ol>
          {one.hotUnits.length > MOST_NAMED && <p className="small muted">The hottest {MOST_NAMED} of {formatNumber(one.hotUnits.length)}.</p>}
        </Disclosure>
      ))}
      <DrawnAreas pack={pack} answer={answer} unit={unit} />
    </>
  );
}

function Figures({ test }: { readonly test: UnitTest }) {
  return (
    <>
      <td className="hotspots-figure">{formatNumber(test.units)}</td>
      <td className="hotspots-figure">{formatNumber(test.hot)}</td>
      <td className="hotspots-figure">{formatShare(test.share)}</td>
    </>
  );
}
