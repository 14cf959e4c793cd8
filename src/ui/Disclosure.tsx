import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Icon } from './Icon.tsx';

interface DisclosureProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly openAtFirst?: boolean;
  readonly className?: string;
}

/** Words that open to more. */
export function Disclosure({ title, children, openAtFirst = false, className = '' }: DisclosureProps) {
  return (
    <AriaDisclosure className={`disclosure ${className}`} defaultExpanded={openAtFirst}>
      <Button slot="trigger" className="disclosure-button">
        <Icon name="chevron-right" size={14} />
        <span>{title}</span>
      </Button>
      <DisclosurePanel className="disclosure-panel">{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
