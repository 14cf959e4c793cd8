/** How far a pack may lie from a published figure. */
export type Tolerance =
  | { readonly kind: 'exact' }
  /** As a share of the published figure. */
  | { readonly kind: 'share'; readonly of: number }
  | { readonly kind: 'amount'; readonly by: number; readonly note: string }
  /** Shown, never a failure; says why. */
  | { readonly kind: 'information'; readonly why: string };

export interface Figure {
  readonly section: string;
  readonly title: string;
  readonly published: number;
  readonly pack: number;
  readonly tolerance: Tolerance;
}

/** A part of the published figures that this pack cannot show, and why. */
export interface Skipped {
  readonly section: string;
  readonly why: string;
}

export interface Findings {
  readonly figures: readonly Figure[];
  readonly skipped: readonly Skipped[];
}

export const EXACT: Tolerance = { kind: 'exact' };
export const within = (of: number): Tolerance => ({ kind: 'share', of });
export const by = (amount: number, note = ''): Tolerance => ({ kind: 'amount', by: amount, note });
export const information = (why: string): Tolerance => ({ kind: 'information', why });
/** Shares published in whole per cent or per mille are met to this. */
export const SHARE = by(0.0005);

/** Makes figures of one section. */
export function section(name: string): (title: string, published: number, pack: number, tolerance: Tolerance) => Figure {
  return (title, published, pack, tolerance) => ({ section: name, title, published, pack, tolerance });
}

/** False only for a figure beyond its tolerance; a figure that is not a number is beyond any. */
export function holds({ published, pack, tolerance }: Figure): boolean {
  const gap = Math.abs(pack - published);
  switch (tolerance.kind) {
    case 'exact': return gap === 0;
    case 'share': return gap <= tolerance.of * Math.abs(published);
    case 'amount': return gap <= tolerance.by;
    case 'information': return true;
    default: return tolerance satisfies never;
  }
}
