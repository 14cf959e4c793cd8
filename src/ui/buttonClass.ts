import type { ReactNode } from 'react';
import type { IconName } from './Icon.tsx';

export interface ButtonLook {
  /** `primary` once per screen at most; `link` reads as text; `header` stands on the dark header. */
  readonly variant?: 'primary' | 'plain' | 'link' | 'header' | undefined;
  readonly icon?: IconName | undefined;
  readonly className?: string | undefined;
}

/** How every button looks, whoever makes it. */
export function buttonClass({ variant = 'plain', icon, className = '' }: ButtonLook, children: ReactNode): string {
  const lone = icon !== undefined && children === undefined;
  return `button button-${variant}${lone ? ' button-icon' : ''} ${className}`;
}
