import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { buttonClass, type ButtonLook } from './buttonClass.ts';
import { Icon } from './Icon.tsx';

interface PopoverButtonProps {
  readonly button: ButtonLook & { readonly children?: ReactNode; readonly 'aria-label'?: string; readonly id?: string };
  readonly title: string;
  /** A function receives what closes the panel. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'right top' | 'left top';
}

/** A button that opens a small panel beside it; Escape or a click elsewhere closes it. */
export function PopoverButton({ button: { variant, icon, className, children: face, ...named }, title, children, placement = 'bottom start' }: PopoverButtonProps) {
  return (
    <DialogTrigger>
      <Button {...named} className={buttonClass({ variant, icon, className }, face)}>
        {icon !== undefined && <Icon name={icon} />}
        {face}
      </Button>
      <Popover className="popover" placement={placement} offset={6}>
        <Dialog className="popover-dialog">
          {({ close }) => (
            <>
              <Heading slot="title" level={2} className="popover-title">{title}</Heading>
              {typeof children === 'function' ? children(close) : children}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
