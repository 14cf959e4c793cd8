import { useId } from 'react';

export interface RadioOption<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** Small print under the title. */
  readonly detail?: string | undefined;
  /** A figure at the end of the title's line, already formatted. */
  readonly figure?: string | undefined;
  /** Why it cannot be chosen; stands in place of the detail. */
  readonly disabledReason?: string | undefined;
}

interface RadioListProps<Id extends string> {
  readonly label: string;
  readonly options: readonly RadioOption<Id>[];
  readonly chosen: Id;
  readonly onChange: (id: Id) => void;
}

/** One of a few, all in sight with what they mean: native radio buttons, so that keys and assistive technology work as everywhere. */
export function RadioList<Id extends string>({ label, options, chosen, onChange }: RadioListProps<Id>) {
  const name = useId();
  return (
    <fieldset className="radios">
      <legend className="radios-label">{label}</legend>
      {options.map(({ id, title, detail, figure, disabledReason }, index) => {
        const words = disabledReason ?? detail;
        // Not by the option's id, which may hold spaces.
        const describes = `${name}-${index}`;
        return (
          <div key={id} className="radio">
            <label className="radio-row">
              <input
                type="radio" className="radio-button" name={name} value={id} checked={id === chosen} disabled={disabledReason !== undefined}
                onChange={() => onChange(id)} {...(words === undefined ? {} : { 'aria-describedby': describes })}
              />
              <span className="radio-title">{title}</span>
              {figure !== undefined && <span className="radio-figure">{figure}</span>}
            </label>
            {words !== undefined && <p id={describes} className="radio-detail">{words}</p>}
          </div>
        );
      })}
    </fieldset>
  );
}
