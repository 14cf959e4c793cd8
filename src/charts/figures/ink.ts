/** Words and lines of figures, on white. */
export const INK = '#16222C';
export const INK_MUTED = '#52616C';
export const GRID = '#DFE3E4';
export const AXIS = '#5C6A76';
export const PAPER = '#FFFFFF';
export const FONT = 'Inter Variable, Inter, Arial, Helvetica, sans-serif';
export const TEXT = 12;
export const TEXT_SMALL = 11;

/**
 * Categorical colours of the Government Analysis Function (guidance "Data visualisation: colours", 2022), in their
 * order: neighbours are 3:1 apart, but for the last pair, which a white line separates as it does the others.
 */
export const SERIES_COLOURS = ['#12436D', '#28A197', '#801650', '#F46A25', '#3D3D3D', '#A285D1'] as const;
/** Words on each of them, 4.5:1. */
const ON_SERIES = ['#FFFFFF', '#0B2036', '#FFFFFF', '#0B2036', '#FFFFFF', '#0B2036'] as const;

export function seriesColour(index: number): string {
  return SERIES_COLOURS[index % SERIES_COLOURS.length] ?? INK;
}

export function onSeries(index: number): string {
  return ON_SERIES[index % ON_SERIES.length] ?? PAPER;
}

/** WCAG 2.2 relative luminance of "#RRGGBB", 0-1. */
export function luminance(hex: string): number {
  const channel = (from: number): number => {
    const share = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Black or white, whichever reads better on a colour. */
export function inkOn(hex: string): string {
  return luminance(hex) > 0.22 ? '#0B2036' : PAPER;
}
