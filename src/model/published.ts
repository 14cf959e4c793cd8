/** A figure somebody published before, to stand beside ours. */
export interface PublishedValue {
  /** What it is of, as the assessment names its cells: `figure/row/column`, e.g. "table-5/E06000055/dsr". */
  readonly key: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Where it stands: "Strategic Needs Assessment 2023/24, Table 5". */
  readonly source: string;
  /** What a reader must know before comparing; null where nothing. */
  readonly note: string | null;
}

/** published.json of a pack. */
export interface PublishedFigures {
  /** The document, e.g. "Bedfordshire VERU Strategic Needs Assessment 2023/24". */
  readonly title: string;
  readonly values: readonly PublishedValue[];
  /** Plain sentences on the document as a whole. */
  readonly notes: readonly string[];
}
