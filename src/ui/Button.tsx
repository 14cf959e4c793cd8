import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Icon, type IconName } from './Icon.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  /** `primary` once per screen at most; `link` reads as text; `header` stands on the dark header. */
  readonly variant?: 'primary' | 'plain' | 'link' | 'header';
  readonly icon?: IconName;
  readonly children?: ReactNode;
  readonly className?: string;
}

/** A button. With an icon alone it needs an `aria-label`. */
export function Button({ variant = 'plain', icon, children, className = '', ...rest }: ButtonProps) {
  const lone = icon !== undefined && children === undefined;
  return (
    <AriaButton {...rest} className={`button button-${variant}${lone ? ' button-icon' : ''} ${className}`}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}
