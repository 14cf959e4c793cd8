import { LinesFigure } from '../../charts/figures/LinesFigure.tsx';
import type { HotspotAnswer } from '../../model/hotspots.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { formatCount, plural } from '../../ui/formats.ts';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import type { EvidenceRow } from './evidence.ts';
import { marksKey, runAt, runWords, STATE_WORDS, stretchesOf } from './runWords.ts';
import { medianOf, seriesOf, statesOf, stepNames } from './series.ts';
import { EMERGING, EMERGING_RANK, stepTitle } from './titles.ts';
import { timeWords } from './words.ts';

interface TimeProps {
  readonly answer: HotspotAnswer;
  readonly rows: readonly EvidenceRow[];
  /** The areas whose time is drawn. */
  readonly shown: readonly EvidenceRow[];
  readonly unit: string;
  readonly width: number;
}

/** Categories over the whole county, and the run of the areas chosen. */
export function TimeSection({ answer, rows, shown, unit, width }: TimeProps) {
  const many = stepTitle(answer.request.settings, true);
  const counted = EMERGING_RANK.map((code) => ({ code, areas: rows.filter(({ emergingClass }) => emergingClass === code).length })).filter(({ areas }) => areas > 0);
  return (
    <>
      {counted.length === 0
        ? <p className="hotspots-finding">No area has a category: emerging hot spots need at least 10 whole {many}, and there are {answer.steps.length}. Choose a longer period in Explore{answer.request.settings.stepMonths === 3 ? ', or months as steps' : ''}.</p>
        : <ul className="hotspots-categories">{counted.map(({ code, areas }) => <li key={code}><span className="strong">{EMERGING[code]?.title}</span> {plural(areas, 'area', 'areas')}: <span className="muted">{EMERGING[code]?.meaning}</span></li>)}</ul>}
      <p className="small muted">Gi* is tested anew in each of {answer.steps.length} {many}; the category follows from when an area was hot and whether it grows hotter (Mann-Kendall, without continuity correction). Press areas’ names in the table above to see theirs{shown.length > 0 ? '' : '; none is chosen now'}.</p>
      {answer.steps.length > 1 && shown.map((row) => <AreaTime key={row.code} answer={answer} row={row} unit={unit} width={width} />)}
    </>
  );
}

function AreaTime({ answer, row, unit, width }: Omit<TimeProps, 'rows' | 'shown'> & { readonly row: EvidenceRow }) {
  const values = seriesOf(answer, row.area);
  const names = stepNames(answer);
  const run = answer.runs[row.area] ?? null;
  const median = run?.median ?? medianOf(values);
  const withheld = values.filter((value) => Number.isNaN(value)).length;
  const text = timeWords(row, answer);
  const step = stepTitle(answer.request.settings, false);
  const runs = runWords(run, names, step);
  const states = statesOf(answer, row.area);
  const key = marksKey(states);
  return (
    <section className="hotspots-area" aria-label={`${row.name} over time`}>
      <h3>{row.name} <span className="muted">{row.ward}</span></h3>
      <p>{text}{withheld > 0 && ` The counts of ${plural(withheld, step, `${step}s`)} are withheld.`}</p>
      <p>{runs}</p>
      {Number.isFinite(median) && (
        <div className="hotspots-drawing">
          <LinesFigure
            basics={{ id: `hotspots-time-${row.code}`, title: `${row.name}: ${unit} by ${step}`, finding: `${text} ${runs}`, width, caption: null }}
            drawing={{ kind: 'lines', categories: names, series: [{ title: unit, values }, { title: `median ${median}`, values: values.map(() => median) }], unit }}
            marks={{ points: states.map((state) => (state === 'hot' ? 'up' : state === 'cold' ? 'down' : null)), stretches: stretchesOf(run) }}
          />
        </div>
      )}
      {key !== null && <p className="small muted">{key}</p>}
      <Disclosure title={`Counts by ${step} as a table`}>
        <ScrollBox className="hotspots-scroll" label={`${row.name} by ${step}`}>
          <table className="hotspots-table">
            <caption className="visually-hidden">{row.name} by {step}</caption>
            <thead><tr><th scope="col">{step === 'month' ? 'Month' : 'Quarter'}</th><th scope="col">Count</th><th scope="col">Gi*</th><th scope="col">Run chart</th></tr></thead>
            <tbody>
              {names.map((name, at) => (
                <tr key={name}>
                  <th scope="row">{name}</th><td className="hotspots-figure">{Number.isNaN(values[at]) ? 'withheld' : formatCount(values[at] ?? Number.NaN)}</td>
                  <td>{STATE_WORDS[states[at] ?? 'notTested']}</td><td>{runAt(run, at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </Disclosure>
    </section>
  );
}
