import type { MouseEvent, ReactNode } from 'react';
import { anchorOf, useReportMode } from './mode.ts';

/** A link to a part of the report. It is a real link, so that it works in files and prints; in the app it leaves the address alone. */
export function ReportLink({ to, className, children }: { readonly to: string; readonly className?: string; readonly children: ReactNode }) {
  const mode = useReportMode();
  const anchor = anchorOf(to);
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    goTo(anchor);
  };
  return <a href={`#${anchor}`} className={className} {...(mode === 'page' ? { onClick: follow } : {})}>{children}</a>;
}

/** Brings a part into sight and gives it the focus, so that reading and tabbing go on from there. */
export function goTo(anchor: string): void {
  const part = document.getElementById(anchor);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
}
