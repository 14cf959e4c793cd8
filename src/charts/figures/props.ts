/**
 * Figures of a report: React SVG with presentation attributes only, so that a file holding nothing but the drawing looks
 * as the page does. They are drawn on white in every theme, at the width they are given, with text of 11 to 15 units.
 */
export interface FigureBasics {
  /** Lower case, hyphens; unique on the page: names the title, the description and the patterns. */
  readonly id: string;
  readonly title: string;
  /** What the figure shows, in a sentence made from the numbers: its description. */
  readonly finding: string;
  /** Units of the drawing, 280 or more; the height follows. */
  readonly width: number;
  /** Words drawn above and below, for a picture that leaves its page; null on the page, where they stand beside it. */
  readonly caption: FigureCaption | null;
}

export interface FigureCaption {
  readonly heading: string;
  readonly notes: readonly string[];
}

/** What is drawn besides the basics, as the model gives it. */
export type FigureProps<Drawn> = { readonly basics: FigureBasics; readonly drawing: Drawn };
