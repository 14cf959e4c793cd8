import { useId } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with it, in words; null where nothing is or it has not been tried. */
  readonly problem?: string | null;
  /** Small print under it. */
  readonly hint?: string;
  readonly placeholder?: string;
  /** Which keyboard a phone offers. */
  readonly inputMode?: 'text' | 'decimal';
  readonly maxLength?: number;
  /** By which its form finds it. */
  readonly name?: string;
}

/** A line of text with its label above it and what is wrong below, read out when it appears. */
export function TextField({ label, value, onChange, problem = null, hint, placeholder, inputMode = 'text', maxLength, name }: TextFieldProps) {
  const id = useId();
  const words = problem ?? hint;
  return (
    <div className="text-field">
      <label className="field-label" htmlFor={id}>{label}</label>
      <input
        id={id} name={name} className="text-input" type="text" autoComplete="off" inputMode={inputMode} placeholder={placeholder} maxLength={maxLength} value={value}
        aria-invalid={problem !== null} {...(words === undefined ? {} : { 'aria-describedby': `${id}-words` })} onChange={({ target }) => onChange(target.value)}
      />
      {words !== undefined && <p id={`${id}-words`} {...(problem === null ? { className: 'field-hint' } : { className: 'field-problem', role: 'alert' })}>{words}</p>}
    </div>
  );
}
