import { useId, useState } from 'react';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** Decimals are read only where this is set. */
  readonly decimals?: boolean;
  readonly onChange: (value: number) => void;
}

/** A number that takes effect on Enter or when the field is left; one out of range says what would do, and the value stays. */
export function NumberField({ label, value, from, to, decimals = false, onChange }: NumberFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const commit = () => {
    if (draft === null) return;
    const read = Number(draft.trim().replaceAll(',', ''));
    const fits = draft.trim() !== '' && Number.isFinite(read) && read >= from && read <= to && (decimals || Number.isInteger(read));
    if (!fits) return setProblem(`${decimals ? 'A number' : 'A whole number'} from ${from.toLocaleString('en-GB')} to ${to.toLocaleString('en-GB')}.`);
    setProblem(null);
    setDraft(null);
    if (read !== value) onChange(read);
    return undefined;
  };
  return (
    <div className="text-field hotspots-number">
      <label className="field-label" htmlFor={id}>{label}</label>
      <input
        id={id} className="text-input" type="text" inputMode="decimal" autoComplete="off" value={draft ?? String(value)} aria-invalid={problem !== null}
        {...(problem === null ? {} : { 'aria-describedby': `${id}-problem` })}
        onChange={({ target }) => setDraft(target.value)} onBlur={commit} onKeyDown={({ key }) => { if (key === 'Enter') commit(); }}
      />
      {problem !== null && <p id={`${id}-problem`} className="field-problem" role="alert">{problem}</p>}
    </div>
  );
}
