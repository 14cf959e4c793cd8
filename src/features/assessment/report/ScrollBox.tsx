import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useReportMode } from './mode.ts';

interface ScrollBoxProps {
  readonly label: string;
  /** True keeps it low on the screen, so that it scrolls downwards too. */
  readonly long?: boolean;
  readonly children: ReactNode;
}

/** A table's box that scrolls by itself where the table is larger. Then, and only then, it stands among what the Tab key reaches. */
export function ScrollBox({ label, long = false, children }: ScrollBoxProps) {
  const mode = useReportMode();
  const box = useRef<HTMLElement>(null);
  // A file cannot measure: there every box can be reached.
  const [scrolls, setScrolls] = useState(mode === 'document');
  useEffect(() => {
    const element = box.current;
    if (element === null || mode === 'document') return undefined;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [mode]);
  const className = `report-scroll${long ? ' report-scroll-long' : ''}`;
  if (!scrolls) return <section ref={box} className={className}>{children}</section>;
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
  return <section ref={box} className={className} tabIndex={0} aria-label={label}>{children}</section>;
}
