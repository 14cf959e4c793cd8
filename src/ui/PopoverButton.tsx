import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { Button, type ButtonProps } from './Button.tsx';

interface PopoverButtonProps {
  readonly button: Pick<ButtonProps, 'variant' | 'icon' | 'children' | 'aria-label' | 'className' | 'id'>;
  readonly title: string;
  /** A function receives what closes the panel. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'right top' | 'left top';
}

/** A button that opens a small panel beside it; Escape or a click elsewhere closes it. */
export function PopoverButton({ button, title, children, placement = 'bottom start' }: PopoverButtonProps) {
  return (
    <DialogTrigger>
      <Button {...button} />
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
