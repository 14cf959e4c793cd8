import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';

interface LegendSubtitleProps {
  readonly text: string;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** True where there is more to unfold than this text. */
  readonly more: boolean;
}

/** Two lines of what the classes are, the rest on demand: the whole would cover the county. Give it the text as its key: it is measured once. */
export function LegendSubtitle({ text, open, onOpen, more }: LegendSubtitleProps) {
  const element = useRef<HTMLParagraphElement>(null);
  const [hides, setHides] = useState(more);
  useEffect(() => {
    const { current } = element;
    if (current === null || open) return undefined;
    // A pixel of rounding hides nothing.
    const observer = new ResizeObserver(() => setHides(current.scrollHeight > current.clientHeight + 1));
    observer.observe(current);
    return () => observer.disconnect();
  }, [open]);
  return (
    <>
      <p id="legend-subtitle" ref={element} className={`small muted legend-subtitle${open ? '' : ' is-folded'}`}>{text}</p>
      {(hides || open || more) && (
        <Button variant="link" className="small legend-more no-print" aria-expanded={open} aria-controls="legend-subtitle" onPress={() => onOpen(!open)}>
          {open ? 'Less' : 'More'}<span className="visually-hidden"> about the legend</span>
        </Button>
      )}
    </>
  );
}
