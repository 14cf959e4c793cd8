import type { ReactNode } from 'react';

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}

/** One of the steps that lead to a plan. */
export function Step({ number, title, children }: StepProps) {
  const id = `patrol-step-${number}`;
  return (
    <section className="patrol-step" aria-labelledby={id}>
      <h2 id={id}><span className="patrol-number" aria-hidden="true">{number}</span>{title}</h2>
      {children}
    </section>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
  readonly hidden?: boolean;
}

/** A whole number within bounds; what lies outside them is not taken. */
export function NumberField({ label, value, least, most, onChange, hidden = false }: NumberProps) {
  return (
    <label className="patrol-field">
      <span className={hidden ? 'visually-hidden' : 'field-label'}>{label}</span>
      <input
        className="text-input" type="number" inputMode="numeric" min={least} max={most} step={1} value={value}
        onChange={({ target }) => { const next = Number(target.value); if (target.value !== '' && Number.isInteger(next) && next >= least && next <= most) onChange(next); }}
      />
    </label>
  );
}
