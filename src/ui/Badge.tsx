import type { ReactNode } from 'react';

/** A short mark beside a title; `warning` for what a reader must not miss. */
export function Badge({ children, tone = 'plain' }: { readonly children: ReactNode; readonly tone?: 'plain' | 'warning' }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
