import { type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject, useRef } from 'react';
import type { PlotPlace } from './plotPoints.ts';
import type { PlotLinks } from './props.ts';

interface PlotFrameProps extends PlotLinks {
  readonly frame: RefObject<HTMLDivElement | null>;
  /** Accessible name. */
  readonly label: string;
  /** In the order that the arrow keys walk. */
  readonly places: readonly PlotPlace[];
  /** Position among `places` for a point of the drawing, pixels; null where there is none. */
  readonly nearest: (x: number, y: number) => number | null;
  /** The drawing, as large as the frame. */
  readonly children: ReactNode;
}

/**
 * What pointer and keyboard do in a plot of areas: pointing hovers, a press selects and with Shift or Control adds. For
 * the keyboard and assistive technology an unseen slider over the areas lies on it: arrows walk, Home and End go to
 * the ends, Enter or Space selects, and it says each area in words.
 */
export function PlotFrame({ frame, label, places, nearest, current, describe, onHover, onSelect, children }: PlotFrameProps) {
  /** A drag that began elsewhere, such as on a map above, selects nothing where it ends. */
  const pressed = useRef(false);
  const position = Math.max(places.findIndex(({ point }) => point.area === current), 0);
  const areaOf = (index: number | null): number | null => (index === null ? null : (places[index]?.point.area ?? null));
  const areaAt = (event: PointerEvent<HTMLElement>): number | null => {
    const box = event.currentTarget.getBoundingClientRect();
    return areaOf(nearest(event.clientX - box.left, event.clientY - box.top));
  };
  const select = (area: number | null, add: boolean) => {
    if (area !== null) onSelect(area, add);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    select(areaOf(position), event.shiftKey);
  };
  return (
    <div
      className="plot" ref={frame}
      onPointerMove={(event) => onHover(areaAt(event))}
      onPointerLeave={() => {
        pressed.current = false;
        onHover(null);
      }}
      onPointerDown={() => {
        pressed.current = true;
      }}
      onPointerUp={(event) => {
        if (pressed.current && event.button === 0) select(areaAt(event), event.shiftKey || event.ctrlKey || event.metaKey);
        pressed.current = false;
      }}
    >
      {children}
      {places.length > 0 && (
        <input
          type="range" className="plot-slider" aria-label={label} min={1} max={places.length} step={1} value={position + 1} aria-valuetext={describe(areaOf(position) ?? 0)}
          onChange={(event) => onHover(areaOf(Number(event.target.value) - 1))} onKeyDown={press}
          onFocus={() => onHover(areaOf(position))} onBlur={() => onHover(null)}
        />
      )}
    </div>
  );
}
