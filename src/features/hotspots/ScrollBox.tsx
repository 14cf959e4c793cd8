import { type ReactNode, useEffect, useRef, useState } from 'react';

/** A table's box that scrolls sideways by itself where the table is wider. Then, and only then, it stands among what the Tab key reaches. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  if (!scrolls) return <section ref={box} className="hotspots-scroll">{children}</section>;
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
  return <section ref={box} className="hotspots-scroll" tabIndex={0} aria-label={label}>{children}</section>;
}
