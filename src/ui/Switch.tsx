import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';

interface SwitchProps {
  readonly selected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly children: ReactNode;
  readonly disabled?: boolean;
}

/** On or off, at once. */
export function Switch({ selected, onChange, children, disabled = false }: SwitchProps) {
  return (
    <AriaSwitch className="switch" isSelected={selected} onChange={onChange} isDisabled={disabled}>
      <span className="switch-track" aria-hidden="true"><span className="switch-thumb" /></span>
      <span className="switch-words">{children}</span>
    </AriaSwitch>
  );
}
