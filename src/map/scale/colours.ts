/**
 * Every colour the map draws with, light and dark. `colours.css` mirrors the tokens as custom properties for
 * legends, cards and tables; tests/unit/map/colours.test.ts keeps the two equal and checks the contrast.
 */
export type Theme = 'light' | 'dark';

/** Fill of an area. Position = the code the map keeps in feature state, so the order is part of the contract. */
export const COLOUR_TOKENS = [
  'plain', 'no-data', 'zero', 'too-few',
  'higher', 'similar', 'lower',
  'sequence-1', 'sequence-2', 'sequence-3', 'sequence-4', 'sequence-5',
  'deprivation-1', 'deprivation-2', 'deprivation-3', 'deprivation-4', 'deprivation-5',
  'deprivation-6', 'deprivation-7', 'deprivation-8', 'deprivation-9', 'deprivation-10',
  'density-1', 'density-2', 'density-3', 'density-4', 'density-5',
  'higher-1', 'higher-2', 'higher-3', 'higher-4', 'higher-5',
  'similar-1', 'similar-2', 'similar-3', 'similar-4', 'similar-5',
  'lower-1', 'lower-2', 'lower-3', 'lower-4', 'lower-5',
] as const;
export type ColourToken = (typeof COLOUR_TOKENS)[number];

/** Lines, marks and words. */
export interface MarkColours {
  /** Behind the county. */
  readonly page: string;
  /** Between areas: keeps neighbours of similar colour apart. */
  readonly separator: string;
  /** The LSOA overlay. */
  readonly boundary: string;
  /** Hatch of "too few to say". */
  readonly hatch: string;
  /** Dots of "none recorded". */
  readonly dots: string;
  /** Dashed outline of "no data". */
  readonly noDataLine: string;
  readonly triangleUp: string;
  readonly triangleDown: string;
  readonly borough: string;
  readonly boroughCasing: string;
  readonly ward: string;
  readonly hub: string;
  readonly hotspot: string;
  /** Lines of equal density. */
  readonly density: string;
  /** Selection: an orange line with a thin dark one in its middle. */
  readonly focus: string;
  readonly focusInner: string;
  readonly label: string;
  readonly labelHalo: string;
}

export interface Palette {
  readonly fill: Readonly<Record<ColourToken, string>>;
  readonly mark: MarkColours;
}

const LIGHT: Palette = {
  fill: {
    'plain': '#F8F9F8', 'no-data': '#FFFFFF', 'zero': '#FBFBF8', 'too-few': '#FFFFFF',
    'higher': '#701048', 'similar': '#F2EDE2', 'lower': '#528DBA',
    'sequence-1': '#DBE8F3', 'sequence-2': '#A6C8E3', 'sequence-3': '#639CCB', 'sequence-4': '#2D6BA5', 'sequence-5': '#12436D',
    'deprivation-1': '#34145F', 'deprivation-2': '#4A2680', 'deprivation-3': '#613B9A', 'deprivation-4': '#7953AF', 'deprivation-5': '#916EC0',
    'deprivation-6': '#A98BCF', 'deprivation-7': '#BFA8DC', 'deprivation-8': '#D3C3E7', 'deprivation-9': '#E4DAF0', 'deprivation-10': '#F1ECF7',
    'density-1': '#DCEFE8', 'density-2': '#A4D6C5', 'density-3': '#5AB299', 'density-4': '#247E6A', 'density-5': '#0B4B41',
    'higher-1': '#520036', 'higher-2': '#740A4F', 'higher-3': '#902766', 'higher-4': '#AF4381', 'higher-5': '#C75E98',
    'similar-1': '#837C70', 'similar-2': '#9E978B', 'similar-3': '#BAB3A5', 'similar-4': '#D7D0C1', 'similar-5': '#F4EEE2',
    'lower-1': '#2C77AC', 'lower-2': '#3B8EC9', 'lower-3': '#61AAE2', 'lower-4': '#90CBF9', 'lower-5': '#D3EAFE',
  },
  mark: {
    page: '#EDF0F0', separator: '#FFFFFF', boundary: '#2F3D49', hatch: '#7E8B96', dots: '#7E8B96', noDataLine: '#5C6A76',
    triangleUp: '#FFFFFF', triangleDown: '#0B2036', borough: '#14273A', boroughCasing: '#FFFFFF', ward: '#3D4C59',
    hub: '#0A6B62', hotspot: '#D4500F', density: '#6B3A00', focus: '#F46A25', focusInner: '#14212B', label: '#14212B', labelHalo: '#FFFFFF',
  },
};

const DARK: Palette = {
  fill: {
    'plain': '#1B2833', 'no-data': '#0E1822', 'zero': '#16222D', 'too-few': '#16222D',
    'higher': '#FFD3EB', 'similar': '#33302B', 'lower': '#3B84B8',
    'sequence-1': '#203B55', 'sequence-2': '#2C5E8C', 'sequence-3': '#4487BF', 'sequence-4': '#7DB5E3', 'sequence-5': '#CBE5FA',
    'deprivation-1': '#EBDFFB', 'deprivation-2': '#D6C3F3', 'deprivation-3': '#C1A6EA', 'deprivation-4': '#AC8BDF', 'deprivation-5': '#9772D1',
    'deprivation-6': '#825CBD', 'deprivation-7': '#6D4AA4', 'deprivation-8': '#583B87', 'deprivation-9': '#442F69', 'deprivation-10': '#32264C',
    'density-1': '#1B3F3A', 'density-2': '#226257', 'density-3': '#338F7D', 'density-4': '#6CC3AF', 'density-5': '#C4EEE2',
    'higher-1': '#FFE5F3', 'higher-2': '#FEB7DE', 'higher-3': '#F68AC9', 'higher-4': '#DE67B0', 'higher-5': '#C44F98',
    'similar-1': '#857F74', 'similar-2': '#6D675D', 'similar-3': '#575147', 'similar-4': '#423D35', 'similar-5': '#2E2A23',
    'lower-1': '#3E8DC9', 'lower-2': '#2D74AB', 'lower-3': '#1D5E8D', 'lower-4': '#0D4871', 'lower-5': '#0B3453',
  },
  mark: {
    page: '#0B141C', separator: '#0B141C', boundary: '#DDE6EC', hatch: '#74848F', dots: '#74848F', noDataLine: '#93A2AE',
    triangleUp: '#2A0819', triangleDown: '#FFFFFF', borough: '#F2F5F7', boroughCasing: '#0B141C', ward: '#B8C4CD',
    hub: '#5FD6C6', hotspot: '#FF9A5C', density: '#FFE08A', focus: '#F46A25', focusInner: '#0B141C', label: '#F2F5F7', labelHalo: '#0B141C',
  },
};

export const PALETTES: Readonly<Record<Theme, Palette>> = { light: LIGHT, dark: DARK };

/** Quintiles take every second of the ten deprivation steps, so that neighbours in the legend differ clearly. */
export const DEPRIVATION_QUINTILES = ['deprivation-1', 'deprivation-3', 'deprivation-5', 'deprivation-7', 'deprivation-9'] as const satisfies readonly ColourToken[];

export const SEQUENCE = ['sequence-1', 'sequence-2', 'sequence-3', 'sequence-4', 'sequence-5'] as const satisfies readonly ColourToken[];
/**
 * Shades of the three classes, strongest first: the most deprived fifth to the least. At equal deprivation "higher" is
 * 3:1 apart from the other two; these two differ by hue, and both coloured classes by their triangle.
 */
export const CLASS_SHADES = {
  higher: ['higher-1', 'higher-2', 'higher-3', 'higher-4', 'higher-5'],
  similar: ['similar-1', 'similar-2', 'similar-3', 'similar-4', 'similar-5'],
  lower: ['lower-1', 'lower-2', 'lower-3', 'lower-4', 'lower-5'],
} as const satisfies Readonly<Record<string, readonly ColourToken[]>>;
export const DENSITY = ['density-1', 'density-2', 'density-3', 'density-4', 'density-5'] as const satisfies readonly ColourToken[];

/** Name of a token's CSS custom property, e.g. "--map-higher". */
export function cssVariable(token: ColourToken): string {
  return `--map-${token}`;
}

/** Red, green and blue, 0-255, of "#RRGGBB"; black for anything else (the palettes are tested to hold nothing else). */
export function rgbOf(hex: string): readonly [number, number, number] {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  return [channelOf(match?.[1]), channelOf(match?.[2]), channelOf(match?.[3])];
}

function channelOf(text: string | undefined): number {
  return Number.parseInt(text ?? '00', 16);
}

/** `share` (0-1) of one colour over another. */
export function mix(colour: string, under: string, share: number): string {
  const below = rgbOf(under);
  const channels = rgbOf(colour).map((value, index) => Math.round(value * share + (below[index] ?? 0) * (1 - share)));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
