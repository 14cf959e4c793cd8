import type { ComparedPeriods as Compared, HotspotAnswer } from '../../model/hotspots.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import { useAtlas } from '../../store/react.ts';
import { Button } from '../../ui/Button.tsx';
import { formatMonthText } from '../../ui/formats.ts';
import { Select } from '../../ui/Select.tsx';

/** Which periods change compares; every choice stands in the address. Months that would make them overlap are not offered. */
export function ComparedPeriods({ entry: { months }, answer }: { readonly entry: DataSetEntry; readonly answer: HotspotAnswer }) {
  const asked = useAtlas((state) => state.view.hotspots.compared);
  const setSettings = useAtlas((state) => state.setHotspotSettings);
  const compared: Compared | null = asked ?? answer.change;
  if (compared === null) return null;
  const { before, after } = compared;
  const options = (kept: (month: string) => boolean) => months.filter(kept).map((id) => ({ id, title: formatMonthText(id) }));
  const change = (patch: Partial<Compared>) => setSettings({ compared: { before, after, ...patch } });
  return (
    <fieldset className="hotspots-settings" aria-label="Periods compared">
      <Select label="Earlier, from" labelHidden={false} options={options((month) => month < after.from)} chosen={before.from} onChange={(from) => change({ before: { from, to: before.to < from ? from : before.to } })} />
      <Select label="Earlier, to" labelHidden={false} options={options((month) => month >= before.from && month < after.from)} chosen={before.to} onChange={(to) => change({ before: { ...before, to } })} />
      <Select label="Later, from" labelHidden={false} options={options((month) => month > before.to)} chosen={after.from} onChange={(from) => change({ after: { from, to: after.to < from ? from : after.to } })} />
      <Select label="Later, to" labelHidden={false} options={options((month) => month >= after.from)} chosen={after.to} onChange={(to) => change({ after: { ...after, to } })} />
      {asked !== null && <Button variant="link" onPress={() => setSettings({ compared: null })}>Compare the last 12 months with the 12 before</Button>}
    </fieldset>
  );
}
