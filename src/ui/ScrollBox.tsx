import { type ReactNode, useEffect, useRef, useState } from 'react';

interface ScrollBoxProps {
  readonly label: string;
  readonly className: string;
  /** False where nothing can be measured, as in a file: then the Tab key reaches every box. */
  readonly measured?: boolean;
  readonly children: ReactNode;
}

/** A box that scrolls by itself where what it holds is larger. Then, and only then, it stands among what the Tab key reaches. */
export function ScrollBox({ label, className, measured = true, children }: ScrollBoxProps) {
  const box = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(!measured);
  useEffect(() => {
    const element = box.current;
    if (element === null || !measured) return undefined;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [measured]);
  if (!scrolls) return <section ref={box} className={className}>{children}</section>;
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
  return <section ref={box} className={className} tabIndex={0} aria-label={label}>{children}</section>;
}
