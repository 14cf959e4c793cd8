import { type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import { SUPPRESSED } from '../model/results.ts';
import { sentenceCase } from '../model/text.ts';
import { AGE_BAND_COUNT, AGE_UNKNOWN } from '../model/vocabulary.ts';
import { bandsBetween, bandTitle, choiceOf, toggledBand } from './ageChoice.ts';
import type { AgeBarsProps } from './props.ts';
import { useBandPointer } from './useBandPointer.ts';
import { countOf, countText, shownCount } from './words.ts';

const PLOT_HEIGHT = 56;
const BANDS = Array.from({ length: AGE_BAND_COUNT }, (_, band) => band);

/**
 * Nineteen bars by age band, those of unknown age apart. Click toggles a band, Shift-click and dragging take a range;
 * by keyboard arrows move, Space toggles, Shift with arrows takes a range, Control-A all. Where the bars are narrower
 * than a finger put selects for the two ends beside it.
 */
export function AgeBars({ counts, chosen, onChange, unit }: AgeBarsProps) {
  const hint = useId();
  const { list, active, handlers } = useBands({ chosen, onChange });
  const highest = Math.max(1, ...BANDS.map((band) => shownCount(counts[band])), shownCount(counts[AGE_UNKNOWN]));
  return (
    <div className="age-bars">
      <p className="chart-label-line" aria-hidden="true">{countText(highest)}</p>
      <div className="age-bars-row">
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native list of several cannot be drawn as bars; this one has its keys */}
        <div ref={list} className="age-bars-plot" role="listbox" aria-multiselectable="true" aria-orientation="horizontal" aria-label={`${sentenceCase(unit)} by age`} aria-describedby={hint} tabIndex={-1} {...handlers}>
          {BANDS.map((band) => (
            <AgeBar key={band} band={band} count={counts[band] ?? 0} highest={highest} on={chosen?.includes(band) ?? false} dimmed={chosen !== null && !chosen.includes(band)} unit={unit} focusable={band === active} />
          ))}
        </div>
        <div className="age-bar-unknown" title={`Age not known: ${countOf(counts[AGE_UNKNOWN] ?? 0, unit)}`}>
          <Bar count={counts[AGE_UNKNOWN] ?? 0} highest={highest} dimmed={chosen !== null} />
          <span aria-hidden="true">?</span>
        </div>
      </div>
      <p id={hint} className="chart-hidden">{chosen === null ? 'None chosen, so every age counts. ' : ''}Arrow keys move, Space chooses, Shift with an arrow key takes a range.</p>
    </div>
  );
}

/** Which band has the focus, and what presses, drags and keys make of the choice. */
function useBands({ chosen, onChange }: Pick<AgeBarsProps, 'chosen' | 'onChange'>) {
  const [active, setActive] = useState(0);
  const anchor = useRef(0);
  const list = useRef<HTMLDivElement>(null);
  const moveTo = (band: number) => {
    setActive(band);
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[band]?.focus();
  };
  const toggle = (band: number) => {
    anchor.current = band;
    setActive(band);
    onChange(toggledBand(chosen, band));
  };
  const extend = (from: number, to: number) => {
    anchor.current = from;
    setActive(to);
    const next = choiceOf(bandsBetween(from, to));
    if (JSON.stringify(next) !== JSON.stringify(chosen)) onChange(next);
  };
  const pointer = useBandPointer({ onPress: (band, shift) => (shift ? extend(anchor.current, band) : toggle(band)), onDrag: extend, onStart: moveTo });
  const onKeyDown = (event: KeyboardEvent) => {
    const to = bandOfKey(event.key, active);
    if (to !== null) {
      moveTo(to);
      if (event.shiftKey) extend(anchor.current, to);
      else anchor.current = to;
    } else if (event.key === ' ' || event.key === 'Enter') toggle(active);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onChange(null);
    else return;
    event.preventDefault();
  };
  // Assistive technology presses without a pointer.
  const onClick = ({ detail, target }: MouseEvent) => {
    const option = target instanceof Element ? target.closest('[role="option"]') : null;
    if (detail === 0 && option !== null) toggle([...option.parentElement?.children ?? []].indexOf(option));
  };
  return { list, active, handlers: { ...pointer, onKeyDown, onClick } };
}

/** The band that a key leads to; null for any other key. */
function bandOfKey(key: string, active: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowUp') return Math.min(active + 1, AGE_BAND_COUNT - 1);
  if (key === 'ArrowLeft' || key === 'ArrowDown') return Math.max(active - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? AGE_BAND_COUNT - 1 : null;
}

interface AgeBarProps {
  readonly band: number;
  readonly count: number;
  readonly highest: number;
  readonly on: boolean;
  readonly dimmed: boolean;
  readonly unit: string;
  readonly focusable: boolean;
}

function AgeBar({ band, count, highest, on, dimmed, unit, focusable }: AgeBarProps) {
  const words = `Aged ${bandTitle(band)}: ${countOf(count, unit)}`;
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native option holds text only
      className="age-bar" role="option" aria-selected={on} aria-label={words} title={words} tabIndex={focusable ? 0 : -1}
    >
      <Bar count={count} highest={highest} dimmed={dimmed} />
      {band % 2 === 0 && <span className="age-bar-years" aria-hidden="true">{band * 5}{band === AGE_BAND_COUNT - 1 ? '+' : ''}</span>}
    </div>
  );
}

/** A count that is not zero is never drawn as nothing; a withheld one is a frame. */
function Bar({ count, highest, dimmed }: { readonly count: number; readonly highest: number; readonly dimmed: boolean }) {
  const shown = shownCount(count);
  const height = shown === 0 ? 0 : Math.max(1, Math.round((shown / highest) * PLOT_HEIGHT));
  return (
    <svg className="chart" width="100%" height={PLOT_HEIGHT + 1} aria-hidden="true">
      {count === SUPPRESSED && <rect className="chart-withheld" x="14%" width="72%" y={PLOT_HEIGHT - 5.5} height={5} />}
      {height > 0 && <rect className={dimmed ? 'chart-bar chart-bar-out' : 'chart-bar'} x="7%" width="86%" y={PLOT_HEIGHT - height} height={height} />}
      <line className="chart-axis" x1={0} x2="100%" y1={PLOT_HEIGHT + 0.5} y2={PLOT_HEIGHT + 0.5} />
    </svg>
  );
}
