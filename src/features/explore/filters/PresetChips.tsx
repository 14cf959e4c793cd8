import { memo } from 'react';
import { type Preset, PRESETS, presetIsOn, presetOff, presetPressed, presetProblem } from '../../../selection/presets.ts';
import { useAtlas } from '../../../store/react.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import type { Scene } from '../scene.ts';

/** Named choices that one press makes: of times, or of people and circumstances. What those that are on mean stands under them. */
export function PresetChips({ scene: { entry, applied }, ...rest }: { readonly scene: Scene; readonly group: Preset['group']; readonly label: string }) {
  return <Presets entry={entry} applied={applied} {...rest} />;
}

interface PresetsProps extends Pick<Scene, 'entry' | 'applied'> {
  readonly group: Preset['group'];
  readonly label: string;
}

/** Not drawn again for new figures. */
const Presets = memo(function Presets({ entry, applied, group, label }: PresetsProps) {
  const setSelection = useAtlas((state) => state.setSelection);
  const presets = PRESETS.filter((preset) => preset.group === group);
  const press = (preset: Preset, on: boolean) => setSelection(on ? presetPressed(preset, applied, entry) : presetOff(preset, entry));
  const on = presets.filter((preset) => presetIsOn(preset, applied, entry));
  return (
    <>
      <fieldset className="chips chips-small" aria-label={label}>
        {presets.map((preset) => (
          <Chip
            key={preset.id} selected={on.includes(preset)} onChange={(selected) => press(preset, selected)}
            disabled={presetProblem(preset, entry) !== null} label={`${preset.title}: ${preset.detail}`}
          >
            {preset.title}
          </Chip>
        ))}
      </fieldset>
      {group === 'people' && on.map(({ id, title, detail }) => (
        <Disclosure key={id} className="small" title={<>What it counts<span className="unseen">: {title}</span></>}><p className="muted">{detail}</p></Disclosure>
      ))}
    </>
  );
});
