import { type ReactNode, useId, useState } from 'react';
import { Icon } from './Icon.tsx';

interface DisclosureProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly openAtFirst?: boolean;
  readonly className?: string;
}

/** Words that open to more. */
export function Disclosure({ title, children, openAtFirst = false, className = '' }: DisclosureProps) {
  const [open, setOpen] = useState(openAtFirst);
  const panel = useId();
  return (
    <div className={`disclosure ${className}`} data-expanded={open || undefined}>
      <button type="button" className="disclosure-button" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
        <Icon name="chevron-right" size={14} />
        <span>{title}</span>
      </button>
      <div className="disclosure-panel" id={panel} hidden={!open}>{children}</div>
    </div>
  );
}
