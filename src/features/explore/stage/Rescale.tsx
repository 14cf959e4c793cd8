import { useState } from 'react';
import type { Legend } from '../../../map/layers/areaPaint.ts';
import { BREAK_METHODS, type BreakMethod } from '../../../model/measures.ts';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';

/** The closed control is narrower than its list. */
const SHORT: Readonly<Record<BreakMethod, string>> = { quantile: 'Equal numbers', 'fisher-jenks': 'Natural breaks', pretty: 'Round numbers' };
const METHODS = BREAK_METHODS.map((method) => ({ ...method, short: SHORT[method.id] }));

/** Colours stay what they are while filtering; this makes them anew from what is on screen, by a method of the reader's choice. */
export function Rescale({ legend, onRescale }: { readonly legend: Legend; readonly onRescale: (method: BreakMethod) => void }) {
  const used = useAtlas((state) => state.breakMethod);
  const [method, setMethod] = useState<BreakMethod>(used);
  return (
    <div className="legend-rescale small">
      <p className="muted">{classesWords(legend)}</p>
      <div className="legend-rescale-row">
        <Select<BreakMethod> label="Classes by" options={METHODS} chosen={method} onChange={setMethod} />
        <Button className="small" onPress={() => onRescale(method)}>Rescale</Button>
      </div>
    </div>
  );
}

/** Fixed classes keep colours comparable from filter to filter, until a filter is too narrow for them. */
function classesWords({ items }: Legend): string {
  const used = items.filter(({ kind, count }) => kind === 'class' && count > 0).length;
  if (used === 0) return 'No area falls in these classes; Rescale may help.';
  return used === 1 ? 'All areas fall in one class; Rescale may help.' : 'Colours stay fixed while you filter, until you rescale.';
}
