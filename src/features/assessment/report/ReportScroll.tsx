import type { ReactNode } from 'react';
import { ScrollBox } from '../../../ui/ScrollBox.tsx';
import { useReportMode } from './mode.ts';

interface ReportScrollProps {
  readonly label: string;
  /** True keeps it low on the screen, so that it scrolls downwards too. */
  readonly long?: boolean;
  readonly children: ReactNode;
}

/** A table's box; a file cannot measure it. */
export function ReportScroll({ label, long = false, children }: ReportScrollProps) {
  const mode = useReportMode();
  return <ScrollBox label={label} className={`report-scroll${long ? ' report-scroll-long' : ''}`} measured={mode !== 'document'}>{children}</ScrollBox>;
}
