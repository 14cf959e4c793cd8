/** Widths are estimated, because a figure is also drawn where nothing can be measured (files, tests). */

/** Widths of characters in ems, a little above those of Arial and Inter, so that estimates are rarely too small. */
function emOf(character: string): number {
  if (/[ijlI.,'’|!:;()[\] /-]/.test(character)) return 0.34;
  if (/[mwMW@%—]/.test(character)) return 0.92;
  if (/[A-Z]/.test(character)) return 0.71;
  return /[0-9]/.test(character) ? 0.62 : 0.57;
}

/** About how wide a text is, in the units of its size. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emOf(character);
  return ems * size;
}

/** Lines of at most `width`, broken between words; a longer word stays whole. Empty text is one empty line. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** Two lines at most, the second ending in "…" where more is left: for labels of categories, which the table gives in full. */
export function labelLines(text: string, width: number, size: number): string[] {
  const lines = wrapText(text, width, size);
  return lines.length <= 2 ? lines : [lines[0] ?? '', `${lines[1] ?? ''}…`];
}

export function widestOf(texts: readonly string[], size: number): number {
  return texts.reduce((widest, text) => Math.max(widest, textWidth(text, size)), 0);
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const two = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });
const one = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 1 });

/** "2,876", "12.5"; "12.5%" for 12.5 of the unit "%" and for 0.125 of the unit "share"; "–" where there is no value. */
export function valueText(value: number, unit: string): string {
  if (!Number.isFinite(value)) return '–';
  if (unit === 'share') return valueText(100 * value, '%');
  const size = Math.abs(value);
  const text = formatOf(size).format(value);
  return unit === '%' ? `${text}%` : text;
}

function formatOf(size: number): Intl.NumberFormat {
  if (size >= 99.95) return whole;
  if (size >= 1 || size === 0) return tenth;
  return size >= 0.1 ? two : one;
}

/** Rounded to what a screen of twice the resolution can show; keeps files small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
