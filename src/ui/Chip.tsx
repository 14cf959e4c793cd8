import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { focusNeighbour } from './focus.ts';
import { Icon } from './Icon.tsx';

interface ChipProps {
  readonly selected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly children: ReactNode;
  /** Figure after the words, already formatted. */
  readonly count?: string;
  readonly disabled?: boolean;
  readonly label?: string;
}

/** A choice that is on or off; on is shown by a tick and weight as well as by colour. */
export function Chip({ selected, onChange, children, count, disabled = false, label }: ChipProps) {
  return (
    <ToggleButton className="chip" isSelected={selected} onChange={onChange} isDisabled={disabled} {...(label === undefined ? {} : { 'aria-label': label })}>
      {selected && <Icon name="check" size={14} />}
      <span>{children}</span>
      {count !== undefined && <span className="chip-count">{count}</span>}
    </ToggleButton>
  );
}

/** A chosen value that can be taken away again; the focus goes to its neighbour (see focus.ts). */
export function RemovableChip({ children, onRemove, label }: { readonly children: ReactNode; readonly onRemove: () => void; readonly label: string }) {
  return (
    <AriaButton
      className="chip chip-removable" aria-label={`Remove ${label}`}
      onPress={({ target }) => {
        focusNeighbour(target, '.chip-removable');
        onRemove();
      }}
    >
      <span>{children}</span>
      <Icon name="close" size={14} />
    </AriaButton>
  );
}
