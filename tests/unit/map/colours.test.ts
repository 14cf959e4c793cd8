import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ColourToken, Theme } from '../../../src/map/scale/colours.ts';
import { CLASS_SHADES, COLOUR_TOKENS, DENSITY, DEPRIVATION_QUINTILES, PALETTES, SEQUENCE, cssVariable, mix, rgbOf } from '../../../src/map/scale/colours.ts';

/** WCAG 2.2 relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [red, green, blue] = rgbOf(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const THEMES: readonly Theme[] = ['light', 'dark'];
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('contrast formula', () => {
  it('gives the published ends: 21 for black on white, 1 for equals', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 10);
    expect(contrast('#701048', '#701048')).toBe(1);
  });
});

describe.each(THEMES)('%s palette', (theme) => {
  const { fill, mark } = PALETTES[theme];

  it('is hex throughout', () => {
    const colours = Object.entries<string>({ ...fill, ...mark });
    expect(colours.filter(([, colour]) => !/^#[0-9A-F]{6}$/.test(colour))).toEqual([]);
  });

  it('shows none recorded, too few and no data by a pattern or dashes of 3:1 against their own fill', () => {
    expect(contrast(mark.dots, fill.zero)).toBeGreaterThanOrEqual(3);
    expect(contrast(mark.hatch, fill['too-few'])).toBeGreaterThanOrEqual(3);
    expect(contrast(mark.noDataLine, fill['no-data'])).toBeGreaterThanOrEqual(3);
  });

  it.each([['higher', 'similar'], ['similar', 'lower'], ['higher', 'lower']] as const)('sets %s and %s 3:1 apart by lightness alone', (a, b) => {
    expect(contrast(fill[a], fill[b])).toBeGreaterThanOrEqual(3);
  });

  it.each(['higher', 'lower'] as const)('sets %s 3:1 apart from every class without colour', (token) => {
    const others: readonly ColourToken[] = ['zero', 'too-few', 'no-data', 'plain'];
    expect(others.filter((other) => contrast(fill[token], fill[other]) < 3)).toEqual([]);
  });

  it('writes legibly on badges of the classes', () => {
    const inks = readFileSync(new URL('../../../src/app/tokens.css', import.meta.url), 'utf8');
    const inkOf = (token: ColourToken): string => new RegExp(`--class-${token}-ink: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(inks)?.[theme === 'light' ? 1 : 2] ?? fill[token];
    expect((['higher', 'similar', 'lower'] as const).filter((token) => contrast(inkOf(token), fill[token]) < 4.5)).toEqual([]);
  });

  it('shows the triangles 3:1 on their class', () => {
    expect(contrast(mark.triangleUp, fill.higher)).toBeGreaterThanOrEqual(3);
    expect(contrast(mark.triangleDown, fill.lower)).toBeGreaterThanOrEqual(3);
  });

  it('separates neighbours less than 3:1 apart by a boundary line that stands out from both', () => {
    expect((['similar', 'lower', 'zero', 'too-few', 'no-data'] as const).filter((token) => contrast(mark.boundary, fill[token]) < 3)).toEqual([]);
  });

  it.each([['sequence', SEQUENCE], ['density', DENSITY], ['deprivation', [...DEPRIVATION_QUINTILES].toReversed()]] as const)('%s steps run one way and differ', (_name, ramp) => {
    const values = ramp.map((token) => luminance(fill[token]));
    const rising = theme === 'dark';
    for (let step = 1; step < values.length; step += 1) {
      const [from = 0, to = 0] = [values[step - 1], values[step]];
      expect(to > from).toBe(rising);
      expect(contrast(fill[ramp[step - 1] ?? 'plain'], fill[ramp[step] ?? 'plain'])).toBeGreaterThanOrEqual(1.3);
    }
    // The strongest step is the one furthest from the page.
    expect(contrast(fill[ramp.at(-1) ?? 'plain'], mark.page)).toBeGreaterThanOrEqual(7);
  });

  const shades = [0, 1, 2, 3, 4].map((row) => ({ higher: fill[CLASS_SHADES.higher[row] ?? 'plain'], similar: fill[CLASS_SHADES.similar[row] ?? 'plain'], lower: fill[CLASS_SHADES.lower[row] ?? 'plain'] }));

  it('keeps "higher" 3:1 apart from the other two classes in every fifth of deprivation', () => {
    expect(shades.filter(({ higher, similar, lower }) => contrast(higher, similar) < 3 || contrast(higher, lower) < 3)).toEqual([]);
  });

  it('shows the triangles and the separating lines 3:1 on every shade', () => {
    expect(shades.filter(({ higher, lower }) => contrast(mark.triangleUp, higher) < 3 || contrast(mark.triangleDown, lower) < 3)).toEqual([]);
    const lines = [mark.separator, mark.boundary];
    expect(shades.flatMap((row) => Object.values(row)).filter((colour) => lines.every((line) => contrast(line, colour) < 3))).toEqual([]);
  });

  it.each(['higher', 'similar', 'lower'] as const)('runs from the most deprived, furthest from the page, in steps of %s', (name) => {
    const values = shades.map((row) => luminance(row[name]));
    expect(values).toEqual(values.toSorted((a, b) => (theme === 'light' ? a - b : b - a)));
    for (let step = 1; step < 5; step += 1) expect(contrast(shades[step]?.[name] ?? '', shades[step - 1]?.[name] ?? '')).toBeGreaterThanOrEqual(1.3);
  });

  it('writes numerals with a halo that sets them off on every colour', () => {
    expect(contrast(mark.label, mark.labelHalo)).toBeGreaterThanOrEqual(7);
    expect([...CLASS_SHADES.higher].filter((token) => Math.max(contrast(mark.label, fill[token]), contrast(mark.labelHalo, fill[token])) < 3)).toEqual([]);
  });

  it('writes names, attribution and boundaries legibly', () => {
    expect(contrast(mark.label, mark.labelHalo)).toBeGreaterThanOrEqual(7);
    expect(contrast(mark.label, mark.page)).toBeGreaterThanOrEqual(7);
    expect((['hub', 'hotspot', 'ward', 'density'] as const).filter((name) => contrast(mark[name], mark.labelHalo) < 4)).toEqual([]);
    expect(contrast(mark.borough, mark.boroughCasing)).toBeGreaterThanOrEqual(7);
  });

  it('draws the selection with two lines that differ 3:1', () => {
    expect(contrast(mark.focus, mark.focusInner)).toBeGreaterThanOrEqual(3);
  });

  it('is mirrored by the stylesheet', () => {
    const css = readFileSync(new URL('../../../src/map/scale/colours.css', import.meta.url), 'utf8');
    const [light = '', dark = ''] = css.split(":root[data-theme='dark']");
    const block = theme === 'light' ? light : dark;
    const declared = new Map([...block.matchAll(/(--map-[\w-]+):\s*(#[0-9A-Fa-f]{6});/g)].map((match) => [match[1], match[2]]));
    const wanted = new Map([
      ...COLOUR_TOKENS.map((token) => [cssVariable(token), fill[token]] as const),
      ...Object.entries(mark).map(([name, colour]) => [`--map-mark-${kebab(name)}`, String(colour)] as const),
    ]);
    expect(declared).toEqual(wanted);
  });
});

describe('mix', () => {
  it('gives the ends and the middle', () => {
    expect(mix('#FF0000', '#0000FF', 1)).toBe('#FF0000');
    expect(mix('#FF0000', '#0000FF', 0)).toBe('#0000FF');
    expect(mix('#FFFFFF', '#000000', 0.5)).toBe('#808080');
  });
});
