import type { Confidence } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { useAtlas } from '../../store/react.ts';
import { Button } from '../../ui/Button.tsx';
import { formatMonthText } from '../../ui/formats.ts';
import { Select } from '../../ui/Select.tsx';
import { monthShown, monthsHeld, withEnd } from './period.ts';

const LEVELS: readonly { readonly id: string; readonly title: string; readonly detail?: string; readonly level: Confidence }[] = [
  { id: '95', title: '95%', detail: 'Of areas that do not differ, one in twenty reads higher or lower by chance', level: 95 },
  { id: '99.8', title: '99.8%', detail: 'One in 500 by chance', level: 99.8 },
  { id: 'fdr', title: '95%, FDR', detail: 'Of the areas marked, 5% are expected to be marked wrongly', level: 'fdr' },
];

/** What the assessment is made for: its months and its confidence, the same as on the map. */
export function Controls({ pack }: { readonly pack: OpenedPack }) {
  const period = useAtlas((state) => state.view.selection.period);
  const confidence = useAtlas((state) => state.view.confidence);
  const setSelection = useAtlas((state) => state.setSelection);
  const setConfidence = useAtlas((state) => state.setConfidence);
  const held = monthsHeld(pack.manifest.dataSets);
  const options = held.map((month) => ({ id: month, title: formatMonthText(month) }));
  const choose = (end: 'from' | 'to') => (month: string) => setSelection({ period: withEnd(period, held, end, month) });
  // The false discovery rate is set on the map; here it is offered only where it was.
  const levels = LEVELS.filter(({ level }) => level !== 'fdr' || confidence === 'fdr');
  return (
    <fieldset className="assessment-controls" aria-label="What the assessment is made for">
      <Select label="From" labelHidden={false} options={options} chosen={monthShown(held, period?.from, held[0])} onChange={choose('from')} />
      <Select label="To" labelHidden={false} options={options} chosen={monthShown(held, period?.to, held.at(-1))} onChange={choose('to')} />
      <Select label="Confidence" labelHidden={false} options={levels} chosen={String(confidence)} onChange={(id) => setConfidence(LEVELS.find((level) => level.id === id)?.level ?? 95)} />
      {period === null
        ? <p className="assessment-own small muted">Every source answers for its own whole period.</p>
        : <Button variant="link" className="assessment-own" onPress={() => setSelection({ period: null })}>Use each source’s whole period</Button>}
    </fieldset>
  );
}
