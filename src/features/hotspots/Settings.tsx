import { type Correction, type HotspotSettings, type NeighbourRule, TESTED_VALUES } from '../../model/hotspots.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import { unavailable } from '../../selection/availability.ts';
import { Select } from '../../ui/Select.tsx';
import { NumberField } from './NumberField.tsx';

/** Seeds are 32-bit. */
export const HIGHEST_SEED = 4_294_967_295;

const RULES: readonly { readonly id: NeighbourRule['kind']; readonly title: string; readonly short: string; readonly detail: string }[] = [
  { id: 'queen', title: 'Queen', short: 'Queen', detail: 'Areas that share a corner or an edge' },
  { id: 'rook', title: 'Rook', short: 'Rook', detail: 'Areas that share an edge' },
  { id: 'nearest', title: 'Nearest', short: 'Nearest', detail: 'The same number of nearest areas for each' },
  { id: 'distance', title: 'Within a distance', short: 'Within metres', detail: 'All areas whose inside points lie within so many metres' },
];

const CORRECTIONS: readonly { readonly id: Correction; readonly title: string; readonly short: string; readonly detail: string }[] = [
  { id: 'fdr', title: 'False discovery rate 5%', short: 'FDR 5%', detail: 'Of the areas marked, at most 5% are marked wrongly on average' },
  { id: 'none', title: 'None', short: 'None', detail: 'Each area by itself: one in twenty is marked by chance' },
];

const STEPS = [{ id: '3', title: 'Quarters' }, { id: '1', title: 'Months' }] as const;

interface SettingsProps {
  readonly settings: HotspotSettings;
  readonly entry: DataSetEntry;
  readonly onChange: (patch: Partial<HotspotSettings>) => void;
}

/** What is tested and how; every choice stands in the address. */
export function Settings({ settings, entry, onChange }: SettingsProps) {
  const { dsr } = unavailable(entry);
  const values = TESTED_VALUES.map((value) => (value.id === 'dsr' && dsr !== undefined ? { ...value, disabledReason: dsr } : value));
  return (
    <fieldset className="hotspots-settings" aria-label="What is tested and how">
      <Select label="Tested" labelHidden={false} options={values} chosen={settings.value} onChange={(value) => onChange({ value })} />
      <Neighbours rule={settings.neighbours} onChange={(neighbours) => onChange({ neighbours })} />
      <Select label="Correction" labelHidden={false} options={CORRECTIONS} chosen={settings.correction} onChange={(correction) => onChange({ correction })} />
      <Select label="Time steps" labelHidden={false} options={STEPS} chosen={settings.stepMonths === 1 ? '1' : '3'} onChange={(id) => onChange({ stepMonths: id === '1' ? 1 : 3 })} />
      <NumberField label="Hexagon width (m)" value={settings.hexagonMetres} from={50} to={20_000} onChange={(hexagonMetres) => onChange({ hexagonMetres })} />
      <NumberField label="Seed" value={settings.seed} from={0} to={HIGHEST_SEED} onChange={(seed) => onChange({ seed })} />
    </fieldset>
  );
}

const FIRST_K = 6;
const FIRST_METRES = 2000;

function ruleOf(kind: NeighbourRule['kind']): NeighbourRule {
  switch (kind) {
    case 'nearest': return { kind, k: FIRST_K };
    case 'distance': return { kind, metres: FIRST_METRES };
    default: return { kind };
  }
}

export function Neighbours({ rule, onChange }: { readonly rule: NeighbourRule; readonly onChange: (rule: NeighbourRule) => void }) {
  return (
    <>
      <Select label="Neighbours" labelHidden={false} options={RULES} chosen={rule.kind} onChange={(kind) => { if (kind !== rule.kind) onChange(ruleOf(kind)); }} />
      {rule.kind === 'nearest' && <NumberField label="Nearest areas" value={rule.k} from={1} to={50} onChange={(k) => onChange({ kind: 'nearest', k })} />}
      {rule.kind === 'distance' && <NumberField label="Metres" value={rule.metres} from={100} to={50_000} onChange={(metres) => onChange({ kind: 'distance', metres })} />}
    </>
  );
}

