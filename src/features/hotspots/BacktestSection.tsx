import { IntervalsFigure } from '../../charts/figures/IntervalsFigure.tsx';
import type { BacktestAnswer, MethodResult } from '../../model/backtest.ts';
import type { Problem } from '../../model/pack.ts';
import { formatPeriod, NOT_GIVEN, plural } from '../../ui/formats.ts';
import { ProblemNotice } from '../../ui/Notice.tsx';
import { Term } from '../../ui/Term.tsx';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { bestByHarmWords, bestWords, captureWords, indexWords, leaningWords } from './backtestWords.ts';
import { TestProgress } from './TestProgress.tsx';

interface BacktestProps {
  /** The last answer; null before there is one. */
  readonly backtest: BacktestAnswer | null;
  readonly problem: Problem | null;
  /** True while the answer is of other settings or another filter. */
  readonly old: boolean;
  readonly unit: string;
  readonly width: number;
  readonly onRetry: () => void;
}

/** Which way of picking places would have held most of the next period's events. */
export function BacktestSection({ backtest, problem, old, unit, width, onRetry }: BacktestProps) {
  return (
    <>
      {problem !== null && <ProblemNotice problem={problem} onRetry={onRetry} />}
      {problem === null && (backtest === null || old) && <TestProgress of="backtest" />}
      {backtest !== null && (
        <div className="hotspots-backtest" aria-busy={old}>
          {[bestWords(backtest), bestByHarmWords(backtest), leaningWords(backtest)].map((words) => words !== null && <p key={words} className="hotspots-finding">{words}</p>)}
          <MethodTable backtest={backtest} unit={unit} />
          {backtest.periods.length > 0 && <CaptureFigure backtest={backtest} unit={unit} width={width} />}
          <ul className="hotspots-notes small muted">{backtest.notes.map((note) => <li key={note}>{note}</li>)}</ul>
        </div>
      )}
    </>
  );
}

function MethodTable({ backtest, unit }: { readonly backtest: BacktestAnswer; readonly unit: string }) {
  const { methods, periods, best, harm } = backtest;
  const weighed = harm.problem === null;
  const [first, last] = [periods[0], periods.at(-1)];
  return (
    <ScrollBox className="hotspots-scroll" label="Ways to pick places">
      <table className="hotspots-table">
        <caption>
          {first === undefined || last === undefined ? 'No test period' : `${plural(periods.length, 'test period', 'test periods')}, ${formatPeriod(first.test.from, last.test.to)}; means with 95% intervals`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Way of picking</th><th scope="col">{unit[0]?.toUpperCase()}{unit.slice(1)} captured</th>
            <th scope="col"><Term term="PAI" /></th><th scope="col"><Term term="PEI" /></th>
            {weighed && <th scope="col"><Term term="Harm">Harm captured</Term></th>}
          </tr>
        </thead>
        <tbody>
          {methods.map((result) => (
            <tr key={result.method}>
              <th scope="row">
                {result.title}
                {result.method === best?.method && <Most of="" clear={best.clear} />}
                {weighed && result.method === harm.best?.method && <Most of=" harm" clear={harm.best.clear} />}
              </th>
              {result.problem === null ? <Figures result={result} weighed={weighed} /> : <td colSpan={weighed ? 4 : 3} className="muted">{result.problem}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Most({ of, clear }: { readonly of: string; readonly clear: boolean }) {
  return <span className="hotspots-under">captured most{of}{clear ? '' : ', perhaps by chance'}</span>;
}

function Figures({ result: { capture, pai, pei, harm }, weighed }: { readonly result: MethodResult; readonly weighed: boolean }) {
  return (
    <>
      <td className="hotspots-figure">{captureWords(capture)}</td><td className="hotspots-figure">{indexWords(pai)}</td><td className="hotspots-figure">{indexWords(pei)}</td>
      {weighed && (
        <td className="hotspots-figure">
          {harm === null ? NOT_GIVEN : <>{captureWords(harm.capture)}<span className="hotspots-under">PAI {indexWords(harm.pai)}, PEI {indexWords(harm.pei)}</span></>}
        </td>
      )}
    </>
  );
}

function CaptureFigure({ backtest, unit, width }: { readonly backtest: BacktestAnswer; readonly unit: string; readonly width: number }) {
  const tried = backtest.methods.filter(({ problem, method }) => problem === null && method !== 'random');
  const random = backtest.methods.find(({ method, problem }) => method === 'random' && problem === null);
  return (
    <div className="hotspots-drawing">
      <IntervalsFigure
        basics={{ id: 'hotspots-backtest', title: `Share of the next period’s ${unit} captured`, finding: bestWords(backtest), width, caption: null }}
        drawing={{
          kind: 'intervals', categories: tried.map(({ title }) => title), values: tried.map(({ capture }) => capture.value), lower: tried.map(({ capture }) => capture.lower), upper: tried.map(({ capture }) => capture.upper),
          benchmark: random === undefined ? null : { title: 'Drawn at random', value: random.capture.value }, unit: 'share',
        }}
      />
    </div>
  );
}
