import type { ComponentPropsWithRef } from 'react';
import { Icon } from './Icon.tsx';
import { buttonClass, type ButtonLook } from './buttonClass.ts';

export interface ButtonProps extends ButtonLook, Omit<ComponentPropsWithRef<'button'>, 'className' | 'disabled' | 'onClick' | 'style'> {
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
}

/**
 * A button. With an icon alone it needs an `aria-label`. The browser's own, so that the shell and the first map need
 * nothing of React Aria's code; what opens a popover is a PopoverButton.
 */
export function Button({ variant, icon, children, className, onPress, isDisabled = false, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest} type={type} className={buttonClass({ variant, icon, className }, children)} disabled={isDisabled} data-disabled={isDisabled || undefined}
      onClick={({ currentTarget }) => {
        // Safari leaves the focus where it was; what opens and closes here hands it back to what was pressed.
        if (!currentTarget.contains(document.activeElement)) currentTarget.focus();
        onPress?.();
      }}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}
