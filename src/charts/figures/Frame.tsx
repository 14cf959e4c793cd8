import type { ReactNode } from 'react';
import { FONT, INK, INK_MUTED, PAPER, seriesColour, TEXT, TEXT_SMALL } from './ink.ts';
import type { FigureBasics } from './props.ts';
import { textWidth, wrapText } from './text.ts';

const EDGE = 12;
const HEADING = 15;
const HEADING_LINE = 20;
const NOTE_LINE = 15;

interface FrameProps {
  readonly basics: FigureBasics;
  /** Height of the drawing without the caption. */
  readonly height: number;
  readonly children: ReactNode;
}

/** The white sheet of a figure, with its name and description, and its caption where it has one. */
export function Frame({ basics, height, children }: FrameProps) {
  const { id, title, finding, width, caption } = basics;
  const heading = caption === null ? [] : wrapText(caption.heading, width - 2 * EDGE, HEADING);
  const notes = caption === null ? [] : caption.notes.flatMap((note) => wrapText(note, width - 2 * EDGE, TEXT_SMALL));
  const above = heading.length === 0 ? 0 : heading.length * HEADING_LINE + EDGE;
  const all = Math.ceil(above + height + (notes.length === 0 ? 0 : notes.length * NOTE_LINE + EDGE));
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg" {...named(id)}
      width={width} height={all} viewBox={`0 0 ${width} ${all}`} fontFamily={FONT} fontSize={TEXT} fill={INK}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{finding}</desc>
      <rect width={width} height={all} fill={PAPER} />
      {heading.map((line, index) => <text key={line} x={EDGE} y={EDGE + 10 + index * HEADING_LINE} fontSize={HEADING} fontWeight={600}>{line}</text>)}
      <g transform={`translate(0 ${above})`}>{children}</g>
      {notes.map((line, index) => <text key={`${index} ${line}`} x={EDGE} y={above + height + 14 + index * NOTE_LINE} fontSize={TEXT_SMALL} fill={INK_MUTED}>{line}</text>)}
    </svg>
  );
}

function named(id: string) {
  return { 'role': 'img', 'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-desc` } as const;
}

interface LabelProps {
  readonly lines: readonly string[];
  readonly x: number;
  /** Middle of the block of lines. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly size?: number;
}

/** Lines of text around a middle. */
export function Label({ lines, x, y, anchor, fill = INK, size = TEXT }: LabelProps) {
  const top = y - ((lines.length - 1) * (size + 2)) / 2 + size * 0.35;
  return <>{lines.map((line, index) => <text key={`${index} ${line}`} x={x} y={top + index * (size + 2)} textAnchor={anchor} fontSize={size} fill={fill}>{line}</text>)}</>;
}

const SWATCH = 12;
const KEY_LINE = 20;

interface KeyPlace {
  readonly title: string;
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/** Where the names of series stand in rows within a width, and how high they are together; nothing for a single one. */
export function seriesKey(titles: readonly string[], width: number): { readonly places: readonly KeyPlace[]; readonly height: number } {
  if (titles.length < 2) return { places: [], height: 0 };
  const places: KeyPlace[] = [];
  let x = 0;
  let row = 0;
  titles.forEach((title, index) => {
    const needed = SWATCH + 6 + textWidth(title, TEXT) + 18;
    if (x > 0 && x + needed > width) [x, row] = [0, row + 1];
    places.push({ title, index, x, y: row * KEY_LINE });
    x += needed;
  });
  return { places, height: (row + 1) * KEY_LINE + 6 };
}

/** Colours and names of series. */
export function SeriesKey({ places, x }: { readonly places: readonly KeyPlace[]; readonly x: number }) {
  return (
    <>
      {places.map((place) => (
        <g key={`${place.index} ${place.title}`} transform={`translate(${x + place.x} ${place.y})`}>
          <rect y={2} width={SWATCH} height={SWATCH} fill={seriesColour(place.index)} />
          <text x={SWATCH + 6} y={12}>{place.title}</text>
        </g>
      ))}
    </>
  );
}
