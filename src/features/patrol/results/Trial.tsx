import { useMemo, useState } from 'react';
import { compareTrial, rowsText, type TrialComparison } from '../../../patrol/trial/compare.ts';
import { designRows, drawTreatment } from '../../../patrol/trial/design.ts';
import { changePatrolDevice, type KeptTrial, PATROL_KEY, readPatrolDevice } from '../../../store/patrolDevice.ts';
import { browserStorage } from '../../../store/storage.ts';
import { Button } from '../../../ui/Button.tsx';
import { toCsv } from '../../../ui/csv.ts';
import { downloadText } from '../../../ui/download.ts';
import { Select } from '../../../ui/Select.tsx';
import { readColumns } from '../csv.ts';
import { DataTable } from '../DataTable.tsx';
import { PasteBox } from '../PasteBox.tsx';
import { NumberField } from '../steps/Step.tsx';
import { addDays, dayText, longDayText, weekdayTitle } from '../words.ts';
import { dailyCounts } from './dailyCounts.ts';
import type { ResultProps } from './Results.tsx';

const PERMUTATIONS = 9999;
const MOST_DAYS = 366;

const storage = browserStorage(PATROL_KEY);

/** Treatment and control days drawn by chance, and later what the difference was. */
export function Trial({ plan, pack }: ResultProps) {
  const { hotspots, from, seed } = plan.request;
  const [days, setDays] = useState(28);
  const [oneIn, setOneIn] = useState('2');
  const [runDays, setRunDays] = useState('1');
  const [kept, setKept] = useState(() => readPatrolDevice(storage, pack.id).trial);
  const drawn = useMemo((): KeptTrial => ({ hotspots: hotspots.map(({ id, title }) => ({ id, title })), from, days, oneIn: Number(oneIn), runDays: Number(runDays), seed }), [hotspots, from, seed, days, oneIn, runDays]);
  const keep = (trial: KeptTrial | null) => { changePatrolDevice(storage, pack.id, { trial }); setKept(trial); };
  return (
    <>
      <p>Patrol only on days drawn by chance, and the others show what happens without. Each hotspot is treated equally often on each weekday.</p>
      {kept === null ? (
        <>
          <div className="patrol-choices">
            <NumberField label={`Days of the trial (1 to ${MOST_DAYS})`} value={days} least={1} most={MOST_DAYS} onChange={setDays} />
            <Select label="Treated at a time" labelHidden={false} chosen={oneIn} onChange={setOneIn} options={[{ id: '2', title: 'Half of the hotspots' }, { id: '3', title: 'A third' }]} />
            <Select label="A draw holds for" labelHidden={false} chosen={runDays} onChange={setRunDays} options={[{ id: '1', title: 'One day' }, { id: '3', title: 'Three days in a row' }]} />
          </div>
          <p><Button onPress={() => keep(drawn)}>Keep this trial on this device</Button> <span className="small muted">The comparison needs exactly this draw: keep it before the trial begins.</span></p>
        </>
      ) : (
        <p className="strong">This device keeps a trial of {kept.hotspots.length} places, {longDayText(kept.from)} to {longDayText(addDays(kept.from, kept.days - 1))}, one in {kept.oneIn} treated, a draw for {kept.runDays === 1 ? 'a day' : `${kept.runDays} days`}, seed {kept.seed}. <Button variant="link" onPress={() => keep(null)}>Forget it</Button></p>
      )}
      <Drawn trial={kept ?? drawn} />
    </>
  );
}

/** The days of one trial, and its comparison. */
function Drawn({ trial }: { readonly trial: KeptTrial }) {
  const { hotspots, from, days, seed } = trial;
  const design = useMemo(() => drawTreatment({ ...trial, hotspots: trial.hotspots.map(({ id }) => id) }), [trial]);
  const [compared, setCompared] = useState<{ readonly design: typeof design; readonly value: TrialComparison } | null>(null);
  const titles = new Map(hotspots.map(({ id, title }) => [id, title]));
  const rows = designRows(design);
  const compare = async (text: string): Promise<string | null> => {
    const table = await readColumns(text, ['hotspot', 'date', 'count']);
    if ('problem' in table) return table.problem;
    try {
      setCompared({ design, value: compareTrial(design, dailyCounts(table.rows, hotspots), { permutations: PERMUTATIONS, seed, confidence: 0.95 }) });
      return null;
    } catch (error) {
      setCompared(null);
      return error instanceof RangeError ? error.message : 'The comparison could not be made.';
    }
  };
  const save = () => downloadText(`trial-${from}-seed-${seed}.csv`, toCsv(['Date', 'Weekday', 'Hotspot', 'Code', 'Group'], rows.flatMap(({ date, weekday, treated }) => hotspots.map(({ id, title }) => [date, weekdayTitle(weekday), title, id, treated.includes(id) ? 'treatment' : 'control']))));
  return (
    <>
      <p><Button icon="download" onPress={save}>Treatment and control days (CSV)</Button> <span className="small muted">Seed {seed}.</span></p>
      <DataTable caption={`Hotspots treated, day by day, ${days} days`} head={['Day', 'Treatment', 'Number']} numbers={[2]} rows={rows.map(({ date, treated }) => ({ key: date, cells: [dayText(date), treated.map((id) => titles.get(id)).join(', ') || '–', treated.length] }))} />
      <h3>Compare afterwards</h3>
      <PasteBox label="Counts by hotspot and day (CSV)" button="Compare" onText={compare} hint="First line: hotspot, date, count. A hotspot by its name or code, dates as 2025-03-03 or 03/03/2025. Days with nothing must be there with 0." />
      {compared !== null && compared.design === design && <Compared value={compared.value} />}
    </>
  );
}

const number = (value: number): string => (Number.isFinite(value) ? value.toFixed(3) : 'no limit');

function Compared({ value: { treatment, control, difference, ratio, p, permutations, rows } }: { readonly value: TrialComparison }) {
  return (
    <div>
      <output className="strong">
        {treatment.mean.toFixed(3)} events a hotspot and day on treatment days, {control.mean.toFixed(3)} on control days: difference {number(difference.value)} (95% interval {number(difference.lower)} to {number(difference.upper)}), p = {p.toFixed(4)}.
      </output>
      {ratio !== null && <p>Ratio {number(ratio.value)} ({number(ratio.lower)} to {number(ratio.upper)}).</p>}
      <p className="small muted">By intention to treat: every day counts as it was drawn. {permutations.toLocaleString('en-GB')} redraws of the same trial. {treatment.days} treatment days with {treatment.events} events, {control.days} control days with {control.events}. {rowsText(rows)}</p>
    </div>
  );
}
