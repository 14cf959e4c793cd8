import type { PatrolRule } from '../../../model/patrol.ts';
import { RULE_PRESETS, type RulePreset } from '../../../model/patrolRules.ts';
import { everyOf, withEvery } from '../../../selection/patrolUrl.ts';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { RadioList } from '../../../ui/RadioList.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { ruleText } from '../words.ts';
import { NumberField, Step } from './Step.tsx';

const EVERY: Readonly<Record<PatrolRule['frequency']['kind'], { readonly label: string; readonly least: number; readonly most: number }>> = {
  'every-days': { label: 'Every so many days', least: 1, most: 28 },
  'draw': { label: 'One hotspot drawn of', least: 2, most: 100 },
  'every-minutes': { label: 'At least every, minutes', least: 30, most: 1440 },
};

/** How often, how long: a preset, changed where it must be, with its evidence beside it. */
export function RuleStep() {
  const rule = useAtlas((state) => state.view.patrol.rule);
  const change = useAtlas((state) => state.setPatrol);
  const preset = RULE_PRESETS.find((one) => one.rule.id === rule.id);
  const choose = (id: string) => { const chosen = RULE_PRESETS.find((one) => one.rule.id === id); if (chosen) change({ rule: chosen.rule }); };
  const set = (next: PatrolRule) => change({ rule: next });
  const every = EVERY[rule.frequency.kind];
  const edited = preset !== undefined && JSON.stringify(preset.rule) !== JSON.stringify(rule);
  const { frequency } = rule;
  return (
    <Step number={3} title="Rule">
      <RadioList label="Rule" chosen={rule.id} onChange={choose} options={RULE_PRESETS.map((one) => ({ id: one.rule.id, title: one.rule.title, detail: `${ruleText(one.rule.id === rule.id ? rule : one.rule)}.` }))} />
      {preset !== undefined && <Disclosure key={rule.id} title={<>Evidence<span className="visually-hidden"> for {rule.title}</span></>}><Evidence preset={preset} /></Disclosure>}
      <Disclosure title={edited ? 'Change this rule (changed)' : 'Change this rule'}>
        <div className="patrol-shift-main">
          <NumberField label="Minutes of a visit" value={rule.visitMinutes} least={1} most={240} onChange={(visitMinutes) => set({ ...rule, visitMinutes })} />
          <NumberField label={every.label} value={everyOf(rule)} least={every.least} most={every.most} onChange={(value) => set(withEvery(rule, value))} />
          {frequency.kind === 'draw' && <NumberField label="Days in a row" value={frequency.runDays} least={1} most={28} onChange={(runDays) => set({ ...rule, frequency: { ...frequency, runDays } })} />}
          <NumberField label="Minutes between visits" value={rule.spacingMinutes} least={0} most={720} onChange={(spacingMinutes) => set({ ...rule, spacingMinutes })} />
          <NumberField label="Peak hours hold, % of events" value={Math.round(rule.peakShare * 100)} least={1} most={100} onChange={(percent) => set({ ...rule, peakShare: percent / 100 })} />
        </div>
        <Switch selected={rule.extraVisits} onChange={(extraVisits) => set({ ...rule, extraVisits })}>Fill the time left with further visits</Switch>
        {edited && preset !== undefined && <Button variant="link" onPress={() => set(preset.rule)}>Back to the rule as it is</Button>}
      </Disclosure>
    </Step>
  );
}

function Evidence({ preset: { evidence } }: { readonly preset: RulePreset }) {
  return (
    <div className="patrol-evidence small">
      {evidence.text.map((text) => <p key={text}>{text}</p>)}
      {evidence.source !== '' && <p>Source: {evidence.source}.</p>}
      {evidence.trials.length > 0 && (
        <ul>{evidence.trials.map(({ title, change, outcome, uncertainty, doi }) => (
          <li key={doi}><strong>{title}</strong>: {change === null ? outcome : `${change < 0 ? '−' : '+'}${Math.abs(change * 100).toFixed(1).replace(/\.0$/, '')}% ${outcome}`}. Uncertainty: {uncertainty}. doi: {doi}</li>
        ))}</ul>
      )}
    </div>
  );
}
