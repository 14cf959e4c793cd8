import type { BacktestSettings } from '../../model/backtest.ts';
import { Select } from '../../ui/Select.tsx';
import { HarmWeightFields } from './HarmWeightFields.tsx';
import { NumberField } from './NumberField.tsx';
import { HIGHEST_SEED, Neighbours } from './Settings.tsx';

interface ControlsProps {
  readonly settings: BacktestSettings;
  /** Most areas that can be picked. */
  readonly areas: number;
  /** Ids of the subgroups whose events can be weighted; empty where none can. */
  readonly weighted: readonly string[];
  readonly onChange: (patch: Partial<BacktestSettings>) => void;
}

const PICKS = [{ id: 'areas', title: 'Number of areas' }, { id: 'surface', title: 'Share of the surface' }] as const;
const FIRST_AREAS = 20;
const FIRST_SHARE = 0.05;

/** How many places are picked, from how many months, and for how many they are judged. */
export function BacktestControls({ settings: { pick, trainMonths, testMonths, neighbours, harmWeights, seed }, areas, weighted, onChange }: ControlsProps) {
  return (
    <>
      <fieldset className="hotspots-settings no-print" aria-label="How ways of picking are tested">
        <Select
          label="Pick" labelHidden={false} options={PICKS} chosen={pick.kind}
          onChange={(kind) => { if (kind !== pick.kind) onChange({ pick: kind === 'areas' ? { kind, areas: Math.min(FIRST_AREAS, areas) } : { kind, share: FIRST_SHARE } }); }}
        />
        {pick.kind === 'areas'
          ? <NumberField label="Areas" value={pick.areas} from={1} to={Math.min(areas, 10_000)} onChange={(count) => onChange({ pick: { kind: 'areas', areas: count } })} />
          : <NumberField label="Per cent of the surface" value={Number((100 * pick.share).toFixed(4))} from={0.01} to={99} decimals onChange={(percent) => onChange({ pick: { kind: 'surface', share: percent / 100 } })} />}
        <NumberField label="Training months" value={trainMonths} from={1} to={120} onChange={(months) => onChange({ trainMonths: months })} />
        <NumberField label="Test months" value={testMonths} from={1} to={60} onChange={(months) => onChange({ testMonths: months })} />
        <Neighbours rule={neighbours} onChange={(rule) => onChange({ neighbours: rule })} />
        <NumberField label="Seed" value={seed} from={0} to={HIGHEST_SEED} onChange={(next) => onChange({ seed: next })} />
      </fieldset>
      {weighted.length > 0 && <HarmWeightFields weights={harmWeights} weighted={weighted} onChange={(weights) => onChange({ harmWeights: weights })} />}
    </>
  );
}
