/** A figure somebody published before, to stand beside ours. */
export interface PublishedValue {
  /** What it is of, as the assessment names its cells: `figure id/row id/column id`, e.g. "violence-rates-by-borough/E06000055/dsr". */
  readonly key: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Months it was published for, both included ("YYYY-MM"); null where it is not about a period. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** LSOAs it depends on (numbers of areas, say); null where it does not. */
  readonly lsoaVintage: '2011' | '2021' | null;
  /** Where it stands: "Strategic Needs Assessment 2023/24, Table 5". */
  readonly source: string;
  /** What a reader must know before comparing; null where nothing. */
  readonly note: string | null;
}

/** published.json of a pack: what a document said about the area, and which number each figure has there. */
export interface PublishedFigures {
  /** The document, e.g. "Bedfordshire Strategic Needs Assessment 2023/24". */
  readonly title: string;
  /** Figure id -> its number in the document: "Figure 10, Table 4". Figures left out have none there. */
  readonly numbers: Readonly<Record<string, string>>;
  readonly values: readonly PublishedValue[];
  /** Parts of the document that no pack can regenerate, and why. */
  readonly beyond: readonly { readonly numbers: string; readonly title: string; readonly reason: string }[];
  /** Plain sentences on the document as a whole, such as where it contradicts itself. */
  readonly notes: readonly string[];
}
