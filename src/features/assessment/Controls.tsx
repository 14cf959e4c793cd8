import type { Confidence } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { useAtlas } from '../../store/react.ts';
import { Button } from '../../ui/Button.tsx';
import { formatMonthText } from '../../ui/formats.ts';
import { Select } from '../../ui/Select.tsx';
import { monthShown, monthsHeld, withEnd } from './period.ts';

const LEVELS: readonly { readonly id: string; readonly title: string; readonly detail: string; readonly level: Confidence }[] = [
  { id: '95', title: '95%', detail: 'Of areas that do not differ, one in twenty reads higher or lower by chance', level: 95 },
  { id: '99.8', title: '99.8%', detail: 'One in 500 by chance', level: 99.8 },
  { id: 'fdr', title: '95%, FDR', detail: 'Of the areas marked, at most 5% are marked wrongly on average', level: 'fdr' },
];

/** Stands among the months for no choice of any. */
const OWN = 'own';

/** What the assessment is made for: its months and its confidence, the same as on the map. */
export function Controls({ pack }: { readonly pack: OpenedPack }) {
  const period = useAtlas((state) => state.view.selection.period);
  const confidence = useAtlas((state) => state.view.confidence);
  const setSelection = useAtlas((state) => state.setSelection);
  const setConfidence = useAtlas((state) => state.setConfidence);
  const held = monthsHeld(pack.manifest.dataSets);
  const months = held.map((month) => ({ id: month, title: formatMonthText(month) }));
  const options = [{ id: OWN, title: 'Each source’s own', short: 'Source’s own' }, ...months];
  const choose = (end: 'from' | 'to') => (id: string) => setSelection({ period: id === OWN ? null : withEnd(period, held, end, id) });
  return (
    <fieldset className="assessment-controls" aria-label="What the assessment is made for">
      <Select label="From" labelHidden={false} options={options} chosen={period === null ? OWN : monthShown(held, period.from, held[0])} onChange={choose('from')} />
      <Select label="To" labelHidden={false} options={options} chosen={period === null ? OWN : monthShown(held, period.to, held.at(-1))} onChange={choose('to')} />
      <Select label="Confidence" labelHidden={false} options={LEVELS} chosen={String(confidence)} onChange={(id) => setConfidence(LEVELS.find((level) => level.id === id)?.level ?? 95)} />
      {period === null
        ? <p className="assessment-own small muted">Every source answers for its own whole period.</p>
        : <Button variant="link" className="assessment-own" onPress={() => setSelection({ period: null })}>Use each source’s whole period</Button>}
    </fieldset>
  );
}
